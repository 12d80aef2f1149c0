import Foundation

/// The folders of some files, as far as they are there, and what inotify says about them.
struct WatchedFolders: Sendable {
    let inotify: CInt
    /// By folder the names in it that matter; a file behind a symbolic link is watched at both places.
    private let names: [String: Set<String>]
    private var folders: [CInt: String] = [:]

    private static let wanted = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF)
    private static let gone = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)

    /// - Parameter inotify: a descriptor that does not block; stays the caller's.
    init(of files: [String], inotify: CInt) {
        self.inotify = inotify
        var names: [String: Set<String>] = [:]
        for file in files.map({ URL(filePath: $0) }) {
            for place in [file, file.resolvingSymlinksInPath()] {
                names[place.deletingLastPathComponent().path, default: []].insert(place.lastPathComponent)
            }
        }
        self.names = names
    }

    /// Whether all folders are being watched.
    var isComplete: Bool { folders.count == names.count }

    /// Looks for the folders that are not being watched.
    ///
    /// - Returns: whether one was found, whose files may have changed meanwhile.
    @discardableResult
    mutating func watch() -> Bool {
        var isFound = false
        for folder in names.keys where !folders.values.contains(folder) {
            let watch = inotify_add_watch(inotify, folder, Self.wanted)
            guard watch >= 0 else { continue }
            folders[watch] = folder
            isFound = true
        }
        return isFound
    }

    /// Takes what has happened since the last call.
    ///
    /// - Returns: whether it concerns one of the files.
    mutating func readEvents() -> Bool {
        var isConcerned = false
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = read(inotify, &buffer, buffer.count)
            guard count > 0 else { return isConcerned }
            if buffer.withUnsafeBytes({ take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }) { isConcerned = true }
        }
    }

    private mutating func take(_ events: UnsafeRawBufferPointer) -> Bool {
        let header = MemoryLayout<inotify_event>.size
        var isConcerned = false
        var position = 0
        while position + header <= events.count {
            let event = events.loadUnaligned(fromByteOffset: position, as: inotify_event.self)
            let name = events[(position + header)...].prefix(Int(event.len)).prefix { $0 != 0 }
            position += header + Int(event.len)
            // The queue ran over: anything may have happened.
            if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { isConcerned = true }
            guard let folder = folders[event.wd] else { continue }
            if event.mask & Self.gone != 0 {
                inotify_rm_watch(inotify, event.wd)
                folders[event.wd] = nil
            }
            if names[folder]!.contains(String(decoding: name, as: UTF8.self)) { isConcerned = true }
        }
        return isConcerned
    }
}
