import Glibc
import RealtimeQueue
import Recognition
import Supervision
import VocabularyFiles
import Wyoming

/// Everything that is measured of processes: the recogniser's program under the supervision that `listen` has.
struct WorkerSide: Sendable {
    let utterances: [IsolationUtterance]
    var program = WorkerProgram(path: ProgramFolder.path + "/voiceled-recognizer", arguments: [])

    private static let engine = "grammar"

    /// A process that does nothing, from asking for it until it has ended, in microseconds. Blocks.
    func bareCreation() throws -> Double {
        let start = HostTime.now
        var child = pid_t()
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
        defer { free(words[0]) }
        let status = posix_spawnp(&child, "true", nil, nil, &words, environ)
        guard status == 0 else { throw IsolationError.cannotStart("true", status) }
        while waitpid(child, nil, 0) < 0, errno == EINTR {}
        return (HostTime.now - start).microseconds
    }

    /// The samples alone, through a pipe to a process that sleeps, in microseconds: until it has them. Blocks.
    func bareHandOff() throws -> [Double] {
        var host = try HostedThread()
        _ = try host.take(utterances[0].samples)
        return try utterances.map { utterance in try host.take(utterance.samples).microseconds }
    }

    /// A worker, until it has answered once, in milliseconds, and what it then keeps in memory.
    func creation() async throws -> (time: Double, memory: ProcessMemory) {
        let start = HostTime.now
        let fallback = FallbackRecognizer(program, reserve: 0)
        await fallback.start()
        do {
            _ = try await Self.answer(to: utterances[0], from: fallback)
            let time = HostTime.now - start
            let memory = ChildProcesses.all.first.flatMap { ProcessMemory.of($0) }
            await fallback.stop()
            guard let memory else { throw IsolationError.noAnswer("it has gone") }
            return (time.milliseconds, memory)
        } catch {
            await fallback.stop()
            throw error
        }
    }

    /// One worker that has answered once.
    func warm() async throws -> FallbackRecognizer {
        let fallback = FallbackRecognizer(program, reserve: 0)
        await fallback.start()
        do {
            _ = try await Self.answer(to: utterances[0], from: fallback)
        } catch {
            await fallback.stop()
            throw error
        }
        return fallback
    }

    /// Has every utterance decoded by one worker; see `ThreadSide.handOff`.
    func handOff(with fallback: FallbackRecognizer) async throws -> HandOff {
        var result = HandOff()
        guard let worker = ChildProcesses.all.first else { throw IsolationError.noAnswer("it has gone") }
        let switches = ContextSwitches.own + ContextSwitches.of(worker)
        for utterance in utterances {
            let start = HostTime.now
            let transcript = try await Self.answer(to: utterance, from: fallback)
            result.add(HostTime.now - start, decoding: .seconds(transcript.decodeTime ?? 0))
        }
        result.contextSwitches = ContextSwitches.own + ContextSwitches.of(worker) - switches
        return result
    }

    /// Has the worker that listens fail in the middle of an utterance.
    ///
    /// - Parameter reserve: ready workers beside it.
    /// - Returns: whether the utterance was answered as it is without a fault, and after how many milliseconds.
    func recovery(from fault: IsolationFault, reserve: Int) async throws -> (survived: Bool, outage: Double) {
        let fallback = FallbackRecognizer(program, reserve: reserve)
        let losses = LossCount()
        let watch = Task {
            for await event in fallback.events { losses.count(event) }
        }
        await fallback.start()
        let result: Result<(Bool, Double), any Error>
        do {
            result = .success(try await strike(fallback, fault, workers: 1 + reserve, losses))
        } catch {
            result = .failure(error)
        }
        await fallback.stop()
        await watch.value
        return try result.get()
    }

    private func strike(
        _ fallback: FallbackRecognizer, _ fault: IsolationFault, workers: Int, _ losses: LossCount
    ) async throws -> (Bool, Double) {
        let utterance = utterances[0]
        let expected = try await Self.answer(to: utterance, from: fallback).text
        for _ in 0..<10 {
            try await Self.waitForReserve(workers)
            let lossesBefore = losses.value
            let strike = Task { try await OwnThread.run { Self.strike(fault) } }
            let text = try await Self.answer(to: utterance, from: fallback).text
            let end = HostTime.now
            guard let struck = try await strike.value else { continue }
            // A worker that answered faster than it died shows nothing.
            if losses.value > lossesBefore, struck < end { return (text == expected, (end - struck).milliseconds) }
        }
        throw IsolationError(
            "cannot measure: the worker is never caught at work", hint: "try again on a quieter machine")
    }

    /// All workers there and idle, so that there is a reserve when one dies.
    private static func waitForReserve(_ workers: Int) async throws {
        for _ in 0..<3_000 {
            let threads = ChildProcesses.all.compactMap { WatchedThread.of($0, named: engine) }
            if threads.count == workers, threads.allSatisfy(\.isAsleep) { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw IsolationError.noAnswer("its reserve does not get ready")
    }

    /// Waits for the worker that decodes, and has it fail. Blocks.
    ///
    /// - Returns: when that was; `nil` if none was seen.
    private static func strike(_ fault: IsolationFault) -> HostTime? {
        let threads = ChildProcesses.all.compactMap { process in
            WatchedThread.of(process, named: engine).map { (process, $0) }
        }
        let end = HostTime.now + .seconds(5)
        while HostTime.now < end {
            for (process, thread) in threads where !thread.isAsleep {
                kill(process, fault.signal)
                return .now
            }
            usleep(100)
        }
        return nil
    }

    private static func answer(
        to utterance: IsolationUtterance, from fallback: FallbackRecognizer
    ) async throws -> Transcript {
        // In a task of its own: to cancel the measurement is not to break off what the worker says.
        switch await Task(operation: { await fallback.answer(to: utterance.samples, with: engine) }).value {
        case .heard(let transcript): return transcript
        case .failed(let reason): throw IsolationError.noAnswer(reason)
        }
    }
}

extension IsolationFault {
    /// What brings it about from outside. The worker takes SIGTERM as the order to exit.
    fileprivate var signal: CInt {
        switch self {
        case .exit: SIGTERM
        case .abort: SIGABRT
        case .segfault: SIGSEGV
        case .stop: SIGSTOP
        }
    }
}
