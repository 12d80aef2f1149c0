import Accuracy
import AcousticModel
import Adaptation
import Session
import WordPrototypes

/// Tells what `models` finds and does, to a person or to a program. Any thread may call it.
struct ModelsReporter: Sendable {
    private let json: Bool
    private let style = Style.standard
    private let progress = StepLine()

    init(json: Bool) { self.json = json }

    func clear() { progress.clear() }

    // MARK: find

    func tell(_ model: InstalledModel) {
        if json { return Output.standard.event("model", model.jsonBody) }
        let state = model.problem.map { style.bad("damaged: \($0)") } ?? style.good("undamaged")
        Output.standard.line("\(model.name)  \(style.faint(model.path))")
        for (name, value) in model.facts { Output.standard.line("  \(name.padded(to: 12)) \(value)") }
        Output.standard.line("  \("checksums".padded(to: 12)) \(state)")
    }

    // MARK: train

    func tellLeftOut(_ problems: [ManifestError.Problem]) {
        for problem in problems {
            if json {
                Output.standard.event("left_out", ["reason": .init("\(problem)")] as [String: JSONValue])
            } else {
                Diagnostics.plain("\(problem)", hint: nil)
            }
        }
        if !problems.isEmpty, !json { Diagnostics.line("\(problems.count.of("recording")) left out") }
    }

    func tellRecordings(_ training: ModelTraining) {
        guard !json else { return }
        let time = Duration.seconds(training.seconds).forPeople
        let noise = training.hasNoise ? "; each once more in noise, and all are counted below" : ""
        Output.standard.line(
            "\(training.count.of("recording")) of \(training.speakers.of("speaker")), \(time) of sound\(noise)")
    }

    func tell(_ step: TrainingProgress) { progress.show("\(step.stage.rawValue): \(100 * step.done / step.total) %") }

    func tell(_ training: Training) {
        if json {
            for outcome in training.outcomes { Output.standard.event("outcome", outcome.jsonBody) }
            for word in training.chosen.words { Output.standard.event("word", word.jsonBody) }
            return
        }
        Output.standard.line("Heard rightly while they were held back:")
        for outcome in training.outcomes {
            let mark = outcome.method == training.chosen.method ? style.good("✓") : " "
            Output.standard.line(
                "  \(mark) \(outcome.method.name.padded(to: 16)) \(outcome.after) of \(outcome.results.count)")
        }
        Output.standard.line(
            "    \("before".padded(to: 16)) \(training.chosen.before) of \(training.chosen.results.count)")
        for word in training.chosen.words where word.gains + word.losses > 0 {
            let counts = "\(word.heard.before) -> \(word.heard.after) of \(word.heard.clips)"
            Output.standard.line("    \(word.word.padded(to: 16)) \(word.isWorse ? style.bad(counts) : counts)")
        }
        let missing = training.chosen.missing
        if !missing.isEmpty {
            let names = missing.prefix(8).joined(separator: ", ") + (missing.count > 8 ? " ..." : "")
            Output.standard.line(
                style.faint("  in no recording: \(missing.count.of("word")) (\(names))"))
        }
    }

    func tellKept(_ model: StoredModel, _ enrolment: Enrolment?) {
        if json {
            let samples: [String: JSONValue] = ["enrolled_samples": .init(enrolment?.count ?? 0)]
            return Output.standard.event("model", model.jsonBody.merging(samples) { $1 })
        }
        if let enrolment, !enrolment.isEmpty {
            let phrases = enrolment.samples.count.of("short phrase")
            Output.standard.line("  the second opinion has \(enrolment.count.of("sample")) of \(phrases) of yours")
        }
        Output.standard.line(
            "\(style.good("✓")) \(model.path) is used from now on; `voiceled models train --undo` takes it back")
    }

    func tellNothingChanged() {
        if !json { Output.standard.line("nothing was changed") }
    }

    func tellUndone(_ model: StoredModel?, of vocabulary: String) {
        if json {
            let body: [String: JSONValue] = ["vocabulary": .init(vocabulary), "path": .init(model?.path)]
            return Output.standard.event("model", body)
        }
        let now = model.map { "the model of \($0.provenance.made) is used again" } ?? "the stock model is used again"
        Output.standard.line("\(style.good("✓")) \(vocabulary): \(now)")
    }

    // MARK: export, import

    func tellExported(_ model: StoredModel, to file: String) {
        if json { return Output.standard.event("exported", model.jsonBody.merging(["file": .init(file)]) { $1 }) }
        Output.standard.line("\(style.good("✓")) \(file): \(model.words); take it over with `voiceled models import`")
    }

    func tellImported(_ model: StoredModel) {
        if json { return Output.standard.event("model", model.jsonBody) }
        Output.standard.line("\(style.good("✓")) \(model.path): \(model.words)")
    }
}

extension StoredModel {
    fileprivate var words: String {
        let made = provenance
        return "for the vocabulary \(made.vocabulary), \(made.method.name), \(made.clips.of("recording")) of "
            + "\(made.speakers.of("speaker")), made \(made.made)"
    }

    fileprivate var jsonBody: [String: JSONValue] {
        [
            "path": .init(path), "vocabulary": .init(provenance.vocabulary),
            "method": .init(provenance.method.rawValue),
            "clips": .init(provenance.clips), "speakers": .init(provenance.speakers), "made": .init(provenance.made),
            "held_back": .init(provenance.heldBack.clips), "before": .init(provenance.heldBack.before),
            "after": .init(provenance.heldBack.after),
        ]
    }
}

extension InstalledModel {
    fileprivate var facts: [(String, String)] {
        [
            ("from", origin), ("made for", purpose), ("language", language), ("licence", licence),
            ("size", "\((Double(size) / 1e6).rounded(toDecimals: 1)) MB"),
        ] + (result.map { [("held back", $0)] } ?? [])
    }

    fileprivate var jsonBody: [String: JSONValue] {
        [
            "name": .init(name), "path": .init(path), "kind": .init(kind.rawValue), "from": .init(origin),
            "vocabulary": .init(vocabulary), "language": .init(language), "licence": .init(licence),
            "size": .init(size), "checksum_ok": .init(problem == nil), "problem": .init(problem),
        ]
    }
}

extension Outcome {
    fileprivate var jsonBody: [String: JSONValue] {
        [
            "method": .init(method.rawValue), "clips": .init(results.count), "before": .init(before),
            "after": .init(after), "objection": .init(objection),
        ]
    }
}

extension WordCount {
    fileprivate var jsonBody: [String: JSONValue] {
        [
            "word": .init(word), "clips": .init(heard.clips), "before": .init(heard.before),
            "after": .init(heard.after),
            "worse": .init(isWorse),
        ]
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
