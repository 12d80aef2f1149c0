/// A file of confidence figures that cannot be used.
public enum ConfidenceModelError: Error, Equatable, Sendable {
    case missing(String, file: String)
    case unknown(String, file: String, line: Int)
    case noNumber(String, file: String, line: Int)
    case twice(String, file: String, line: Int)
}

extension ConfidenceModelError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let name, let file): "\(file): \"\(name)\" is missing"
        case .unknown(let name, let file, let line): "\(file):\(line): there is no figure \"\(name)\""
        case .noNumber(let name, let file, let line): "\(file):\(line): \"\(name)\" is to be followed by one number"
        case .twice(let name, let file, let line): "\(file):\(line): \"\(name)\" stands there twice"
        }
    }

    /// What to try next.
    public var hint: String? { "make the file again with `Scripts/fit-confidence`" }
}
