import Glibc

/// A process in a session of its own, reaped when this value goes away.
final class ChildProcess: Sendable {
    let identifier: pid_t

    /// `POSIX_SPAWN_SETSID`, which the C library shows only to programs that ask for GNU's own names.
    private static let newSession: Int16 = 0x80

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What the child's standard streams are.
    enum Streams {
        /// Descriptors of ours: input, output, errors.
        case descriptors(Int32, Int32, Int32)
        /// A terminal, which becomes the one that controls the child's session, as a shell's does.
        case terminal(path: String)
    }

    /// - Parameter environment: all of it.
    init(_ program: String, _ arguments: [String], environment: [String: String], streams: Streams) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        switch streams {
        case .descriptors(let input, let output, let errors):
            for (target, source) in [input, output, errors].enumerated() {
                posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
            }
        case .terminal(let path):
            // The first terminal that the leader of a new session opens becomes its controlling terminal.
            posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
        }  // Tests run side by side: what another one has open must not live on in this child.
        for descriptor in Self.entries(of: "/proc/self/fd") where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A test runner may ignore SIGINT or block signals; a program started from a shell does neither.
        var all = sigset_t()
        var none = sigset_t()
        sigfillset(&all)
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(
            &attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

        var argv = ([program] + arguments).map { strdup($0) } + [nil]
        var envp = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in argv + envp { free(text) } }
        var identifier: pid_t = 0
        let code = posix_spawnp(&identifier, program, &actions, &attributes, &argv, &envp)
        guard code == 0 else {
            throw Failure(description: "cannot run \(program): \(String(cString: strerror(code)))")
        }
        self.identifier = identifier
    }

    deinit {
        end()
        waitpid(identifier, nil, 0)
    }

    /// Kills the child and everything it started.
    func end() {
        for process in session { kill(process, SIGKILL) }
    }

    func signal(_ number: Int32) {
        kill(identifier, number)
    }

    /// Processes that the child started and that are still there.
    var leftovers: [pid_t] { session.filter { $0 != identifier } }

    /// Everybody in the child's session.
    private var session: [pid_t] {
        Self.entries(of: "/proc").filter { getsid($0) == identifier }
    }

    /// The entries of a folder that are numbers.
    private static func entries(of path: String) -> [Int32] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var numbers: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = Int32(name) { numbers.append(number) }
        }
        return numbers
    }

    /// Waits until the child has ended, without reaping it, and says how: its exit status, or minus the signal that
    /// killed it. Blocks.
    func waitForEnd() -> Int32 {
        var info = siginfo_t()
        while waitid(P_PID, id_t(identifier), &info, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        let status = info._sifields._sigchld.si_status
        return info.si_code == Int32(CLD_EXITED) ? status : -status
    }
}
