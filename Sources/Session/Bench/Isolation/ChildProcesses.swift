import Glibc

/// The processes that this one has started and that still run, oldest number first.
enum ChildProcesses {
    static var all: [pid_t] {
        ProcessFile.numbers(in: "/proc").filter { process in
            guard let stat = ProcessFile.read("/proc/\(process)/stat"), let bracket = stat.lastIndex(of: ")") else {
                return false
            }
            let words = stat[bracket...].split(separator: " ")
            return words.count > 2 && words[1] != "Z" && pid_t(words[2]) == getpid()
        }.sorted()
    }
}
