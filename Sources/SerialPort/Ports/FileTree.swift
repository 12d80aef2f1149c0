internal import Glibc

/// The little that this target reads of `/dev`, `/proc` and `/sys`, without Foundation and its start-up time.
enum FileTree {
    /// The names in a folder, sorted, without `.` and `..`; empty if it cannot be read.
    static func entries(of folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// What a symbolic link says; `nil` if it is none or may not be read.
    static func linkTarget(of path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        return count > 0 ? String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }

    /// The path with all links followed; `nil` if it leads nowhere.
    static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// The beginning of a small file up to the first newline, at most 255 bytes; `nil` if it cannot be read.
    static func firstLine(of path: String) -> String? {
        guard let bytes = beginning(of: path, limit: 255), !bytes.isEmpty else { return nil }
        return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    /// The lines of a file that the kernel writes, the first 64 KiB of it; empty if it cannot be read.
    static func lines(of path: String) -> [String] {
        String(decoding: beginning(of: path, limit: 1 << 16) ?? [], as: UTF8.self).split(separator: "\n").map(
            String.init)
    }

    private static func beginning(of path: String, limit: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while bytes.count < limit {
            let count = read(descriptor, &buffer, min(buffer.count, limit - bytes.count))
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer.prefix(count)
        }
        return bytes
    }
}
