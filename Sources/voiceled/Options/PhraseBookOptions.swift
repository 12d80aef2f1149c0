import ArgumentParser
import Session
import VocabularyFiles

/// To which vocabulary phrases belong.
struct PhraseBookOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Grammar that the phrases belong to, by the name it gives itself. Default: the built-in one.",
            valueName: "file"))
    var grammar: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Pronunciations for that grammar, as for `voiceled listen`.", valueName: "file"))
    var dictionary: String?

    @Option(name: .long, help: ArgumentHelp("Language of the built-in grammar.", valueName: "en|ko"))
    var language: Language = .english

    func open() throws -> PhraseBook {
        try .open(grammarPath: grammar, dictionaryPath: dictionary, language: language)
    }

    func undo() throws -> PhraseChange {
        try PhraseBook.undo(grammarPath: grammar, dictionaryPath: dictionary, language: language)
    }
}
