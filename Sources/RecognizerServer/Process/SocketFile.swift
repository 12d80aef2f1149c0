internal import Glibc
internal import Synchronization

/// The file of a Unix socket, to be removed at the end.
final class SocketFile: Sendable {
    private struct Identity {
        let path: String
        let node: UInt
    }

    private let identity = Mutex<Identity?>(nil)

    /// Takes note of the file that is at `path` now.
    func keep(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        identity.withLock { $0 = Identity(path: path, node: status.st_ino) }
    }

    /// Removes the file, unless another server's has taken its place.
    func remove() {
        guard let file = identity.withLock({ $0 }) else { return }
        var status = stat()
        if lstat(file.path, &status) == 0, status.st_ino == file.node { unlink(file.path) }
    }
}
