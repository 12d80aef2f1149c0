/// A file of prototypes that cannot be used.
public enum WordPrototypesError: Error, Equatable, Sendable {
    case unknown(String, file: String, line: Int)
    /// So many numbers belong there.
    case numbers(String, count: Int, file: String, line: Int)
    case twice(String, file: String, line: Int)
    case missing(String, file: String)
}

extension WordPrototypesError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown(let name, let file, let line): "\(file):\(line): there is no entry \"\(name)\""
        case .numbers(let name, let count, let file, let line):
            "\(file):\(line): \"\(name)\" is to be followed by \(count) \(count == 1 ? "number" : "numbers")"
        case .twice(let name, let file, let line): "\(file):\(line): \"\(name)\" stands there twice"
        case .missing(let name, let file): "\(file): \"\(name)\" is missing"
        }
    }

    /// What to try next.
    public var hint: String? {
        "make the file again: prototypes with `Scripts/train-embedding`, an enrolment with `voiceled models train`"
    }
}
