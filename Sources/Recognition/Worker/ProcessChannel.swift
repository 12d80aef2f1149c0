internal import Subprocess
internal import Synchronization

/// A worker that is a child of this program and speaks on its standard streams.
///
/// It has a process group of its own, which is killed as a whole, no descriptors of ours but those streams, and limits.
/// It ends with this program, however that ends.
final class ProcessChannel: WorkerChannel {
    let incoming: AsyncStream<[UInt8]>
    private let outgoing: AsyncStream<[UInt8]>.Continuation
    private let group: ProcessGroup
    private let process: Task<WorkerEnd, Never>

    /// The last line of its errors is the reason of its end.
    private final class Words: Sendable {
        let last = Mutex("")
    }

    init(_ program: WorkerProgram) {
        let (incoming, received) = AsyncStream.makeStream(of: [UInt8].self)
        let (toSend, outgoing) = AsyncStream.makeStream(of: [UInt8].self)
        self.incoming = incoming
        self.outgoing = outgoing
        let group = ProcessGroup()
        self.group = group
        process = Task {
            defer { received.finish() }
            return await Self.run(program, toSend, received, group)
        }
    }

    deinit { end() }

    var memory: Int? { group.leader.flatMap { ResidentMemory.bytes(of: $0) } }

    var queued: Duration? { group.leader.flatMap { QueuedTime.ofThreads(of: $0) } }

    func send(_ bytes: [UInt8]) { outgoing.yield(bytes) }

    func end() {
        outgoing.finish()
        group.end()
    }

    func reason() async -> WorkerEnd { await process.value }

    private static func run(
        _ program: WorkerProgram, _ toSend: AsyncStream<[UInt8]>, _ received: AsyncStream<[UInt8]>.Continuation,
        _ group: ProcessGroup
    ) async -> WorkerEnd {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = []
        let words = Words()
        do {
            let result = try await Subprocess.run(
                .name(WorkerProgram.bounder), arguments: Arguments(program.boundedArguments),
                // Nobody reads the backtrace, and making it takes longer than starting the next worker.
                environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]), platformOptions: options,
                input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                group.begin(execution.processIdentifier.value)
                await withTaskGroup { tasks in
                    tasks.addTask {
                        for await bytes in toSend { _ = try? await execution.standardInputWriter.write(bytes) }
                        try? await execution.standardInputWriter.finish()
                    }
                    tasks.addTask {
                        do {
                            for try await line in execution.standardError.strings() where !line.isEmpty {
                                words.last.withLock { $0 = line.trimmingSuffix(while: \.isNewline) }
                            }
                        } catch {}
                    }
                    do {
                        for try await buffer in execution.standardOutput {
                            received.yield(buffer.withUnsafeBytes { Array($0) })
                        }
                    } catch {}
                    // It says no more, so it is of no use any more; its children go with it.
                    received.finish()
                    group.close()
                    tasks.cancelAll()
                }
            }
            return WorkerEnd(status: result.terminationStatus, lastWords: words.last.withLock { $0 })
        } catch {
            return WorkerEnd(kind: .missing, reason: "it cannot be started: \(error)")
        }
    }
}

extension WorkerEnd {
    init(status: TerminationStatus, lastWords: String) {
        let words = lastWords.isEmpty ? "" : " (\(lastWords))"
        switch status {
        case .exited(126), .exited(127): self.init(kind: .missing, reason: "its program cannot be run\(words)")
        case .exited(let code): self.init(kind: .died, reason: "it ended with \(code)\(words)")
        case .signaled(let signal): self.init(kind: .died, reason: "it was ended by signal \(signal)\(words)")
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isUnwanted: (Character) -> Bool) -> String {
        var rest = self[...]
        while let last = rest.last, isUnwanted(last) { rest.removeLast() }
        return String(rest)
    }
}
