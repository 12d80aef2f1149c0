/// A failed ALSA call, with what was being attempted and what the user can do.
public struct ALSAError: Error, Equatable, Sendable {
    /// What callers may branch on. Everything else is for people to read.
    public enum Kind: Sendable {
        case notFound, busy, denied, unplugged, stalled, unsuitable, other
    }

    public let kind: Kind
    public let device: String
    /// The C function that failed, for example `snd_pcm_open`.
    public let operation: String
    /// The negative status that it returned.
    public let status: Int32
    /// Why, in words.
    public let reason: String
}

extension ALSAError: CustomStringConvertible {
    public var description: String { "microphone \"\(device)\": \(reason) (\(operation) returned \(status))" }

    /// What to try next, when there is something better than giving up.
    public var hint: String? { nil }
}
