internal import CommandLanguage
internal import PocketSphinxDecoder
internal import VocabularyFiles

/// What became of an edited grammar or dictionary.
public struct VocabularyChange: Sendable {
    /// The path of the grammar.
    public let grammar: String
    public let outcome: Outcome

    public enum Outcome: Sendable, Equatable {
        /// It counts from the next utterance on.
        case loaded
        /// The old one goes on; `log` holds the decoder's last lines where it died of the new one.
        case refused(reason: String, hint: String?, log: [String])
    }

    public init(grammar: String, outcome: Outcome) {
        self.grammar = grammar
        self.outcome = outcome
    }
}

extension VocabularyChange.Outcome {
    /// Any of the errors that a vocabulary is refused with.
    init(refusing error: any Error) {
        let (hint, log): (String?, [String]) =
            switch error {
            case let error as GrammarError: (error.hint, [])
            case let error as DictionaryError: (error.hint, [])
            case let error as VocabularyError: (error.hint, [])
            case let error as DecoderError: (error.hint, error.log)
            case let error as CanaryError: (error.hint, error.log)
            default: (nil, [])
            }
        self = .refused(reason: "\(error)", hint: hint, log: log)
    }
}
