import ALSACapture
import Accuracy
import BoardConnection
import CommandLanguage
import LineEditor
import PocketSphinxDecoder
import SerialPort
import Session
import SoundFile

/// An error that can say what to do about it.
protocol Remediable: Error {
    var hint: String? { get }
}

extension ALSAError: Remediable {}
extension BenchError: Remediable {}
extension BoardError: Remediable {}
extension DecoderError: Remediable {}
extension DictionaryError: Remediable {}
extension FlashError: Remediable {}
extension GrammarError: Remediable {}
extension LineEditorError: Remediable {}
extension ManifestError: Remediable {}
extension NoBoardError: Remediable {}
extension SimulatedBoardError: Remediable {}
extension SoundFileError: Remediable {}
extension VocabularyError: Remediable {}
