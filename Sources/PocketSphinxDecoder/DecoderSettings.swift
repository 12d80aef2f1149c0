/// What a ``Decoder`` is made from.
public struct DecoderSettings: Codable, Equatable, Sendable {
    /// How words are pronounced, in the form of CMUdict: one word and its phones a line, variants as `word(2)`.
    public enum PronunciationDictionary: Codable, Equatable, Sendable {
        case file(path: String)
        case text(String)
    }

    /// Folder of an acoustic model for 16 kHz: `mdef`, `means` and their companions.
    public var acousticModel: String

    public var dictionary: PronunciationDictionary

    /// The sentences that can be heard, as JSGF; its first public rule is what counts. Tags are ignored.
    public var grammar: String

    /// File of a statistical language model, in place of the grammar: any words of the dictionary in any order.
    public var languageModel: String?

    /// Paths this much less probable than the best are given up, for whole paths, at word ends and at phone ends.
    ///
    /// A little wider than the library's own. Still wider ones (1e-100) heard the same of 184 orders and 64 commands, in
    /// three times the time.
    public var beam = 1e-60
    public var wordBeam = 1e-40
    public var phoneBeam = 1e-60

    /// Gaussians of each codebook that are summed up, 1 to 8 or so; the library's own choice is 4.
    public var gaussians = 8

    /// Words that are no commands, as a dictionary: what is said is compared with them, with any sequence of phones and
    /// with the runner-up, for ``Decoder/weigh(_:meansTheSame:)``. `nil` when nobody asks for evidence.
    public var otherWords: String?

    public init(acousticModel: String, dictionary: PronunciationDictionary, grammar: String) {
        self.acousticModel = acousticModel
        self.dictionary = dictionary
        self.grammar = grammar
    }

    /// For words in any order. The beams are the library's own: with so many words wide ones take too long.
    public init(acousticModel: String, dictionaryPath: String, languageModel: String) {
        self.init(acousticModel: acousticModel, dictionary: .file(path: dictionaryPath), grammar: "")
        self.languageModel = languageModel
        beam = 1e-48
        wordBeam = 7e-29
        phoneBeam = 1e-48
        gaussians = 4
    }

    /// Where Debian's package `pocketsphinx-en-us` puts the English model.
    public static let englishModel = "/usr/share/pocketsphinx/model/en-us/en-us"

    /// The language model and the dictionary of 134,000 words from the same package.
    public static let englishLanguageModel = "/usr/share/pocketsphinx/model/en-us/en-us.lm.bin"
    public static let englishDictionary = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict"
}
