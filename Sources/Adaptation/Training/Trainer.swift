internal import AcousticModel
internal import Foundation
internal import PocketSphinxDecoder
internal import Synchronization

/// Makes a model of a voice, and finds out on clips that were held back whether it is one to use.
public struct Trainer: Sendable {
    private let plan: TrainingPlan
    private let toolkit: Toolkit

    /// Fewer say nothing.
    public static let fewestClips = 4

    public init(_ plan: TrainingPlan, toolkit: Toolkit) {
        self.plan = plan
        self.toolkit = toolkit
    }

    /// - Parameters:
    ///   - tell: may be called from any thread.
    /// - Throws: ``AdaptationError``, `ParameterError`, `DecoderError`, or `CancellationError`; nothing is left then.
    public func train(
        on clips: [TrainingClip], tell: @escaping @Sendable (TrainingProgress) -> Void
    ) async throws -> Training {
        guard clips.count >= Self.fewestClips else {
            throw AdaptationError(
                .unusable, "\(clips.count) recordings are too few to learn from: \(Self.fewestClips) at least",
                hint: "record some phrases more")
        }
        var clips = clips
        let folds = Folds.assign(
            clips, holdingSentences: !plan.vocabulary.isSubset(of: Set(clips.flatMap(\.words))))
        let parts = Array(Set(folds).sorted())
        let meter = Meter(total: 2 + parts.count * (2 + plan.methods.count) + 2, tell: tell)
        meter.step(.preparing)
        let adapter = try await Adapter(
            base: plan.base, dictionary: plan.dictionary, toolkit: toolkit,
            seconds: clips.reduce(0) { $0 + $1.seconds })
        try await adapter.extractFeatures(of: clips)
        let indices = parts.map { part in clips.indices.filter { folds[$0] == part } }
        let before = try await hear(clips, indices, with: plan.base) { meter.step(.hearing) }
        for index in clips.indices where clips[index].words.isEmpty && plan.isRight(index, before[index].text) {
            clips[index].words = before[index].text.split(separator: " ").map(String.init)
        }
        let spoken = clips
        _ = try await concurrently(Array(parts.indices), width: plan.jobs) { part in
            let known = indices[part].filter { !spoken[$0].words.isEmpty }
            let transcripts = known.map { ($0, Self.transcript(of: spoken[$0], hearing: before[$0])) }
            try await adapter.accumulate(transcripts, into: part)
            meter.step(.collecting)
        }
        let trials = parts.indices.flatMap { part in plan.methods.map { (part: part, method: $0) } }
        let heard = try await concurrently(trials, width: plan.jobs) { trial in
            let folder = try await adapter.model(
                trial.method, from: parts.indices.filter { $0 != trial.part },
                named: "\(trial.method.rawValue).\(trial.part)", isFinal: false)
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let hearings = try await Hearing.hear(indices[trial.part], of: spoken, with: folder, plan: plan)
            meter.step(.crossChecking)
            return hearings
        }
        var after: [AdaptationMethod: [Hearing]] = [:]
        for (trial, hearings) in zip(trials, heard) {
            for (index, hearing) in zip(indices[trial.part], hearings) {
                after[trial.method, default: before][index] = hearing
            }
        }
        let outcomes = plan.methods.map { method in
            Outcome(method, clips, before: before, after: after[method]!, plan: plan)
        }
        let chosen = Outcome.choose(among: outcomes)
        meter.step(.making)
        let folder = try await adapter.model(
            chosen.method, from: Array(parts.indices), named: "final", isFinal: true)
        meter.step(.checking)
        let final = try await hear(clips, indices, with: folder)
        return Training(
            chosen: chosen, outcomes: outcomes, base: plan.base, folder: folder, work: adapter.work,
            seen: Outcome(chosen.method, clips, before: before, after: final, plan: plan),
            againstCurrent: try await compareWithCurrent(clips, chosen))
    }

    /// The model in use hears what it was not made from either.
    private func compareWithCurrent(_ clips: [TrainingClip], _ chosen: Outcome) async throws -> HeldBack? {
        guard let current = plan.current else { return nil }
        let known = Set(current.provenance.recordings)
        let fresh = clips.indices.filter { !known.contains(clips[$0].fingerprint) }
        guard !fresh.isEmpty else { return nil }
        let heard = try await hear(clips, [fresh], with: current.path)
        return HeldBack(
            clips: fresh.count, before: zip(fresh, heard).count { plan.isRight($0, $1.text) },
            after: fresh.count { chosen.results[$0].isRight })
    }

    private func hear(
        _ clips: [TrainingClip], _ parts: [[Int]], with folder: String, step: @escaping @Sendable () -> Void = {}
    ) async throws -> [Hearing] {
        let heard = try await concurrently(parts, width: plan.jobs) { part in
            let hearings = try await Hearing.hear(part, of: clips, with: folder, plan: plan)
            step()
            return hearings
        }
        let places = zip(parts.joined(), heard.joined()).sorted { $0.0 < $1.0 }
        return places.map(\.1)
    }

    /// The words of a clip with the pauses that were heard between them.
    private static func transcript(of clip: TrainingClip, hearing: Hearing) -> String {
        guard hearing.text == clip.sentence else { return clip.sentence }
        return clip.words.enumerated().map { hearing.pauses.contains($0) ? "<sil> \($1)" : $1 }.joined(separator: " ")
    }
}

/// Counts the steps. Any thread may call it.
private final class Meter: Sendable {
    private let done = Mutex(0)
    private let total: Int
    private let tell: @Sendable (TrainingProgress) -> Void

    init(total: Int, tell: @escaping @Sendable (TrainingProgress) -> Void) {
        self.total = total
        self.tell = tell
    }

    func step(_ stage: TrainingProgress.Stage) {
        done.withLock { done in
            tell(TrainingProgress(stage: stage, done: done, total: total))
            done += 1
        }
    }
}
