import Accuracy
public import AcousticModel
import Adaptation
public import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles
import WordPrototypes

struct ModelsTrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Adapt the acoustic model to your voice.",
        discussion: """
            Asks for phrases at the microphone until every word of the grammar has come up:
            Enter after r takes the last one back, s skips one, q stops; the next call goes on
            where it stopped. Or takes recordings: a manifest has file, tab, what is said,
            tab, speaker on each line, as for `bench accuracy`. A folder has one called
            manifest.tsv; or its recordings are called by what is said in them,
            light-two-on.1.wav, or lie in folders that are.

            The recordings are divided into parts, by speaker if there are several. Each part
            in turn is held back, and heard by a model made from the others. The method that
            hears most of what was held back is chosen (MLLR; or MLLR and then MAP), and its
            model is kept only if it hears more than before, or the same and by a wider margin, and
            if no word of the vocabulary is heard worse by more than chance. Until then the
            old model stays. Each vocabulary has its own model. With it goes what the second
            opinion, if it is installed, learns from the phrases of one or two words.

            Examples:
              voiceled models train
              voiceled models train --phrase "movie night" --phrase off --times 3
              voiceled models train --folder recordings/
              voiceled models train --manifest mine.tsv --grammar coffee.gram --dry-run
              voiceled models train --base own --speaker Mina
              voiceled models train --undo

            Exit status: 0 there is a new model; 1 it would be no better, and the old one
            stays; 2 wrong use or something is missing; 130 interrupted or stopped:
            the recordings are kept, and everything else is as it was.
            """)

    @Option(
        help: ArgumentHelp(
            "A phrase to say; may be repeated. Default: sentences with every word of the grammar.", valueName: "words"))
    var phrase: [String] = []

    @Option(help: "How often each phrase is to be there. Default: 1.")
    var times: Int?

    @Option(help: ArgumentHelp("ALSA name of the microphone, see `voiceled mics`.", valueName: "name"))
    var mic: String?

    @Option(help: ArgumentHelp("Who speaks, if several people share a model. Default: me.", valueName: "name"))
    var speaker: String?

    @Option(help: ArgumentHelp("Recordings and what is said in them; may be repeated.", valueName: "file.tsv"))
    var manifest: [String] = []

    @Option(help: ArgumentHelp("Folder of recordings; may be repeated.", valueName: "folder"))
    var folder: [String] = []

    @Option(help: "How to adapt. Default: what the held-back recordings choose of mllr and mllr+map.")
    var method: AdaptationMethod?

    @Option(
        help: ArgumentHelp(
            """
            The model to start from: pooled, the one that comes with the vocabulary; stock; own, that of several people, \
            say, which becomes one person's; or a folder.
            """, valueName: "pooled|stock|own|folder"))
    var base = ModelChoice.pooled

    @Option(
        help: ArgumentHelp(
            "Learn from each recording once more with this noise, 5 to 20 dB below: that of the kitchen, say.",
            valueName: "file|manifest"))
    var noise: String?

    @Flag(help: "Show what the new model would do, and do not keep it.")
    var dryRun = false

    @Flag(help: "Go back to the model before; once more, and it is undone.")
    var undo = false

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    private var isRecorded: Bool { !manifest.isEmpty || !folder.isEmpty }
    private var asksAtMicrophone: Bool { !phrase.isEmpty || times != nil || mic != nil || speaker != nil }

    func validate() throws {
        let saysHow = method != nil || noise != nil || dryRun || base != .pooled
        guard !undo || !isRecorded && !asksAtMicrophone && !saysHow else {
            throw ValidationError("--undo goes with --grammar and --language alone")
        }
        guard !isRecorded || !asksAtMicrophone else {
            throw ValidationError(
                "--manifest and --folder are recordings; --phrase, --times, --mic and --speaker are for the microphone")
        }
        guard times.map({ (1...50).contains($0) }) ?? true else { throw ValidationError("--times takes 1 to 50") }
        guard speaker.map({ !$0.isEmpty && !$0.contains { $0.isNewline || $0 == "\t" } }) ?? true else {
            throw ValidationError("--speaker is one name")
        }
    }

    func run() async throws {
        let reporter = ModelsReporter(json: output.json)
        let store = try ModelStore.standard()
        if undo {
            let name = try vocabulary.typed().grammar.name
            return reporter.tellUndone(try store.undo(name), of: name)
        }
        let vocabulary = try vocabulary.spoken()
        let command = self
        try await untilInterrupted {
            var lists = command.manifest.map { RecordingList.manifest($0) }
            lists += command.folder.map { RecordingList.folder($0) }
            if lists.isEmpty { lists = [try await command.record(vocabulary)] }
            try await command.train(on: lists, vocabulary, store, reporter)
        }
    }

    private func train(
        on lists: [RecordingList], _ vocabulary: Vocabulary, _ store: ModelStore, _ reporter: ModelsReporter
    ) async throws {
        let training = try ModelTraining(lists, in: noise, for: vocabulary) { reporter.tellLeftOut($0) }
        reporter.tellRecordings(training)
        let result: Training
        do {
            defer { reporter.clear() }
            result = try await training.run(
                on: ModelInUse(base, for: vocabulary).folder,
                methods: method.map { [$0] } ?? [.mllr, .mllrThenMAP],
                // One that cannot be used is replaced.
                current: try? store.model(for: vocabulary.grammar.name)
            ) { reporter.tell($0) }
        }
        // The last moment at which an interruption leaves everything as it was.
        try Task.checkCancellation()
        reporter.tell(result)
        if let objection = result.objection {
            Diagnostics.explain(
                "the new model is not kept: \(objection)", hint: "record more phrases, or say them more clearly")
            throw ExitStatus.notObeyed
        }
        guard !dryRun else { return reporter.tellNothingChanged() }
        let enrolment = try enrolment(of: training, onto: result.base)
        reporter.tellKept(try await training.keep(result, with: enrolment, in: store), enrolment)
    }

    /// A second opinion that cannot learn is no reason to lose what the first one has learnt.
    private func enrolment(of training: ModelTraining, onto base: String) throws -> Enrolment? {
        do {
            return try training.enrolment(onto: base)
        } catch let error as CancellationError {
            throw error
        } catch {
            Diagnostics.explain("the second opinion does not learn the voice: \(error)", hint: nil)
            return nil
        }
    }

    /// Asks for phrases at the microphone.
    private func record(_ vocabulary: Vocabulary) async throws -> RecordingList {
        let grammar = vocabulary.grammar
        let phrases = phrase.isEmpty ? PhraseChoice.covering(grammar) : phrase
        for phrase in phrases where Label(phrase, in: grammar) == nil {
            Diagnostics.explain(
                "the grammar \(grammar.name) cannot mean \"\(phrase)\"",
                hint: "`voiceled grammar examples` lists what it can; name another grammar with --grammar")
            throw ExitStatus.wrongUse
        }
        let recordings = try RecordingFolder.standard(of: grammar.name, speaker: speaker ?? "me")
        let prompts = recordings.missing(phrases, times: times ?? 1)
        let reporter = RecordingReporter(json: output.json)
        if prompts.isEmpty {
            reporter.tellComplete(recordings)
            return .folder(recordings.path)
        }
        let model = ModelInUse(.own, for: vocabulary).folder
        let ear = try await Ear.open(vocabulary, acousticModel: model, calibration: .own)
        reporter.tellStart(prompts.count, in: recordings)
        let wishes = RecordingWishes()
        Keyboard.watch { if let wish = RecordingWish(line: $0) { wishes.add(wish) } }
        let result: (folder: RecordingFolder, wasStopped: Bool)
        do {
            result = try await PhraseRecorder(mic ?? "default", ear).record(
                prompts, into: recordings, wishes: wishes, tell: { reporter.tell($0) })
        } catch {
            reporter.clear()
            await ear.close()
            throw error
        }
        reporter.clear()
        await ear.close()
        if result.wasStopped {
            reporter.tellStopped(result.folder)
            throw ExitStatus.interrupted
        }
        return .folder(result.folder.path)
    }
}

extension AdaptationMethod: ExpressibleByArgument {}
