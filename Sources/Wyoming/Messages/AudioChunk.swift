/// A piece of sound.
public struct AudioChunk: Message {
    public static let type = "audio-chunk"

    public var format: SoundFormat
    /// When it begins, in milliseconds.
    public var timestamp: Int?
    /// Samples as ``format`` says; may be empty.
    public var audio: [UInt8]

    public init(format: SoundFormat = .speech, timestamp: Int? = nil, audio: [UInt8]) {
        self.format = format
        self.timestamp = timestamp
        self.audio = audio
    }

    public init(_ event: Event) throws(MessageError) {
        self.init(
            format: try SoundFormat(event), timestamp: try event.optionalInteger("timestamp"), audio: event.payload)
    }

    public var event: Event { Event(type: Self.type, data: format.fields(timestamp: timestamp), payload: audio) }
}

extension AudioChunk {
    /// A piece in the format `speech`.
    public init(samples: some Collection<Int16>, timestamp: Int? = nil) {
        var audio: [UInt8] = []
        audio.reserveCapacity(samples.count * 2)
        for sample in samples {
            let bits = UInt16(bitPattern: sample)
            audio.append(UInt8(truncatingIfNeeded: bits))
            audio.append(UInt8(truncatingIfNeeded: bits >> 8))
        }
        self.init(timestamp: timestamp, audio: audio)
    }
}
