internal import Glibc

/// How long the threads of a process stood in line for a processor.
enum QueuedTime {
    /// - Returns: `nil` if the process is gone. The source is the second number of `/proc/PID/task/*/schedstat`, which is
    ///   zero where the kernel does not count it.
    static func ofThreads(of process: pid_t) -> Duration? {
        let folder = "/proc/\(process)/task"
        guard let threads = opendir(folder) else { return nil }
        defer { closedir(threads) }
        var sum = Duration.zero
        while let entry = readdir(threads) {
            // An entry is only as long as its name: as the tuple that Swift sees it would be read beyond its end.
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { continue }
            let name = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
            guard let thread = Int32(String(cString: name)) else { continue }
            sum += .nanoseconds(nanoseconds("\(folder)/\(thread)/schedstat") ?? 0)
        }
        return sum
    }

    private static func nanoseconds(_ path: String) -> Int64? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var text = [UInt8](repeating: 0, count: 80)
        let count = read(descriptor, &text, text.count)
        guard count > 0 else { return nil }
        let fields = String(decoding: text[..<count], as: UTF8.self).split(separator: " ")
        return fields.count > 1 ? Int64(fields[1]) : nil
    }
}
