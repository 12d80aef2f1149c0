import Accuracy
import Foundation
import SoundFile

extension NoiseMixer {
    /// - Parameters:
    ///   - path: a recording of noise, or a list of some (`.tsv`).
    ///   - seed: the same seed gives the same noise.
    /// - Throws: ``BenchError``, `ManifestError`, or `SoundFileError`.
    init(recordedIn path: String, seed: UInt64) throws {
        let isList = URL(filePath: path).pathExtension.lowercased() == "tsv"
        let files = isList ? try AccuracyBench.manifest(path, for: .sound).entries.map(\.path) : [path]
        let noises = try files.map { file in
            let samples = try Recording.samples(of: file)
            guard !samples.isEmpty, !Self.isSilent(samples) else {
                throw BenchError("cannot mix in the noise \(file): it is silent", hint: "name one that can be heard")
            }
            return samples
        }
        self.init(noises: noises, seed: seed)
    }
}
