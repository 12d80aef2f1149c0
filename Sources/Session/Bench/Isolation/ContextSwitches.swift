import Glibc

/// How often a process gave its processor back, and how often the kernel took it away.
struct ContextSwitches: Equatable, Sendable {
    /// For it had to wait.
    var voluntary = 0
    /// For others had to run, too.
    var involuntary = 0

    static func + (one: ContextSwitches, other: ContextSwitches) -> ContextSwitches {
        ContextSwitches(
            voluntary: one.voluntary + other.voluntary, involuntary: one.involuntary + other.involuntary)
    }

    static func - (later: ContextSwitches, earlier: ContextSwitches) -> ContextSwitches {
        ContextSwitches(
            voluntary: later.voluntary - earlier.voluntary, involuntary: later.involuntary - earlier.involuntary)
    }

    /// Of this process with all threads that it ever had; from `getrusage`.
    static var own: ContextSwitches {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return ContextSwitches(voluntary: usage.ru_nvcsw, involuntary: usage.ru_nivcsw)
    }

    /// Of the threads that a process has now; from `/proc/PID/task/TID/status`.
    static func of(_ process: pid_t) -> ContextSwitches {
        ProcessFile.numbers(in: "/proc/\(process)/task").reduce(ContextSwitches()) { sum, task in
            sum + ContextSwitches(parsing: ProcessFile.read("/proc/\(process)/task/\(task)/status") ?? "")
        }
    }
}

extension ContextSwitches {
    /// - Parameter status: the text of a `status` file; see proc_pid_status(5).
    init(parsing status: String) {
        for line in status.split(separator: "\n") {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.count == 2, let count = Int(words[1]) else { continue }
            switch words[0] {
            case "voluntary_ctxt_switches:": voluntary = count
            case "nonvoluntary_ctxt_switches:": involuntary = count
            default: break
            }
        }
    }
}
