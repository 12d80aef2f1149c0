/// Which acoustic model the ear listens with.
public enum ModelChoice: Equatable, Sendable {
    /// The one that comes with PocketSphinx.
    case stock
    /// The user's own for the vocabulary, if there is one.
    case own
    case folder(String)

    /// As on the command line: `stock`, `own`, or a path.
    public init(_ text: String) {
        self =
            switch text {
            case "stock": .stock
            case "own": .own
            default: .folder(text)
            }
    }
}
