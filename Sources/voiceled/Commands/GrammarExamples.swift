import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles

struct GrammarExamples: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examples", abstract: "List varied sentences of a grammar.")

    @Option(help: "The most sentences.")
    var count = 20

    @Option(help: "Another number gives other sentences.")
    var seed: UInt64 = 0

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard count > 0 else { throw ValidationError("--count must be 1 or more") }
    }

    func run() throws {
        let grammar = try vocabulary.typed().grammar
        let way = grammar.decoderGrammar == nil ? .text : .speech as InputWay
        for sentence in grammar.examples(limit: count, seed: seed, from: way) {
            if output.json {
                Output.standard.event("example", ["text": sentence.text])
            } else {
                Output.standard.line(sentence.text)
            }
        }
    }
}
