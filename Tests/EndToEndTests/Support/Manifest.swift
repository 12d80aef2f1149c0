import Foundation

/// A list of recordings for `bench accuracy`, written into a folder.
struct Manifest {
    let path: String

    /// - Parameter lines: file, label and speaker of each recording.
    init(_ name: String, in folder: String, _ lines: [String]) throws {
        path = folder + "/" + name
        try (["# file\tlabel\tspeaker"] + lines).joined(separator: "\n").write(
            toFile: path, atomically: true, encoding: .utf8)
    }

    /// A line for each of the fixtures, labelled with what is said in it and spoken by its voice.
    static func lines(_ fixtures: [UtteranceFixture]) -> [String] {
        fixtures.map { "\($0.path)\t\($0.transcript)\t\($0.voice)" }
    }
}
