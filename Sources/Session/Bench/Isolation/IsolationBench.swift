import PocketSphinxDecoder
import Recognition
import VocabularyFiles

/// What a thread and a process cost and protect, on this machine and with this recogniser.
///
/// The thread has a decoder and is given whole utterances; the process is `voiceled-recognizer`, supervised as in
/// `listen`. What is measured of one is measured of the other in the same round.
public struct IsolationBench: Sendable {
    private let rounds: Int
    private let thread: ThreadSide
    private let worker: WorkerSide

    /// - Parameter rounds: how often everything is created; faults happen a quarter as often, at least once.
    /// - Throws: what keeps the vocabulary or the demonstration's recordings from being read.
    public init(rounds: Int) throws {
        self.rounds = rounds
        let (grammar, dictionary) = try Vocabulary.spoken(
            grammarPath: nil, dictionaryPath: nil, language: .english
        ).forDecoder()
        let settings = DecoderSettings(
            acousticModel: DecoderSettings.englishModel, dictionary: .text(dictionary), grammar: grammar)
        let utterances = try IsolationUtterance.all()
        thread = ThreadSide(settings: settings, utterances: utterances)
        worker = WorkerSide(utterances: utterances)
    }

    /// Measures until all is known or the task is cancelled; what was found up to then counts.
    ///
    /// - Parameter progress: hears what is being measured and in which round.
    /// - Throws: ``IsolationError`` or `DecoderError` when there is nothing to measure.
    public func run(progress: @escaping @Sendable (String) -> Void = { _ in }) async throws -> IsolationReport {
        var report = IsolationReport(rounds: rounds, utterances: rounds * worker.utterances.count)
        for measure in [bareCreation, creation, handOff, survival] where !Task.isCancelled {
            report.rows += try await measure(progress)
        }
        return report
    }

    private typealias Progress = @Sendable (String) -> Void

    private func bareCreation(_ progress: Progress) async throws -> [IsolationRow] {
        progress("starting threads and processes that do nothing")
        let (thread, worker) = (thread, worker)
        var (threads, processes): ([Double], [Double]) = ([], [])
        for _ in 1...rounds where !Task.isCancelled {
            let pairs = try await OwnThread.run {
                try (0..<10).map { _ in (try thread.bareCreation(), try worker.bareCreation()) }
            }
            threads += pairs.map(\.0)
            processes += pairs.map(\.1)
        }
        return [
            IsolationRow(
                "start_bare", "started and ended, doing nothing", .microseconds,
                thread: Percentiles(threads).median, process: Percentiles(processes).median)
        ]
    }

    private func creation(_ progress: Progress) async throws -> [IsolationRow] {
        var (threads, processes): ([Double], [Double]) = ([], [])
        var (grown, kept): ([ProcessMemory], [ProcessMemory]) = ([], [])
        for round in 1...rounds where !Task.isCancelled {
            progress("starting recognisers, round \(round) of \(rounds)")
            let thread = thread
            threads.append(try await OwnThread.run { try thread.creation() })
            grown.append(try await OwnThread.run { try thread.memory() })
            let (time, memory) = try await worker.creation()
            processes.append(time)
            kept.append(memory)
        }
        func megabytes(_ what: String, _ words: String, _ part: (ProcessMemory) -> Int) -> IsolationRow {
            func median(_ list: [ProcessMemory]) -> Double? {
                Percentiles(list.map { Double(part($0)) / 1_048_576 }).median
            }
            return IsolationRow(what, words, .megabytes, thread: median(grown), process: median(kept))
        }
        return [
            IsolationRow(
                "start_to_answer", "started, until the first answer", .milliseconds,
                thread: Percentiles(threads).median, process: Percentiles(processes).median),
            megabytes("memory", "memory, shared pages by share", \.proportional),
            megabytes("memory_private", "memory of its own, written to", \.privateDirty),
            megabytes("memory_shared", "memory that others have, too", \.shared),
        ]
    }

