import Foundation
import Synchronization
import TerminalFixtures
import Testing

/// One run of an executable of this package, or of another program a test needs.
///
/// Tests await what it prints; nothing here sleeps. Whatever it started is gone when this value is.
actor Program {
    private let child: ChildProcess
    private let input: Int32?
    private let output: AsyncStream<String>.Iterator
    private let errors: Task<String, Never>
    private let ending: Task<Int32, Never>
    /// Lines that were read and that nobody has asked for yet.
    private var waiting: [String] = []
    /// All lines so far, for the message when a test waits in vain.
    private var seen: [String] = []

    /// Between the making of a pipe and the flag that closes it in children, no other test may start one.
    private static let spawning = Mutex(())

    /// Only a failing test waits this long.
    static let patience = Duration.seconds(300)

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    enum Input {
        /// Ends at once.
        case empty
        /// What ``write(_:)`` sends, until ``closeInput()``.
        case open
    }

    /// - Parameters:
    ///   - name: an executable of this package, or one on the search path.
    ///   - environment: added to a small one that no setting of the user reaches.
    ///   - input: what its standard input is; not used with a terminal.
    ///   - terminal: takes the place of all three streams; the test then watches it and not the lines.
    init(
        _ name: String, _ arguments: [String], environment: [String: String] = [:], input: Input = .empty,
        terminal: PseudoTerminal? = nil
    ) throws {
        let beside = Place.programs.appending(path: name).path
        let program = FileManager.default.isExecutableFile(atPath: beside) ? beside : name
        let environment = Self.cleanEnvironment.merging(environment) { $1 }

        let (lines, printed) = AsyncStream.makeStream(of: String.self)
        output = lines.makeAsyncIterator()
        if let terminal {
            child = try ChildProcess(
                program, arguments, environment: environment, streams: .terminal(path: terminal.path))
            self.input = nil
            printed.finish()
            errors = Task { "" }
        } else {
            let (child, streams) = try Self.spawning.withLock { _ in
                let (streams, theirs) = Self.makePipes(input)
                defer { for descriptor in theirs { close(descriptor) } }
                let child = try ChildProcess(
                    program, arguments, environment: environment,
                    streams: .descriptors(theirs[0], theirs[1], theirs[2]))
                return (child, streams)
            }
            self.child = child
            self.input = streams.input
            Self.onThread {
                LineScanner.scan(streams.output) { printed.yield($0) }
                printed.finish()
            }
            errors = Task { await Self.fromThread { LineScanner.readAll(streams.errors) } }
        }
        ending = Task { [child] in await Self.fromThread { child.waitForEnd() } }
    }

    deinit {
        // The threads that read its output and wait for its end hold on to it until then.
        child.end()
        if let input { close(input) }
    }

    // MARK: What it prints

    /// The first line not asked for before that satisfies `isWanted`.
    @discardableResult
    func line(where isWanted: @escaping @Sendable (String) -> Bool = { _ in true }) async throws -> String {
        if let index = waiting.firstIndex(where: isWanted) { return waiting.remove(at: index) }
        return try await within(Self.patience) { program in
            while let line = await program.readLine() {
                if isWanted(line) { return line }
                await program.keep(line)
            }
            throw await program.failure("ended without the line that was waited for")
        }
    }

    /// The first event not asked for before of this name that satisfies `isWanted`.
    @discardableResult
    func event(
        _ name: String, where isWanted: @escaping @Sendable (JSONEvent) -> Bool = { _ in true }
    ) async throws -> JSONEvent {
        let line = try await line { line in
            JSONEvent(parsing: line).map { $0.event == name && isWanted($0) } ?? false
        }
        return JSONEvent(parsing: line)!
    }

    /// Waits until a fact holds of which no line tells, such as a child process or a file.
    func waits(until isFact: @escaping @Sendable (Program) -> Bool) async throws {
        try await within(Self.patience) { program in
            while !isFact(program) { try await Task.sleep(for: .milliseconds(10)) }
        }
    }

    /// Waits until a recogniser of its own runs: before that the child is `prlimit`, then `setpriv`.
    func startsRecognizer() async throws {
        try await waits { program in
            program.workers.contains { process in
                (try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)) == "voiceled-recogn\n"
            }
        }
    }

    /// Waits for the end, and gives everything that was printed and not asked for.
    func ended(within patience: Duration = Program.patience) async throws -> Ending {
        try await within(patience) { program in
            while let line = await program.readLine() { await program.keep(line) }
            return Ending(
                status: await program.ending.value, lines: await program.waiting,
                errors: await program.errors.value, leftovers: program.child.leftovers)
        }
    }

    struct Ending: Sendable {
        /// The exit status, or minus the signal that killed it.
        let status: Int32
        let lines: [String]
        let errors: String
        /// Processes that it left behind.
        let leftovers: [Int32]

        var events: [JSONEvent] { lines.compactMap { JSONEvent(parsing: $0) } }
    }

    // MARK: What it is told

    /// Its process.
    nonisolated var identifier: Int32 { child.identifier }

    /// Processes that it started and that are still there, in order of their numbers.
    nonisolated var workers: [Int32] { child.leftovers.sorted() }

    /// Waits until none of ``workers`` runs any more.
    ///
    /// - Parameter limit: in seconds; only a failing test waits this long.
    /// - Returns: those that still do then. Who has ended and whom nobody has looked after does not run.
    nonisolated func workersThatStay(within limit: Int = 10) async throws -> [Int32] {
        func running() -> [Int32] {
            workers.filter { worker in
                guard let line = try? String(contentsOfFile: "/proc/\(worker)/stat", encoding: .utf8) else {
                    return false
                }
                return !line.contains(") Z ")
            }
        }
        for _ in 0..<limit * 100 where !running().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        return running()
    }

    nonisolated func signal(_ number: Int32) {
        child.signal(number)
    }

    func write(_ text: String) {
        guard let input else { return }
        _ = Array(text.utf8).withUnsafeBytes { Foundation.write(input, $0.baseAddress, $0.count) }
    }

    func closeInput() {
        guard let input else { return }
        // The number stays ours, so that closing it again does no harm.
        let nowhere = open("/dev/null", O_WRONLY)
        dup2(nowhere, input)
        close(nowhere)
    }

    // MARK: -

    private func readLine() async -> String? {
        var output = output
        guard let line = await output.next(isolation: self) else { return nil }
        seen.append(line)
        return line
    }

    private func keep(_ line: String) {
        waiting.append(line)
    }

    private func within<Result: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable (Program) async throws -> Result
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask { try await work(self) }
            group.addTask {
                try await Task.sleep(for: limit)
                throw await self.failure("did not do within \(limit) what was waited for")
            }
            defer { group.cancelAll() }
            return try await group.next()!
        }
    }

    private func failure(_ what: String) async -> Failure {
        child.signal(SIGKILL)
        let errors = await errors.value
        return Failure(description: "the program \(what); it printed:\n\(seen.joined(separator: "\n"))\n\(errors)")
    }

    private static let cleanEnvironment: [String: String] = {
        let kept = ["PATH", "LD_LIBRARY_PATH", "TMPDIR"]
        let ours = ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
        return ours.merging(["LANG": "C.UTF-8", "TERM": "xterm", "HOME": "/nonexistent"]) { $1 }
    }()

    /// - Returns: our ends, and the child's, which are closed once it has them.
    private static func makePipes(
        _ input: Input
    ) -> (ours: (input: Int32?, output: Int32, errors: Int32), theirs: [Int32]) {
        func makePipe() -> [Int32] {
            var ends: [Int32] = [-1, -1]
            precondition(pipe(&ends) == 0, "no pipe")
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            return ends
        }
        let output = makePipe()
        let errors = makePipe()
        switch input {
        case .empty:
            return ((nil, output[0], errors[0]), [open("/dev/null", O_RDONLY | O_CLOEXEC), output[1], errors[1]])
        case .open:
            let pipe = makePipe()
            return ((pipe[1], output[0], errors[0]), [pipe[0], output[1], errors[1]])
        }
    }

    private static func onThread(_ work: @escaping @Sendable () -> Void) {
        Thread.detachNewThread(work)
    }

    /// Runs `work`, which blocks, where it takes no thread that tasks need.
    private static func fromThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            onThread { continuation.resume(returning: work()) }
        }
    }
}
