import Glibc

/// What a process keeps in memory, from `/proc/PID/smaps_rollup`; see proc_pid_smaps(5). In bytes.
struct ProcessMemory: Equatable, Sendable {
    /// Its own pages, and its share of those it has together with others.
    var proportional = 0
    /// Pages that it alone has and has written to: what would be free if it were gone.
    var privateDirty = 0
    /// Pages that others have, too.
    var shared = 0

    static func - (later: ProcessMemory, earlier: ProcessMemory) -> ProcessMemory {
        ProcessMemory(
            proportional: later.proportional - earlier.proportional,
            privateDirty: later.privateDirty - earlier.privateDirty, shared: later.shared - earlier.shared)
    }

    /// - Returns: `nil` when the process is gone.
    static func of(_ process: pid_t) -> ProcessMemory? {
        ProcessFile.read("/proc/\(process)/smaps_rollup").map(ProcessMemory.init(parsing:))
    }
}

extension ProcessMemory {
    init(parsing text: String) {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 3, words[2] == "kB", let kilobytes = Int(words[1]) else { continue }
            switch words[0] {
            case "Pss:": proportional += kilobytes << 10
            case "Private_Dirty:": privateDirty += kilobytes << 10
            case "Shared_Clean:", "Shared_Dirty:": shared += kilobytes << 10
            default: break
            }
        }
    }
}
