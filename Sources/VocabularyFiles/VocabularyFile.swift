/// A file that a vocabulary was read from, and which version of it.
public struct VocabularyFile: Sendable, Equatable {
    public let path: String
    /// `nil` for a file that could not be read.
    private let version: Fingerprint?

    /// - Parameter text: `nil` for a file that is not there.
    package init(path: String, text: String?) {
        self.path = path
        version = text.map { Fingerprint(of: $0) }
    }

    /// The same file as it is now.
    package var current: VocabularyFile {
        VocabularyFile(path: path, text: try? TextFile.read(path))
    }
}
