/// Why a recording cannot be used, and what the user can do.
public struct SoundFileError: Error, Equatable, Sendable {
    /// What callers may branch on.
    public enum Kind: Equatable, Sendable {
        case notFound, denied, notAFile, notAudio, unsupported, empty, cutOff, unreadable
    }

    public let kind: Kind
    /// The path as it was given, `-` for standard input.
    public let path: String
    /// Why, with the raw fact.
    public let reason: String

    init(_ kind: Kind, _ path: String, reason: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
    }
}

extension SoundFileError: CustomStringConvertible {
    public var description: String { "cannot replay \(path): \(reason)" }

    /// What to try next.
    public var hint: String? { nil }
}
