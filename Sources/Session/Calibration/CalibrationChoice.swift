/// Which calibration the ear listens with.
public enum CalibrationChoice: Equatable, Sendable {
    /// The one that the user has for the vocabulary, if there is one.
    case own
    /// What is built in.
    case none
    case file(String)

    /// As on the command line: `own`, `none`, or a path.
    public init(_ text: String) {
        self =
            switch text {
            case "own": .own
            case "none": .none
            default: .file(text)
            }
    }

    /// - Parameter grammar: the name of the vocabulary.
    func file(for grammar: String) -> CalibrationFile? {
        switch self {
        case .own: .standard(of: grammar)
        case .none: nil
        case .file(let path): CalibrationFile(path: path)
        }
    }
}
