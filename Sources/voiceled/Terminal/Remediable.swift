import ALSACapture
import BoardConnection
import CommandLanguage
import LineEditor
import PocketSphinxDecoder
import Recognition
import SerialPort
import Session
import SoundFile

/// An error that can say what to do about it.
protocol Remediable: Error {
    var hint: String? { get }
}

extension ALSAError: Remediable {}
extension BoardError: Remediable {}
extension ConfidenceModelError: Remediable {}
extension DecoderError: Remediable {}
extension DictionaryError: Remediable {}
extension FlashError: Remediable {}
extension GrammarError: Remediable {}
extension LineEditorError: Remediable {}
extension NoBoardError: Remediable {}
extension SimulatedBoardError: Remediable {}
extension SoundFileError: Remediable {}
extension VocabularyError: Remediable {}
