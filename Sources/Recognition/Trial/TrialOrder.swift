internal import FoundationEssentials
public import PocketSphinxDecoder

/// What a process is told on its standard input to try: one JSON object.
public struct TrialOrder: Codable, Equatable, Sendable {
    public var settings: DecoderSettings
    public var limits: TrialLimits

    public init(_ settings: DecoderSettings, limits: TrialLimits = TrialLimits()) {
        self.settings = settings
        self.limits = limits
    }

    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
    }

    public var json: [UInt8] {
        get throws { try Array(JSONEncoder().encode(self)) }
    }
}
