import Foundation
import SoundFile

/// The recordings of `Tests/Fixtures/Utterances`.
enum Utterances {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Utterances")

    static func samples(_ name: String) throws -> [Int16] {
        var recording = try Recording(path: folder.appending(path: name + ".flac").path)
        var samples = [Int16](repeating: 0, count: 16_000 * 20)
        var room = samples.mutableSpan
        let count = try recording.read(into: &room)
        samples.removeLast(samples.count - count)
        return samples
    }
}
