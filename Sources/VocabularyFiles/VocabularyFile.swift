/// A file that a vocabulary was read from, and which version of it.
public struct VocabularyFile: Sendable, Equatable {
    public let path: String
    /// `nil` for a file that could not be read.
    private let version: Fingerprint?

    package init(path: String, text: String) {
        self.path = path
        version = Fingerprint(of: text)
    }

    private init(unreadable path: String) {
        self.path = path
        version = nil
    }

    /// The same file as it is now.
    package var current: VocabularyFile {
        guard let text = try? TextFile.read(path) else { return VocabularyFile(unreadable: path) }
        return VocabularyFile(path: path, text: text)
    }
}
