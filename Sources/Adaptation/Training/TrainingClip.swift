/// A recording and what is said in it.
public struct TrainingClip: Sendable {
    /// For messages: its file.
    public let name: String
    /// 16 kHz mono.
    public let samples: [Int16]
    /// What is said, word for word, in the spelling of the dictionary; empty when only its meaning is known: then the words
    /// are those that were heard, if they mean it.
    public internal(set) var words: [String]
    public let speaker: String
    /// The index of the clip that this one is a changed copy of, under noise for example; held back with it.
    public let original: Int?

    public init(name: String, samples: [Int16], words: [String], speaker: String, original: Int? = nil) {
        self.original = original
        self.name = name
        self.samples = samples
        self.words = words
        self.speaker = speaker
    }

    var sentence: String { words.joined(separator: " ") }
    public var seconds: Double { Double(samples.count) / 16_000 }

    /// Tells one recording from another (FNV-1a).
    public var fingerprint: String { Self.fingerprint(of: samples) }

    public static func fingerprint(of samples: [Int16]) -> String {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for sample in samples {
            value = (value ^ UInt64(UInt16(bitPattern: sample))) &* 0x0000_0100_0000_01B3
        }
        return String(value, radix: 16)
    }
}
