import AcousticModel
import CommandLanguage
import Foundation
import PocketSphinxDecoder
import VocabularyFiles

/// PocketSphinx's English model, moved towards many people's voices by the map that comes with a vocabulary.
enum PooledModel {
    /// Its folder, made in the user's cache when it is not there yet: some 10 ms, once.
    ///
    /// - Returns: `nil` where no map comes with the vocabulary.
    /// - Throws: `VocabularyError`, `ParameterError`, or the system's own error when it cannot be written.
    static func folder(for vocabulary: Vocabulary) throws -> String? {
        guard let map = map(for: vocabulary) else { return nil }
        guard let cache = CacheFolder.path() else {
            throw BenchError("there is no place for it: neither XDG_CACHE_HOME nor HOME names a folder")
        }
        let stock = DecoderSettings.englishModel
        let text = try TextFile.read(map)
        var version = Fingerprint(of: text)
        for name in ModelFiles.parameters { version.mix(file: "\(stock)/\(name)") }
        let folder = "\(cache)/models/\(vocabulary.grammar.name)-\(version.text)"
        if !FileManager.default.fileExists(atPath: folder) {
            try make(folder, from: stock, moving: try MeanTransform(parsing: text, file: map), text)
        }
        return folder
    }

    /// The file of the map; `nil` if there is none.
    static func map(for vocabulary: Vocabulary) -> String? {
        guard let models = try? ModelFolder.find() else { return nil }
        let map = models.transform(.english, of: vocabulary.grammar.name)
        return FileManager.default.fileExists(atPath: map) ? map : nil
    }

    /// Makes it aside and puts it there in one step: two programs may do so at the same time.
    private static func make(_ folder: String, from stock: String, moving map: MeanTransform, _ text: String) throws {
        let files = FileManager.default
        let aside = "\(folder).\(UUID().uuidString)"
        defer { try? files.removeItem(atPath: aside) }
        try files.createDirectory(atPath: aside, withIntermediateDirectories: true)
        for name in ModelFiles.parameters where name != "means" {
            try files.copyItem(atPath: "\(stock)/\(name)", toPath: "\(aside)/\(name)")
        }
        let means = "\(stock)/means"
        let moved = try map.moving(
            S3File(parsing: Array(Data(contentsOf: URL(filePath: means))), file: means), file: means)
        try Data(moved.bytes).write(to: URL(filePath: "\(aside)/means"))
        try Data(text.utf8).write(to: URL(filePath: "\(aside)/\(ModelFiles.transform)"))
        guard rename(aside, folder) == 0 || files.fileExists(atPath: folder) else {
            throw BenchError("cannot write \(folder): \(String(cString: strerror(errno)))")
        }
    }
}
