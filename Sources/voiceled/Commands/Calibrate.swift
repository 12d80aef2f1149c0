import ArgumentParser
import CommandLanguage
import Foundation
import Session
import VocabularyFiles

struct Calibrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Choose how sure to be before obeying, from your voice and your room.",
        discussion: """
            Listens to the room for a while, then to some of your phrases, each a few
            times; or takes recordings of both. Shows what each threshold would keep and
            let through, chooses the one for the false accepts you tolerate, and writes it
            into your settings, where `listen`, `replay` and `bench accuracy` find it.
            strict and eager keep their distance from it. Each vocabulary has its own.

            The threshold rises because of what was counted in the room. Below the
            built-in one it falls only as far as the room shows it to be safe, and a quiet
            minute shows little: none in T hours means fewer than 3/T an hour (95 %). A
            phrase that is taken for another outweighs one that is heard rightly.

            Examples:
              voiceled calibrate
              voiceled calibrate --phrase "movie night" --phrase off --room-time 10min
              voiceled calibrate --phrases mine.tsv --room evening.flac --false-accepts 1/h
              voiceled calibrate --undo

            Exit status: 0 done; 1 no threshold does; 2 wrong use or something is missing;
            130 interrupted, and everything is as it was.
            """)

    @Option(
        help: ArgumentHelp(
            "A phrase to say; may be repeated. Default: six sentences of the grammar.", valueName: "words"))
    var phrase: [String] = []

    @Option(help: "How often each phrase is said. Default: 3.")
    var times: Int?

    @Option(
        help: ArgumentHelp(
            "Recordings of phrases in place of the microphone, as for `bench accuracy`.", valueName: "file.tsv")
    )
    var phrases: String?

    @Option(help: ArgumentHelp("How long to listen to the room, at most 24h. Default: 1min.", valueName: "90s|5min|1h"))
    var roomTime: ListeningTime?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Recordings of the room, or lists of them, in place of the microphone. Nobody gives a command there.",
            valueName: "file|manifest"))
    var room: [String] = []

    @Option(help: ArgumentHelp("How many false accepts to tolerate, more than none.", valueName: "n/h|n/day"))
    var falseAccepts = FalseAcceptRate(argument: "2/h")!

    @Option(help: ArgumentHelp("ALSA name of the microphone, see `voiceled mics`.", valueName: "name"))
    var mic = "default"

    @Option(
        help: ArgumentHelp(
            """
            Acoustic model: own, what `voiceled models train` made for the vocabulary, if it did; stock, the English one of \
            PocketSphinx; or a folder.
            """, valueName: "own|stock|folder"))
    var model: ModelChoice = .own

    @Flag(help: "Change nothing, only show.")
    var dryRun = false

    @Flag(help: "Go back to the calibration before; once more, and it is undone.")
    var undo = false

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if undo {
            guard phrase.isEmpty, times == nil, phrases == nil, roomTime == nil, room.isEmpty, !dryRun else {
                throw ValidationError("--undo goes with --grammar and --language alone")
            }
        }
        guard phrases == nil || phrase.isEmpty && times == nil else {
            throw ValidationError("--phrases are recordings; --phrase and --times are for the microphone")
        }
        guard room.isEmpty || roomTime == nil else {
            throw ValidationError("--room are recordings; --room-time is for the microphone")
        }
        guard times.map({ (1...50).contains($0) }) ?? true else { throw ValidationError("--times takes 1 to 50") }
    }

    func run() async throws {
        let vocabulary = undo ? try vocabulary.typed() : try vocabulary.spoken()
        let grammar = vocabulary.grammar
        guard let file = CalibrationFile.standard(of: grammar.name) else { throw CalibrationFailure.noFolder }
        let reporter = CalibrationReporter(json: output.json)
        if undo {
            try file.undo()
            return reporter.tellUndone(file, try file.read())
        }
        let plan = plan(for: grammar)
        let inUse = ModelInUse(model, for: vocabulary)
        if let notice = inUse.notice { Diagnostics.line(notice) }
        let calibrator = try Calibrator(plan, grammar: grammar, acousticModel: inUse.folder)
        reporter.tellLeftOut(calibrator.leftOut)
        let isRecorded = phrases != nil || !room.isEmpty
        let model = inUse.folder
        let dryRun = dryRun
        try await untilInterrupted {
            var ears: [Ear] = []
            for _ in 0..<(isRecorded ? ProcessInfo.processInfo.activeProcessorCount : 1) {
                ears.append(try await .open(vocabulary, acousticModel: model, calibration: .own))
            }
            let result: Result<CalibrationResult, any Error>
            do {
                result = .success(try await calibrator.run(through: ears) { reporter.tell($0) })
            } catch {
                result = .failure(error)
            }
            for ear in ears { await ear.close() }
            reporter.endHearing()
            let found = try result.get()
            reporter.tell(found)
            guard found.choice != nil else {
                Diagnostics.explain(found.noThreshold)
                throw ExitStatus.notObeyed
            }
            // The last moment at which an interruption leaves everything as it was.
            try Task.checkCancellation()
            if !dryRun { try found.write(to: file) }
            reporter.tellEnd(found, file: dryRun ? nil : file)
        }
    }

    private func plan(for grammar: Grammar) -> CalibrationPlan {
        let phrases = phrase.isEmpty ? grammar.examples(limit: 6).map(\.text) : phrase
        return CalibrationPlan(
            phrases: self.phrases.map { .manifest($0) } ?? .spoken(phrases, times: times ?? 3),
            room: room.isEmpty ? .heard(seconds: roomTime?.seconds ?? 60) : .recordings(room),
            limit: falseAccepts.perHour, microphone: mic)
    }
}
