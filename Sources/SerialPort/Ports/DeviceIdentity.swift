internal import Glibc

/// Tells whether two paths or descriptors mean the same character device.
struct DeviceIdentity: Equatable {
    /// The file system that the node is on: each container has pseudo-terminals of its own, with the same numbers.
    private let fileSystem: UInt64
    private let device: UInt64
    private let inode: UInt64

    /// - Returns: `nil` if there is nothing or something other than a character device.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, let identity = Self(status) else { return nil }
        self = identity
    }

    init?(descriptor: CInt) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, let identity = Self(status) else { return nil }
        self = identity
    }

    private init?(_ status: stat) {
        guard status.st_mode & S_IFMT == S_IFCHR else { return nil }
        fileSystem = UInt64(status.st_dev)
        device = UInt64(status.st_rdev)
        inode = UInt64(status.st_ino)
    }

    /// Whether it is one of the majors 136 to 143, which Linux keeps for the near ends of pseudo-terminals.
    var isPseudoTerminal: Bool { (136...143).contains(device >> 8 & 0xFFF) }

    /// The node as `/proc/locks` names it: major and minor number of the file system in hex, inode in decimal.
    var lockName: String {
        let major = fileSystem >> 8 & 0xFFF | fileSystem >> 32 & ~0xFFF
        let minor = fileSystem & 0xFF | fileSystem >> 12 & ~0xFF
        return [major, minor].map { number in
            (number < 16 ? "0" : "") + String(number, radix: 16)
        }.joined(separator: ":") + ":\(inode)"
    }
}