    private func handOff(_ progress: Progress) async throws -> [IsolationRow] {
        let (thread, worker) = (thread, worker)
        var bare = Pair<[Double]>([])
        var full = Pair(HandOff())
        let decoder = try await OwnThread.run { try DecodingThread(thread.settings) }
        defer { decoder.stop() }
        let fallback = try await worker.warm()
        do {
            for round in 1...rounds where !Task.isCancelled {
                progress("handing over utterances, round \(round) of \(rounds)")
                bare.thread += try await OwnThread.run { try thread.bareHandOff() }
                bare.process += try await OwnThread.run { try worker.bareHandOff() }
                full.thread += try await OwnThread.run { try thread.handOff(with: decoder) }
                full.process += try await worker.handOff(with: fallback)
            }
        } catch {
            await fallback.stop()
            throw error
        }
        await fallback.stop()
        let shares = [("p50", 0.5), ("p99", 0.99)]
        func rows(_ what: String, _ words: String, _ threads: [Double], _ processes: [Double]) -> [IsolationRow] {
            let (threads, processes) = (Percentiles(threads), Percentiles(processes))
            return shares.map { name, share in
                IsolationRow(
                    "\(what)_\(name)", "\(words), \(name)", .microseconds, thread: threads.at(share),
                    process: processes.at(share))
            }
        }
        return rows("samples_arrive", "samples given until they are there", bare.thread, bare.process)
            + rows("hand_off", "there and back, beside decoding", full.thread.beside, full.process.beside) + [
                IsolationRow(
                    "context_switches", "waits for another", .perUtterance,
                    thread: full.thread.perUtterance(\.voluntary), process: full.process.perUtterance(\.voluntary)),
                IsolationRow(
                    "preemptions", "times that it was made to wait", .perUtterance,
                    thread: full.thread.perUtterance(\.involuntary), process: full.process.perUtterance(\.involuntary)
                ),
                IsolationRow(
                    "throughput", "utterances decoded a second", .perSecond, thread: full.thread.perSecond,
                    process: full.process.perSecond),
            ]
    }

    private func survival(_ progress: Progress) async throws -> [IsolationRow] {
        var rows: [IsolationRow] = []
        for fault in IsolationFault.allCases where !Task.isCancelled {
            var survived = Pair<Bool?>(nil)
            var (outages, cold) = (Pair<[Double]>([]), [Double]())
            let rounds = max(1, rounds / 4)
            for round in 1...rounds where !Task.isCancelled {
                progress("\(fault.words), round \(round) of \(rounds)")
                let thread = thread
                let alone = try await OwnThread.run { try thread.recovery(from: fault) }
                survived.thread = (survived.thread ?? true) && alone.survived
                outages.thread.append(alone.outage)
                do {
                    let apart = try await worker.recovery(from: fault, reserve: 1)
                    survived.process = (survived.process ?? true) && apart.survived
                    outages.process.append(apart.outage)
                    cold.append(try await worker.recovery(from: fault, reserve: 0).outage)
                } catch is CancellationError {
                    break
                }
            }
            let name = fault.rawValue
            let threads = Percentiles(outages.thread).median
            rows += [
                IsolationRow(
                    "survives_\(name)", "the program outlives \(fault.words)", threadSurvives: survived.thread,
                    processSurvives: survived.process),
                IsolationRow(
                    "well_\(name)", "well again after \(fault.words)", .milliseconds, thread: threads,
                    process: Percentiles(outages.process).median),
                IsolationRow(
                    "well_\(name)_cold", "the same, no worker in reserve", .milliseconds, thread: threads,
                    process: Percentiles(cold).median),
            ]
        }
        return rows
    }

    /// The same of both sides.
    private struct Pair<Value> {
        var thread: Value
        var process: Value

        init(_ value: Value) { (thread, process) = (value, value) }
    }
}
