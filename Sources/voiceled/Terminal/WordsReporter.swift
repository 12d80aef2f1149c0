import CommandLanguage
import Glibc
import Session
import VocabularyFiles

/// Tells a person, or a program, what `voiceled words` finds and does.
struct WordsReporter {
    private let json: Bool
    private let style = Style.standard

    init(json: Bool) { self.json = json }

    /// Whether somebody sits there who can answer.
    var canAsk: Bool { !json && Output.standard.isTerminal && isatty(STDIN_FILENO) == 1 }

    // MARK: Sounds

    func tell(_ sounds: [WordPronunciation]) {
        let width = sounds.map(\.word.count).max() ?? 0
        for sound in sounds {
            let texts = sound.pronunciations.map { $0.joined(separator: " ") }
            if json {
                Output.standard.event(
                    "pronunciation", Sounds(word: sound.word, pronunciations: texts, source: sound.source.rawValue))
            } else {
                let word = sound.word + String(repeating: " ", count: width - sound.word.count)
                let source = style.faint("(\(sound.source.description))")
                Output.standard.line("  \(word)  \(texts.joined(separator: style.faint(" or ")))  \(source)")
            }
        }
    }

    /// Asks until it gets sounds.
    ///
    /// - Throws: ``ExitStatus/interrupted`` if the person wants to end it.
    func ask(about sound: WordPronunciation) throws -> WordPronunciation {
        while true {
            Output.standard.write("Enter takes these sounds for \"\(sound.word)\", or type others: ")
            guard let answer = readLine() else {
                Output.standard.line("")
                throw ExitStatus.interrupted
            }
            guard answer.contains(where: { !$0.isWhitespace }) else { return sound }
            do {
                let phones = try Pronouncer.phones(answer)
                return WordPronunciation(word: sound.word, pronunciations: [phones], source: .said)
            } catch {
                Diagnostics.explain(error)
            }
        }
    }

    private struct Sounds: Encodable {
        let word: String
        let pronunciations: [String]
        let source: String
    }

    // MARK: Phrases

    func tell(_ phrase: Phrase, _ state: PhraseReport.State, _ path: String) {
        let report = PhraseReport(phrase, state, file: path)
        if json { return Output.standard.event("phrase", report) }
        let slots = phrase.slots.map(\.description).joined(separator: " ")
        let commands = report.commands.isEmpty ? "" : style.faint("  → \(report.commands.joined(separator: ", "))")
        let line = "\"\(phrase.text)\" {\(slots)}\(commands)"
        switch state {
        case .kept: Output.standard.line(line)
        case .known: Output.standard.line("\(line) is understood already; nothing was changed")
        case .checked: Output.standard.line("\(style.good("✓")) \(line) would do; nothing was written")
        case .removed: Output.standard.line("\(style.good("✓")) \(line) is removed")
        case .added, .replaced:
            Output.standard.line("\(style.good("✓")) \(line)")
            Output.standard.line("Kept in \(path); a `listen` or `repl` that runs obeys it at once.")
        }
    }

    func tellEnd(of book: PhraseBook) {
        guard !json else { return }
        for rule in book.otherRules {
            Output.standard.line("<\(rule.name)>, written by hand  \(style.faint(rule.place))")
        }
        let isEmpty = book.phrases.isEmpty && book.otherRules.isEmpty
        Output.standard.line(
            isEmpty
                ? "There are no phrases of your own for \(book.grammar.name); see: voiceled words add --help"
                : style.faint("in \(book.folder.phrases)"))
    }

    func tellUndone(_ change: PhraseChange) {
        for phrase in change.phrases { tell(phrase, .kept, change.path) }
        guard !json else { return }
        let count = change.phrases.count == 1 ? "1 phrase" : "\(change.phrases.count) phrases"
        Output.standard.line("\(style.good("✓")) back to \(count); the same again brings back what was there")
    }

    // MARK: Warnings

    func warn(of rival: SoundAlike, near phrase: Phrase) {
        let meaning = rival.sentence.slots.map(\.description).joined(separator: " ")
        let distance = rival.distance.rounded(toDecimals: 2)
        warn(
            "\"\(phrase.text)\" sounds like \"\(rival.sentence.text)\", which means {\(meaning)} "
                + "(distance \(distance) of 1)")
    }

    func warn(_ message: String) {
        if json {
            Output.standard.event("warning", ["message": message])
        } else {
            Output.standard.line(style.warning("  \(message)"))
        }
    }
}

extension WordPronunciation.Source {
    fileprivate var description: String {
        switch self {
        case .vocabulary: "the vocabulary's dictionary"
        case .own: "your own dictionary"
        case .large: "CMUdict"
        case .proposed: "proposed by espeak-ng"
        case .said: "as you say"
        }
    }
}
