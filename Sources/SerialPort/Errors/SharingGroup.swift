internal import Glibc

/// The group that may use a port, such as `dialout`.
struct SharingGroup: Hashable, Sendable {
    let name: String
    /// Whether this user is a member already, though this login does not know of it yet.
    let hasUser: Bool

    init(name: String, hasUser: Bool = false) {
        self.name = name
        self.hasUser = hasUser
    }

    /// The group that may read and write `path`.
    ///
    /// - Returns: `nil` if none may, or it has no name, or it is root's own, which nobody should be advised to join.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_gid != 0, status.st_mode & (S_IRGRP | S_IWGRP) == S_IRGRP | S_IWGRP
        else { return nil }
        var entry = group()
        var found: UnsafeMutablePointer<group>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getgrgid_r(status.st_gid, &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        self.init(name: String(cString: entry.gr_name), hasUser: Self.members(of: entry).contains(Self.userName ?? ""))
    }

    private static func members(of entry: group) -> [String] {
        var names: [String] = []
        var next = entry.gr_mem
        while let name = next?.pointee {
            names.append(String(cString: name))
            next = next?.advanced(by: 1)
        }
        return names
    }

    private static var userName: String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getpwuid_r(geteuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return String(cString: entry.pw_name)
    }
}
