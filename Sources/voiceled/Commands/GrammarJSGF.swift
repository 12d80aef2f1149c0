import ArgumentParser
import CommandLanguage
import Session
import VocabularyFiles

struct GrammarJSGF: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jsgf",
        abstract: "Print the plain JSGF that the decoder gets: no tags, no comments, no typed-only rules.")

    @OptionGroup var vocabulary: VocabularyOptions

    func run() throws {
        let grammar = try vocabulary.typed().grammar
        guard let decoder = grammar.decoderGrammar else { throw VocabularyError.typedOnly(grammar) }
        Output.standard.write(decoder.jsgf)
    }
}
