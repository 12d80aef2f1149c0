import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles

struct GrammarParse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Say what a sentence means, and where one that is not understood got stuck.",
        discussion: """
            Exit status 0 if it was understood, 1 if not.

            Examples:
              voiceled grammar parse "light one on and lamp red"
              voiceled grammar parse "a large latte" --grammar coffee.gram
            """)

    @Argument(help: "The words; several arguments are joined.")
    var words: [String]

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let judge = Judge(grammar: try vocabulary.typed().grammar)
        let heard = Heard(text: words.joined(separator: " "), origin: .typed)
        let decision = judge.decide(on: heard, isAsleep: false)
        if output.json, let line = SessionEvent.utterance(decision).json() {
            Output.standard.line(line)
        } else if decision.isAccepted {
            for slot in decision.slots { Output.standard.line("\(slot)") }
            for command in decision.commands { Output.standard.line("→ \(command.wireText)") }
        } else {
            Diagnostics.line(decision.reason ?? "")
        }
        if !decision.isAccepted { throw ExitStatus.notObeyed }
    }
}
