internal import FoundationEssentials
public import PocketSphinxDecoder

/// What a process says of a decoder on trial before it ends: one JSON object. One that dies says nothing.
public enum TrialVerdict: Codable, Equatable, Sendable {
    /// It loaded and heard; both in seconds of processor time, the second for each second of sound.
    case passed(loading: Double, hearing: Double)
    /// The decoder refused in an orderly way.
    case refused(DecoderError)

    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
    }

    public var json: [UInt8] {
        get throws { try Array(JSONEncoder().encode(self)) }
    }
}
