/// Why a pronunciation dictionary cannot be used, and in which line.
public struct DictionaryError: Error, Equatable, Sendable {
    /// What callers may branch on. Everything else is for people to read.
    public enum Kind: Hashable, Sendable {
        /// A word stands alone.
        case noPhones
        /// A sound that the acoustic model does not know, or no sound at all.
        case unknownPhone
        /// A variant is not written `word(2)`.
        case badVariant
        case encoding
    }

    public let kind: Kind
    public let message: String
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// What to do about it.
    public let hint: String?
}

extension DictionaryError: CustomStringConvertible {
    public var description: String { "\(file):\(line): \(message)" }
}
