import Accuracy
import Adaptation
import CommandLanguage
import Foundation
import VocabularyFiles

/// Where a person's recordings of one vocabulary are kept: sound files and the list of them.
///
/// The list is written anew after each recording, so that a stop at any moment loses nothing.
public struct RecordingFolder: Sendable {
    public let path: String
    private let speaker: String
    private var entries: [Manifest.Entry]

    /// `$XDG_DATA_HOME/voiceled/recordings/NAME`, beside the models.
    ///
    /// - Throws: `AdaptationError` if there is no place for it; `ManifestError` or `VocabularyError` for a list that
    ///   cannot be read.
    public static func standard(of vocabulary: String, speaker: String) throws -> RecordingFolder {
        let models = URL(filePath: try ModelStore.standard().folder)
        let name = ModelStore.fileName(of: vocabulary)
        return try RecordingFolder(
            path: models.deletingLastPathComponent().path + "/recordings/" + name, speaker: speaker)
    }

    init(path: String, speaker: String) throws {
        self.path = path
        self.speaker = speaker
        let list = "\(path)/\(RecordingList.manifestName)"
        entries = FileManager.default.fileExists(atPath: list) ? try RecordingList.manifest(list).read().entries : []
    }

    public var count: Int { entries.count }

    /// What is still to be said, if each phrase is to be there so many times.
    public func missing(_ phrases: [String], times: Int) -> [CalibrationPrompt] {
        var present: [String: Int] = [:]
        for entry in entries where entry.speaker == speaker { present[entry.label, default: 0] += 1 }
        var asked: [String] = []
        for round in 0..<times { asked += phrases.filter { present[$0, default: 0] <= round } }
        return asked.enumerated().map { CalibrationPrompt($1, number: $0 + 1, of: asked.count) }
    }

    /// Keeps a recording.
    ///
    /// - Throws: ``BenchError`` with the system's own reason; the list is as it was then.
    mutating func add(_ samples: [Int16], saying phrase: String) throws {
        let stem = phrase.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        let numbers = entries.compactMap { Int($0.name.prefix { $0.isNumber }) }
        let digits = "\((numbers.max() ?? 0) + 1)"
        let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-\(stem.prefix(60)).wav"
        do {
            // Voices are private.
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(WAVSound.bytes(samples)).write(to: URL(filePath: "\(path)/\(name)"))
            let entry = Manifest.Entry(
                name: name, path: "\(path)/\(name)", label: phrase, speaker: speaker, line: entries.count + 2)
            try write(entries + [entry])
            entries.append(entry)
        } catch {
            throw BenchError("cannot keep the recording in \(path): \(error.localizedDescription)")
        }
    }

    /// Throws away the last recording of `phrase`.
    mutating func removeLast(saying phrase: String) throws {
        guard let index = entries.lastIndex(where: { $0.label == phrase && $0.speaker == speaker }) else { return }
        var rest = entries
        let entry = rest.remove(at: index)
        do {
            try write(rest)
            try FileManager.default.removeItem(atPath: entry.path)
        } catch {
            throw BenchError("cannot change the recordings in \(path): \(error.localizedDescription)")
        }
        entries = rest
    }

    private func write(_ entries: [Manifest.Entry]) throws {
        let lines = entries.map { "\($0.name)\t\($0.label)\t\($0.speaker)\n" }
        try Data(("# file\tlabel\tspeaker\n" + lines.joined()).utf8).write(
            to: URL(filePath: "\(path)/\(RecordingList.manifestName)"), options: .atomic)
    }
}
