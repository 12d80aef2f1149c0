import CommandLanguage
import PocketSphinxDecoder
import RecognizerServer
import VocabularyFiles
import WordPrototypes

/// An error that can say what to do about it.
protocol Remediable: Error {
    var hint: String? { get }
}

extension DecoderError: Remediable {}
extension DictionaryError: Remediable {}
extension GrammarError: Remediable {}
extension ServerError: Remediable {}
extension VocabularyError: Remediable {}
extension WordPrototypesError: Remediable {}
