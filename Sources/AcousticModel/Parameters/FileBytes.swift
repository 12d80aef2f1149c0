internal import Glibc

/// A file as it lies on the disk.
enum FileBytes {
    static func read(_ path: String) throws(ParameterError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ParameterError(path, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ParameterError(path, "it is no file")
        }
        let size = Int(status.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
            while count < size {
                let read = Glibc.read(descriptor, bytes.baseAddress! + count, size - count)
                guard read > 0 else { break }
                count += read
            }
        }
        guard bytes.count == size else { throw ParameterError(path, "it could not be read to its end") }
        return bytes
    }
}
