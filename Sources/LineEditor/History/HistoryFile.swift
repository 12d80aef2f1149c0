internal import Glibc

/// A history kept in a text file, one line of UTF-8 for each line entered, for the owner alone.
///
/// Lines are appended as they are entered, each with one `write`, so that several programs may share the file and a
/// crash loses nothing. Reading drops repetitions; a file that has grown to several times its use is then replaced.
public struct HistoryFile: Equatable, Sendable {
    public let path: String
    /// The greatest number of lines kept.
    public let limit: Int

    /// No more than this much of the file's end is ever read.
    static let largestRead = 1 << 20

    public init(path: String, limit: Int = 1_000) {
        self.path = path
        self.limit = max(1, limit)
    }

    /// The place the XDG Base Directory Specification gives for such a file: `$XDG_STATE_HOME/voiceled/history`, or
    /// `~/.local/state/voiceled/history`.
    ///
    /// - Returns: `nil` if the environment names neither folder by an absolute path.
    public static func standard(environment: [String: String]) -> HistoryFile? {
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            return HistoryFile(path: "\(state)/voiceled/history")
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return HistoryFile(path: "\(home)/.local/state/voiceled/history")
    }

    /// Reads the file; one that does not exist yet is an empty history.
    ///
    /// Lines that are not UTF-8 are passed over.
    ///
    /// - Throws: ``LineEditorError`` of kind `historyFailed`.
    public func load() throws(LineEditorError) -> LineHistory {
        var history = LineHistory(limit: limit)
        guard let text = try read() else { return history }
        let entered = text.split(separator: UInt8(ascii: "\n")).compactMap { String(validating: $0, as: UTF8.self) }
        history.add(contentsOf: entered)
        if text.count >= Self.largestRead || entered.count > 4 * limit { try replace(with: history) }
        return history
    }

    /// Adds one line to the end of the file, making the file and its folders if need be.
    ///
    /// - Throws: ``LineEditorError`` of kind `historyFailed`.
    public func append(_ line: String) throws(LineEditorError) {
        makeFolders()
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", "keep the history in \(path)") }
        defer { close(descriptor) }
        guard Descriptor.write(line + "\n", to: descriptor) else { throw failure("write", "write to \(path)") }
    }

    /// - Returns: the last ``largestRead`` bytes, beginning with a whole line; `nil` if there is no file.
    private func read() throws(LineEditorError) -> ArraySlice<UInt8>? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw failure("open", "read the history in \(path)") }
        defer { close(descriptor) }

        let skipped = max(0, lseek(descriptor, 0, SEEK_END) - Self.largestRead)
        lseek(descriptor, skipped, SEEK_SET)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < Self.largestRead {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure("read", "read the history in \(path)") }
            if count == 0 { break }
            bytes += piece.prefix(count)
        }
        return skipped == 0 ? bytes[...] : bytes.drop { $0 != UInt8(ascii: "\n") }
    }

    /// Puts a new file in the old one's place in one step, so that no reader ever sees half of it.
    private func replace(with history: LineHistory) throws(LineEditorError) {
        let draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", "shorten the history in \(path)") }
        let isWritten = Descriptor.write(history.lines.map { $0 + "\n" }.joined(), to: descriptor)
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            let error = failure("rename", "shorten the history in \(path)")
            unlink(draft)
            throw error
        }
    }

    /// A failure shows when the file is opened, with a better message than a folder could give.
    private func makeFolders() {
        for index in path.indices.dropFirst() where path[index] == "/" {
            mkdir(String(path[..<index]), 0o700)
        }
    }

    private func failure(_ call: String, _ purpose: String) -> LineEditorError {
        LineEditorError(
            .historyFailed, failing: call, to: purpose, hint: "set XDG_STATE_HOME to a folder you can write to")
    }
}
