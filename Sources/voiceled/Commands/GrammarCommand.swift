import ArgumentParser

struct GrammarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grammar",
        abstract: "Work on a grammar: check it, try sentences, list examples.",
        subcommands: [GrammarCheck.self, GrammarJSGF.self, GrammarExamples.self, GrammarParse.self])
}
