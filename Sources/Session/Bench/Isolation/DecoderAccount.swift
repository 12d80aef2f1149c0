import Glibc

/// What the kernel knows of the thread that decodes, in this process or in a worker: it is found by its name.
struct DecoderAccount: Sendable {
    private let folder: String

    /// - Returns: `nil` while the process has no such thread.
    static func of(_ process: pid_t, thread name: String) -> DecoderAccount? {
        for task in ProcessFile.numbers(in: "/proc/\(process)/task") {
            let folder = "/proc/\(process)/task/\(task)"
            if ProcessFile.read(folder + "/comm") == name + "\n" { return DecoderAccount(folder: folder) }
        }
        return nil
    }

    /// How long it has computed, or could have and waited for a processor, up to when it fell asleep. Before that the
    /// kernel has not yet added up the last of it.
    var settled: Duration? {
        for _ in 0..<10_000 where !isAsleep { sched_yield() }
        return ProcessFile.read(folder + "/schedstat").flatMap(Self.time)
    }

    /// The sum of the first two numbers of `schedstat`; both are nanoseconds.
    static func time(in schedstat: String) -> Duration? {
        let numbers = schedstat.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Int($0) }
        return numbers.count == 2 ? .nanoseconds(numbers[0] + numbers[1]) : nil
    }

    /// Whether it waits for something to do.
    var isAsleep: Bool {
        guard let stat = ProcessFile.read(folder + "/stat"), let bracket = stat.lastIndex(of: ")") else { return false }
        return stat[bracket...].dropFirst(2).first == "S"
    }
}
