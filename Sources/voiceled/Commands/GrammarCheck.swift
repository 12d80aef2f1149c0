import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles

struct GrammarCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with a grammar, with file:line:column.",
        discussion: """
            Also names words without a pronunciation, and has the decoder try the grammar
            in a process of its own. Exit status 0 if it can be used, 2 if not.

            Examples:
              voiceled grammar check
              voiceled grammar check garden.gram
            """)

    @Argument(help: "Grammar in JSGF; the same as --grammar.")
    var file: String?

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        var options = vocabulary
        options.grammar = file ?? options.grammar
        let grammar: Grammar
        var spoken: Vocabulary?
        do {
            grammar = try options.typed().grammar
            if grammar.decoderGrammar != nil { spoken = try options.spoken() }
        } catch let error as GrammarError {
            for diagnostic in error.diagnostics { tell(diagnostic) }
            throw ExitStatus.wrongUse
        } catch let error as VocabularyError where !error.words.isEmpty {
            for diagnostic in error.words { tell(diagnostic) }
            throw ExitStatus.wrongUse
        }
        for warning in grammar.warnings { tell(warning) }
        if let spoken { try await tryOut(spoken) }
        let words = grammar.vocabulary.count
        if output.json {
            Output.standard.event("grammar", Summary(name: grammar.name, rules: grammar.rules.count, words: words))
        } else {
            let heard = words > 0 ? "\(words) words to be heard" : "for typing only"
            Output.standard.line("\(grammar.name): \(grammar.rules.count) rules, \(heard), no errors")
        }
    }

    private func tryOut(_ vocabulary: Vocabulary) async throws {
        do {
            try await Ear.check(vocabulary)
        } catch let error as CanaryError where error.kind == .unavailable {
            // Everything else has been checked.
            Diagnostics.explain(error)
        }
    }

    private func tell(_ diagnostic: GrammarDiagnostic) {
        if output.json {
            Output.standard.event("diagnostic", DiagnosticLine(diagnostic))
        } else {
            Diagnostics.plain("\(diagnostic)", hint: diagnostic.hint)
        }
    }

    private struct Summary: Encodable {
        let name: String
        let rules: Int
        let words: Int
    }
}

private struct DiagnosticLine: Encodable {
    let severity: String
    let message: String
    let file: String
    let line: Int
    let column: Int
    let hint: String?

    init(_ diagnostic: GrammarDiagnostic) {
        severity = diagnostic.severity == .error ? "error" : "warning"
        message = diagnostic.message
        file = diagnostic.file
        line = diagnostic.line
        column = diagnostic.column
        hint = diagnostic.hint
    }
}
