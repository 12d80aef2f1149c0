internal import FoundationEssentials

/// Where a model comes from, what it was made for, and how well it did.
///
/// Lies beside its files as `provenance.json`.
public struct Provenance: Codable, Equatable, Sendable {
    public static let fileName = "provenance.json"
    /// Of this description.
    private static let currentVersion = 1
    /// More words than any vocabulary, longer than any description.
    private static let largest = 1 << 22

    private var version = Provenance.currentVersion
    public var name: String
    /// The grammar that it was made for, by the name that it gives itself, and the words that can be said in it.
    public var vocabulary: String
    public var words: [String]
    public var language: String
    public var method: AdaptationMethod
    /// The model that was adapted, and what its own papers say about who may use it.
    public var base: String
    public var licence: String
    /// When, as in ISO 8601.
    public var made: String
    public var clips: Int
    /// How many people.
    public var speakers: Int
    /// Seconds of sound.
    public var seconds: Double
    public var heldBack: HeldBack
    /// Fingerprints of the recordings, so that it is not tested with what it was made from.
    public var recordings: [String]

    private enum CodingKeys: String, CodingKey {
        case version, name, vocabulary, words, language, method, base, licence, made, clips, speakers, seconds
        case recordings
        case heldBack = "held_back"
    }

    public init(
        name: String, vocabulary: String, words: [String], language: String, method: AdaptationMethod, base: String,
        licence: String, made: String, clips: Int, speakers: Int, seconds: Double, heldBack: HeldBack,
        recordings: [String]
    ) {
        self.name = name
        self.vocabulary = vocabulary
        self.words = words
        self.language = language
        self.method = method
        self.base = base
        self.licence = licence
        self.made = made
        self.clips = clips
        self.speakers = speakers
        self.seconds = seconds
        self.heldBack = heldBack
        self.recordings = recordings
    }

    /// - Throws: ``ParameterError`` if it is not such a description, or of a later version of this program.
    public init(parsing bytes: [UInt8], file: String) throws(ParameterError) {
        let decoded = bytes.count <= Self.largest ? try? JSONDecoder().decode(Self.self, from: Data(bytes)) : nil
        guard let decoded else { throw ParameterError(file, "it does not describe a model") }
        guard decoded.version <= Self.currentVersion else {
            throw ParameterError(file, "it was made by a later version of this program")
        }
        self = decoded
    }

    public var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // All numbers in it are counted or measured, so finite: it can be written.
        return Array((try? encoder.encode(self)) ?? Data()) + [UInt8(ascii: "\n")]
    }
}
