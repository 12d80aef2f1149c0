internal import Glibc

extension PortHolder {
    /// Looks through `/proc` for another process that has the device `identity` open.
    ///
    /// Without root only the caller's own processes can be seen, so `nil` does not mean that nobody has it.
    /// The process that plays the far end of a pseudo-terminal is not counted: it may keep the near end open as well.
    static func find(_ identity: DeviceIdentity) -> PortHolder? {
        let own = getpid()
        for entry in FileTree.entries(of: "/proc") {
            guard let processID = Int32(entry), processID != own, holds(identity, processID),
                !isChildBeforeExec(processID)
            else { continue }
            return PortHolder(processID)
        }
        return nil
    }

    /// Looks up who has locked the device `identity`: also another user's process, or this one. A process that has
    /// ended, and left its lock to a child, is not named.
    static func findLock(on identity: DeviceIdentity) -> PortHolder? {
        // `1: FLOCK  ADVISORY  WRITE 4242 00:18:9 0 EOF`
        for line in FileTree.lines(of: "/proc/locks") {
            let fields = line.split(separator: " ")
            guard fields.count > 5, fields[1] == "FLOCK", fields[5] == identity.lockName,
                let processID = Int32(fields[4]), FileTree.firstLine(of: "/proc/\(processID)/comm") != nil
            else { continue }
            return PortHolder(processID)
        }
        return nil
    }

    /// The running ModemManager, if this process may not see what it has open.
    static func findHiddenModemManager() -> PortHolder? {
        for entry in FileTree.entries(of: "/proc") {
            guard let processID = Int32(entry), FileTree.firstLine(of: "/proc/\(entry)/comm") == modemManager,
                access("/proc/\(entry)/fd", R_OK) != 0
            else { continue }
            return PortHolder(processID)
        }
        return nil
    }

    private init(_ processID: Int32) {
        self.init(name: FileTree.firstLine(of: "/proc/\(processID)/comm") ?? "a program", processID: processID)
    }

    /// Whether another thread of this process has just forked it: it has copies of our descriptors until its `exec`.
    private static func isChildBeforeExec(_ processID: Int32) -> Bool {
        // `pid (name) state parent ...`, and the name may hold anything.
        let fields = FileTree.firstLine(of: "/proc/\(processID)/stat")?.split(separator: ")").last?.split(
            separator: " ")
        guard let fields, fields.count > 1, Int32(fields[1]) == getpid() else { return false }
        return FileTree.linkTarget(of: "/proc/\(processID)/exe") == FileTree.linkTarget(of: "/proc/self/exe")
    }

    private static func holds(_ identity: DeviceIdentity, _ processID: Int32) -> Bool {
        let folder = "/proc/\(processID)/fd"
        var isHolder = false
        for descriptor in FileTree.entries(of: folder) {
            // Only devices are looked at closer: `stat` of a file on a network that is down would wait.
            guard let target = FileTree.linkTarget(of: "\(folder)/\(descriptor)"), target.hasPrefix("/dev/") else {
                continue
            }
            if identity.isPseudoTerminal, target == "/dev/ptmx" || target == "/dev/pts/ptmx" { return false }
            if !isHolder { isHolder = DeviceIdentity(path: "\(folder)/\(descriptor)") == identity }
        }
        return isHolder
    }
}
