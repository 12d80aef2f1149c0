import AcousticModel
import PocketSphinxDecoder
import Recognition
import VocabularyFiles

/// The figures of confidence that are built in, and how to know them again.
struct ConfidenceSource: Sendable {
    let model: ConfidenceModel
    /// Another one when the figures or the acoustic model are others: a threshold then means something else.
    let fingerprint: String

    /// - Parameter grammar: the name of the vocabulary.
    /// - Throws: `VocabularyError`, `ConfidenceModelError`, or `CalibrationError`.
    init(_ models: ModelFolder, acousticModel: String, grammar: String) throws {
        let path = models.confidence(.english)
        let text = try TextFile.read(path)
        let model = try ConfidenceModel(parsing: text, file: path)
        let own = try CalibrationFile(path: models.thresholds(.english, of: grammar)).read()
        self.model = model.fitted(with: model.thresholds.merging(own?.thresholds ?? [:]) { $1 })
        var print = Fingerprint(of: text)
        print.mix(acousticModel)
        // One of the user's own changes without changing its place.
        if let sums = try? TextFile.read("\(acousticModel)/\(Checksums.fileName)") { print.mix(sums) }
        fingerprint = print.text
    }
}
