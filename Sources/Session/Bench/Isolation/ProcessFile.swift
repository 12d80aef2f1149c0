import Glibc

/// Files of `/proc`, which have no length before they are read.
enum ProcessFile {
    /// - Returns: `nil` when what it tells of is gone.
    static func read(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 8_192)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            guard count > 0 else { return nil }
            bytes += piece[..<count]
        }
    }

    /// Names in a folder that are numbers: processes in `/proc`, threads in `task`.
    static func numbers(in folder: String) -> [pid_t] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var numbers: [pid_t] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let number = pid_t(name) { numbers.append(number) }
        }
        return numbers
    }
}
