public import Accuracy
import Foundation
import VocabularyFiles

/// The recordings of a folder or a list that a model is to be made from.
public enum RecordingList: Equatable, Sendable {
    /// File, tab, what is said, tab, speaker on each line.
    case manifest(String)
    /// Its `manifest.tsv`; else recordings whose names say what is said in them, as `light-two-on.1.wav`, or folders
    /// whose names do.
    case folder(String)

    static let manifestName = "manifest.tsv"
    private static let endings: Set = ["wav", "flac", "ogg", "mp3", "aiff", "aif", "opus"]

    /// - Throws: `ManifestError`, `VocabularyError`, or ``BenchError``.
    public func read() throws -> Manifest {
        switch self {
        case .manifest(let path): return try Manifest(parsing: TextFile.read(path), path: path)
        case .folder(let path):
            let list = "\(path)/\(Self.manifestName)"
            if FileManager.default.fileExists(atPath: list) { return try Self.manifest(list).read() }
            return try Self.look(in: path)
        }
    }

    private static func look(in folder: String) throws -> Manifest {
        guard let files = FileManager.default.enumerator(atPath: folder) else {
            throw BenchError("cannot read the folder \(folder)", hint: "check its name and permissions")
        }
        let names = files.compactMap { $0 as? String }.filter {
            endings.contains(URL(filePath: $0).pathExtension.lowercased())
        }.sorted()
        guard !names.isEmpty else {
            throw BenchError(
                "there are no recordings in \(folder)",
                hint: "name them by what is said, as light-two-on.1.wav, or list them with --manifest")
        }
        return Manifest(
            path: folder,
            entries: names.enumerated().map { index, name in
                .init(
                    name: name, path: "\(folder)/\(name)", label: phrase(of: name), speaker: "-", line: index + 1)
            })
    }

    /// `light two on` of `light-two-on.2.wav` and of `light two on/2.wav`.
    static func phrase(of name: String) -> String {
        let parts = name.split(separator: "/")
        let stem = parts.count > 1 ? parts[parts.count - 2] : parts[0].prefix { $0 != "." }
        return stem.map { "-_".contains($0) ? " " : String($0) }.joined().lowercased()
    }
}
