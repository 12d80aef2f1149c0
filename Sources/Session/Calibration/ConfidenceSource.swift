import AcousticModel
import PocketSphinxDecoder
import Recognition
import VocabularyFiles

/// The figures of confidence that are built in, and how to know them again.
struct ConfidenceSource: Sendable {
    let model: ConfidenceModel
    /// Another one when the figures or the acoustic model are others: a threshold then means something else.
    let fingerprint: String

    /// - Throws: `VocabularyError` or `ConfidenceModelError`.
    init(_ models: ModelFolder, acousticModel: String) throws {
        let path = models.confidence(.english)
        let text = try TextFile.read(path)
        model = try ConfidenceModel(parsing: text, file: path)
        var print = Fingerprint(of: text)
        print.mix(acousticModel)
        // One of the user's own changes without changing its place.
        if let sums = try? TextFile.read("\(acousticModel)/\(Checksums.fileName)") { print.mix(sums) }
        fingerprint = print.text
    }
}
