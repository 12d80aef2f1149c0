import Glibc

/// The thread of a worker that decodes, as the kernel sees it: it is found by its name.
struct WatchedThread: Equatable, Sendable {
    private let folder: String

    /// - Returns: `nil` while the process has no such thread.
    static func of(_ process: pid_t, named name: String) -> WatchedThread? {
        for task in ProcessFile.numbers(in: "/proc/\(process)/task") {
            let folder = "/proc/\(process)/task/\(task)"
            if ProcessFile.read(folder + "/comm") == name + "\n" { return WatchedThread(folder: folder) }
        }
        return nil
    }

    /// Whether it waits for something to do.
    var isAsleep: Bool {
        guard let stat = ProcessFile.read(folder + "/stat"), let bracket = stat.lastIndex(of: ")") else { return false }
        return stat[bracket...].dropFirst(2).first == "S"
    }
}
