import ArgumentParser
import CommandLanguage
import Session
import SoundFile
import VocabularyFiles

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Recorded commands, the real recogniser, the real firmware on a simulated board.",
        discussion: """
            Needs no hardware. Exit status 0 only if every command was heard,
            acknowledged by the firmware, and seen at the simulated chip's pins.
            """)

    @Flag(name: .long, help: "As fast as possible instead of at the pace of speech.")
    var fast = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let models = try ModelFolder.find()
        let recordings = try DemoRecording.all(of: .english, in: models)
        let vocabulary = try Vocabulary.spoken(grammarPath: nil, dictionaryPath: nil, language: .english)
        let ear = try await Ear.open(vocabulary)
        let reporter = DemoReporter(json: output.json)
        try await withSession(vocabulary.grammar, on: .simulated, output, reporter: reporter) { session, lights in
            defer { ear.close() }
            var misses = 0
            for recording in recordings where !Task.isCancelled {
                try await session.replay(recording.path, through: ear, pace: fast ? .unpaced : .realtime)
                let problems = await problems(with: recording, vocabulary.grammar, reporter, lights)
                reporter.conclude(problems)
                if !problems.isEmpty { misses += 1 }
            }
            try Task.checkCancellation()
            reporter.close(obeyed: recordings.count - misses, of: recordings.count)
            if misses > 0 { throw ExitStatus.notObeyed }
        }
    }

    /// What went otherwise than said: heard wrongly, not acknowledged, or not seen at the pins.
    private func problems(
        with recording: DemoRecording, _ grammar: Grammar, _ reporter: DemoReporter, _ lights: Lights
    ) async -> [String] {
        let said = Judge(grammar: grammar).decide(on: Heard(text: recording.sentence, origin: .typed), isAsleep: false)
        let obeyed = reporter.takeObeyed()
        var problems: [String] = []
        if obeyed.flatMap(\.decision.commands) != said.commands {
            problems.append("said was \"\(recording.sentence)\"")
        }
        for case .failed(let reason, _) in obeyed.flatMap(\.reports).map(\.outcome) { problems.append(reason) }
        return await problems + reporter.witness.disagreements(with: lights.picture, within: .seconds(1))
    }
}
