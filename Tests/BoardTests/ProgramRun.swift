import Glibc

/// One run of `voiceled-board`, whose streams the test holds. Killed with the value.
final class ProgramRun {
    let output: LineReader
    let errors: LineReader
    private let input: CInt
    private var isInputOpen = true
    private var process: pid_t = 0
    private var status: CInt?

    /// - Parameter environment: `NAME=value`, added to the test's own.
    init(_ arguments: [String], environment: [String] = []) throws {
        var streams: [(read: CInt, write: CInt)] = []
        for _ in 0..<3 {
            var ends: [CInt] = [0, 0]
            guard pipe(&ends) == 0 else { throw SimulatedBoard.Failure(description: "no pipe: errno \(errno)") }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            streams.append((ends[0], ends[1]))
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, streams[0].read, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, streams[1].write, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, streams[2].write, STDERR_FILENO)
        defer { posix_spawn_file_actions_destroy(&actions) }

        var argv = ([Self.program] + arguments).map { strdup($0) } + [nil]
        var envp = (environment + Self.environment).map { strdup($0) } + [nil]
        defer { for text in argv + envp { free(text) } }
        let code = posix_spawn(&process, Self.program, &actions, nil, &argv, &envp)

        close(streams[0].read)
        close(streams[1].write)
        close(streams[2].write)
        input = streams[0].write
        output = LineReader(streams[1].read)
        errors = LineReader(streams[2].read)
        guard code == 0 else {
            throw SimulatedBoard.Failure(description: "cannot run \(Self.program): errno \(code)")
        }
    }

    deinit {
        closeInput()
        guard status == nil, process > 0 else { return }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    func signal(_ number: CInt) { kill(process, number) }

    func closeInput() {
        if isInputOpen { close(input) }
        isInputOpen = false
    }

    func closeOutput() { output.close() }

    /// Waits for the end; its output ends then too.
    func exitStatus() throws -> CInt {
        _ = try output.rest()
        var raw: CInt = 0
        waitpid(process, &raw, 0)
        // A signal would be in the low bits.
        let exit = raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F)
        status = exit
        return exit
    }

    /// The program is built beside the tests.
    private static var program: String {
        let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return folder.joined(separator: "/") + "/voiceled-board"
    }

    private static var environment: [String] {
        var result: [String] = []
        var entry = environ
        while let text = entry.pointee {
            result.append(String(cString: text))
            entry += 1
        }
        return result
    }
}
