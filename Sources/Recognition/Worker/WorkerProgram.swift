/// How to start a worker of our own.
public struct WorkerProgram: Equatable, Sendable {
    public var path: String
    public var arguments: [String]

    /// Bytes of address space that it may have, files that it may have open.
    public var addressSpace = 4 << 30
    public var openFiles = 256

    public init(path: String, arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// The program that bounds this one and then becomes it, see ``boundedArguments``.
    package static let bounder = "prlimit"

    /// The arguments of ``bounder``.
    ///
    /// `prlimit` and `setpriv` are of util-linux, which every Debian has. The signal reaches a worker that is stopped,
    /// which would never read the end of its input. The kernel sends it when the *thread* ends that started the worker;
    /// Subprocess starts all from one, which lives as long as the program.
    package var boundedArguments: [String] {
        [
            "--core=0", "--nofile=\(openFiles)", "--as=\(addressSpace)",
            "setpriv", "--pdeathsig", "KILL", path,
        ] + arguments
    }
}
