/// Why PocketSphinx could not load or decode, in its own words where it had any.
public struct DecoderError: Error, Codable, Equatable, Sendable {
    /// What callers may branch on.
    public enum Kind: Codable, Equatable, Sendable {
        /// The folder is not there, or not an acoustic model.
        case model
        /// The dictionary cannot be read, or a line of it is wrong.
        case dictionary
        /// A word of the grammar has no pronunciation.
        case wordMissing(String)
        /// The grammar is not JSGF that the decoder accepts.
        case grammar
        /// The library refused in the middle of its work; the decoder is in an unknown state.
        case decoding
    }

    public let kind: Kind

    /// What failed.
    public let what: String

    /// Why, as far as anybody said.
    public let reason: String

    /// The last messages of the library before it failed, oldest first.
    public let log: [String]

    package init(_ kind: Kind, _ what: String, reason: String, log: [String] = []) {
        self.kind = kind
        self.what = what
        self.reason = reason
        self.log = log
    }
}

extension DecoderError: CustomStringConvertible {
    public var description: String { "\(what): \(reason)" }

    /// What to try next.
    public var hint: String? {
        switch kind {
        case .model: "install the English model with `sudo apt-get install pocketsphinx-en-us`"
        case .dictionary: "each line is a word and its phones, for example: light  L AY T"
        case .wordMissing(let word): "add a line for \"\(word)\" and its phones to the dictionary"
        case .grammar: "`voiceled grammar check` names the place"
        case .decoding: nil
        }
    }
}
