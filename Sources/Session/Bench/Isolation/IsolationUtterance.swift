import Audio
import SoundFile
import VocabularyFiles

/// A recording as it is given to both recognisers: whole.
struct IsolationUtterance: Sendable {
    let samples: [Int16]

    var length: Duration { AudioFormat.duration(ofSamples: samples.count) }

    /// The recordings of the demonstration, the shortest first.
    static func all() throws -> [IsolationUtterance] {
        try DemoRecording.all(of: .english, in: .find()).map { recording in
            var file = try SoundFile.Recording(path: recording.path)
            var samples: [Int16] = []
            var piece = [Int16](repeating: 0, count: 16_384)
            while true {
                var span = piece.mutableSpan
                let count = try file.read(into: &span)
                if count == 0 { break }
                samples += piece[..<count]
            }
            return IsolationUtterance(samples: samples)
        }.sorted { $0.samples.count < $1.samples.count }
    }
}
