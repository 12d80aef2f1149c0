public import Accuracy
public import CommandLanguage
import Foundation
import SoundFile
import VocabularyFiles

/// Hears recordings whose words are known, and counts: through the endpointer, the recogniser and the judge of `listen`,
/// each recording in a session of its own.
public struct AccuracyBench: Sendable {
    /// Labels of the manifest that the grammar cannot mean; their recordings are left out.
    public let leftOut: [ManifestError.Problem]
    public let leftOutCount: Int

    let grammar: Grammar
    let seed: UInt64
    let mixer: NoiseMixer?
    let ignoresThresholds: Bool
    let rounds: [Round]

    /// All recordings of a list under one condition.
    struct Round: Sendable {
        let manifest: String
        let clips: [TimedClip]
        let snr: Double?
        let isNegative: Bool
    }

    struct TimedClip: Sendable {
        let clip: Clip
        /// According to its header.
        let seconds: Double
    }

    /// Reads the lists, and looks whether all recordings are there.
    ///
    /// - Throws: `ManifestError` with the place of everything that is wrong; ``BenchError``; `SoundFileError` for noise.
    public init(_ plan: AccuracyPlan, grammar: Grammar) throws {
        self.grammar = grammar
        seed = plan.seed
        ignoresThresholds = plan.ignoresThresholds
        mixer = try plan.noise.map { try NoiseMixer(recordedIn: $0, seed: plan.seed) }
        var rounds: [Round] = []
        if let path = plan.manifest {
            let manifest = try LabelledManifest(Self.manifest(path, for: .labelled), in: grammar)
            leftOut = manifest.leftOut
            leftOutCount = manifest.leftOutCount
            let wanted = manifest.clips.filter { !plan.excludedLines.contains($0.line) }
            let clips = try Self.timed(wanted.sampled(plan.limit, seed: plan.seed), of: path)
            rounds += plan.snrs.map { Round(manifest: path, clips: clips, snr: $0, isNegative: false) }
        } else {
            leftOut = []
            leftOutCount = 0
        }
        for path in plan.negatives {
            let clips = try Self.manifest(path, for: .sound).entries.map { Clip($0, label: nil) }
            let timed = try Self.timed(clips.sampled(plan.limit, seed: plan.seed), of: path)
            rounds.append(Round(manifest: path, clips: timed, snr: nil, isNegative: true))
        }
        rounds += try plan.negativeRecordings.map { path in
            // What is wrong with it is not the fault of a line of some list.
            _ = try Recording(path: path)
            let clip = Clip(.init(name: path, path: path, label: "", speaker: "-", line: 1), label: nil)
            return Round(manifest: path, clips: try Self.timed([clip], of: path), snr: nil, isNegative: true)
        }
        self.rounds = rounds
    }

    static func manifest(_ path: String, for purpose: Manifest.Purpose) throws -> Manifest {
        try Manifest(parsing: try TextFile.read(path), path: path, for: purpose)
    }

    private static func timed(_ clips: [Clip], of manifest: String) throws -> [TimedClip] {
        var problems: [(line: Int, error: SoundFileError)] = []
        var timed: [TimedClip] = []
        for clip in clips {
            do throws(SoundFileError) {
                let duration = try Recording(path: clip.path).duration ?? .zero
                timed.append(TimedClip(clip: clip, seconds: duration.milliseconds / 1_000))
            } catch {
                problems.append((clip.line, error))
            }
        }
        guard problems.isEmpty else {
            problems.sort { $0.line < $1.line }
            throw ManifestError(
                problems.map { .init(file: manifest, line: $0.line, "\($0.error)") }, hint: problems[0].error.hint)
        }
        return timed
    }
}
