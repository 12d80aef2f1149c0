/// How the samples of audio events lie in their payload.
public struct SoundFormat: Equatable, Sendable {
    /// Samples per second of one channel, in hertz.
    public var rate: Int

    /// Bytes of one sample: 2 is signed 16 bits, the lower byte first.
    public var width: Int

    /// 1 is mono; the samples of several channels take turns.
    public var channels: Int

    public init(rate: Int, width: Int, channels: Int) {
        self.rate = rate
        self.width = width
        self.channels = channels
    }

    /// 16 kHz, 16 bits, mono: what recognisers hear.
    public static let speech = SoundFormat(rate: 16_000, width: 2, channels: 1)
}

extension SoundFormat: CustomStringConvertible {
    public var description: String { "\(rate) Hz, \(width * 8) bits, \(channels) channel\(channels == 1 ? "" : "s")" }
}

extension SoundFormat {
    init(_ event: Event) throws(MessageError) {
        rate = try event.requiredCount("rate")
        width = try event.requiredCount("width")
        channels = try event.requiredCount("channels")
    }

    func fields(timestamp: Int?) -> [String: EventValue] {
        [String: EventValue](present: [
            "rate": .integer(rate), "width": .integer(width), "channels": .integer(channels),
            "timestamp": timestamp.map { .integer($0) },
        ])
    }
}
