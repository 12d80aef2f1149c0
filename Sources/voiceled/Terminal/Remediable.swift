import ALSACapture
import Accuracy
import AcousticModel
import Adaptation
import BoardConnection
import CommandLanguage
import LineEditor
import PocketSphinxDecoder
import Recognition
import SerialPort
import Session
import SoundFile
import VocabularyFiles

/// An error that can say what to do about it.
protocol Remediable: Error {
    var hint: String? { get }
}

extension ALSAError: Remediable {}
extension AdaptationError: Remediable {}
extension BenchError: Remediable {}
extension BoardError: Remediable {}
extension CalibrationError: Remediable {}
extension CalibrationFailure: Remediable {}
extension CanaryError: Remediable {}
extension ConfidenceModelError: Remediable {}
extension DecoderError: Remediable {}
extension DictionaryError: Remediable {}
extension FlashError: Remediable {}
extension GrammarError: Remediable {}
extension IsolationError: Remediable {}
extension LineEditorError: Remediable {}
extension ManifestError: Remediable {}
extension NoBoardError: Remediable {}
extension ParameterError: Remediable {}
extension ServedRecognizerError: Remediable {}
extension SimulatedBoardError: Remediable {}
extension SoundFileError: Remediable {}
extension VocabularyError: Remediable {}
extension WordsError: Remediable {}
