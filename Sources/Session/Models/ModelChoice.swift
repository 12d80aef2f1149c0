/// Which acoustic model the ear listens with.
public enum ModelChoice: Equatable, Sendable {
    /// The one that comes with PocketSphinx.
    case stock
    /// The one for many people that comes with the vocabulary; else the stock one.
    case pooled
    /// The user's own for the vocabulary, if there is one; else the pooled one.
    case own
    case folder(String)

    /// As on the command line: `stock`, `pooled`, `own`, or a path.
    public init(_ text: String) {
        self =
            switch text {
            case "stock": .stock
            case "pooled": .pooled
            case "own": .own
            default: .folder(text)
            }
    }
}
