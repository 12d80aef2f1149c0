import Foundation
import PocketSphinxDecoder

/// The English model with one of its files replaced; the others are links to it.
final class DamagedModel {
    let path = FileManager.default.temporaryDirectory.appending(path: "damaged-model-\(UUID())").path

    /// - Parameter file: taken away if `content` is `nil`.
    init(replacing file: String, with content: Data?) throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
        for name in try manager.contentsOfDirectory(atPath: DecoderSettings.englishModel) where name != file {
            try manager.createSymbolicLink(
                atPath: "\(path)/\(name)", withDestinationPath: "\(DecoderSettings.englishModel)/\(name)")
        }
        try content?.write(to: URL(filePath: "\(path)/\(file)"))
    }

    /// With a file of `Tests/Fixtures/Broken/models`.
    convenience init(replacing file: String, withFixture fixture: String) throws {
        let url = Broken.folder.appending(path: "models/\(fixture)")
        try self.init(replacing: file, with: Data(contentsOf: url))
    }

    /// With only the beginning of the file itself.
    convenience init(cutting file: String, to share: Double) throws {
        let whole = try Data(contentsOf: URL(filePath: "\(DecoderSettings.englishModel)/\(file)"))
        try self.init(replacing: file, with: whole.prefix(Int(Double(whole.count) * share)))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
