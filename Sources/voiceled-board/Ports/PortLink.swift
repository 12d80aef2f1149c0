import Glibc

/// A symbolic link to a port, so that it has the same name every time. Stays until ``remove()``.
struct PortLink {
    private let path: String
    private let port: String

    /// Replaces a link that an earlier run left behind, but nothing else.
    ///
    /// - Throws: ``BoardError`` of kind `linkInTheWay`.
    init(at path: String, to port: String) throws(BoardError) {
        if Self.target(path) != nil { unlink(path) }
        guard symlink(port, path) == 0 else {
            let code = errno
            throw BoardError(
                .linkInTheWay, "cannot make the link \(path): \(lastSystemError())",
                hint: code == EEXIST ? "something else has that name; choose another" : nil)
        }
        self.path = path
        self.port = port
    }

    func remove() {
        // Another board may have taken the name meanwhile.
        if Self.target(path) == port { unlink(path) }
    }

    private static func target(_ path: String) -> String? {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = bytes.withUnsafeMutableBytes { readlink(path, $0.baseAddress!, $0.count) }
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
