import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles

struct WordsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a phrase and what it means.",
        discussion: """
            --means takes slots as they stand in the tags of a grammar:
              led=2 | all | odd | even | lamp     which light; without it all, or the lamp
              power=on | off | toggle
              color=red ... or six digits such as ff8000
              level=0 to 100, or a change such as +20
              blink=milliseconds, 0 for steady
              then                                between two commands
            Other slots are handed on in the events of --json.

            How the words sound is looked up; what no dictionary has is proposed by
            espeak-ng from its spelling and shown: Enter takes it, or type other sounds.
            You are warned when the phrase sounds like one that means something else.
            Nothing is written before a decoder has tried it in a process of its own.

            Examples:
              voiceled words add "movie time" --means "color=blue level=20"
              voiceled words add "good night" --means "color=blue then led=1 power=off"
              voiceled words add zzyzx --says "Z AY Z IH K S" --means "power=toggle"
              voiceled words add "영화 시간" --language ko --means "color=blue level=20"

            Exit status: 0 done; 1 it would be mistaken for something else, see --force;
            2 wrong use or something is missing; 130 interrupted, and nothing was written.
            """)

    @Argument(help: "The words; several arguments are joined.")
    var phrase: [String]

    @Option(help: ArgumentHelp("What they mean.", valueName: "slots"))
    var means: String

    @Option(
        help: ArgumentHelp(
            "Sounds of a word, as in CMUdict; may be repeated. Without a name: of the words that no dictionary has.",
            valueName: "[word=]phones"))
    var says: [String] = []

    @Flag(help: "Look everything up and try it, but write nothing.")
    var dryRun = false

    @Flag(help: "Even if the same words or the same sounds mean something else.")
    var force = false

    @OptionGroup var vocabulary: PhraseBookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let reporter = WordsReporter(json: output.json)
        let book = try vocabulary.open()
        let phrase = try book.phrase(phrase.joined(separator: " "), means: means)
        do {
            let isNew: Bool
            switch book.knowledge(of: phrase) {
            case .same: return reporter.tell(phrase, .known, book.folder.phrases)
            case .unknown: isNew = true
            case .different(let slots, let isOwn):
                guard force else { throw WordsError.means(phrase, slots, isOwn: isOwn) }
                isNew = !isOwn
            }
            let sounds = try await sounds(of: phrase, in: book, reporter)
            try warn(about: phrase, sounds, in: book, reporter)
            let change = try book.adding(phrase, sounding: sounds)
            try await change.check()
            if !dryRun { try change.write() }
            reporter.tell(phrase, dryRun ? .checked : isNew ? .added : .replaced, change.path)
        } catch let error as WordsError where error.kind == .ambiguous {
            Diagnostics.explain(error)
            throw ExitStatus.notObeyed
        }
    }

    private func sounds(
        of phrase: Phrase, in book: PhraseBook, _ reporter: WordsReporter
    ) async throws -> [WordPronunciation] {
        guard book.isSpoken else {
            guard says.isEmpty else {
                throw ValidationError("--says: the words of \(book.grammar.name) are only typed and need no sounds")
            }
            return []
        }
        let pronouncer = book.pronouncer
        let said = try pronouncer.assign(says, to: phrase.words)
        var sounds = try await pronouncer.pronounce(phrase.words, said: said)
        reporter.tell(sounds)
        guard !dryRun, reporter.canAsk else { return sounds }
        for (index, sound) in sounds.enumerated() where sound.source == .proposed {
            sounds[index] = try reporter.ask(about: sound)
        }
        return sounds
    }

    private func warn(
        about phrase: Phrase, _ sounds: [WordPronunciation], in book: PhraseBook, _ reporter: WordsReporter
    ) throws {
        let rivals = book.rivals(of: phrase, sounding: sounds)
        if !force, let same = rivals.first, same.distance == 0 { throw WordsError.sounds(phrase, same.sentence) }
        for rival in rivals.prefix(3) { reporter.warn(of: rival, near: phrase) }
        if rivals.count > 3 { reporter.warn("and \(rivals.count - 3) more sentences sound like it") }
        for slot in book.slotsForOthers(of: phrase) {
            reporter.warn("\(slot) is nothing that the lights know; it is handed on in the events of --json")
        }
        if let objection = book.objection(to: phrase) {
            reporter.warn("the sketch voice_to_led would refuse it: \(objection)")
        }
    }
}
