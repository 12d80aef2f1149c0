public import ArgumentParser
public import VocabularyFiles

/// Which words are understood.
struct VocabularyOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Grammar in JSGF with tags.", valueName: "file"))
    var grammar: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Pronunciations, as in CMUdict. Words that are not there are looked up in the large dictionary.",
            valueName: "file"))
    var dictionary: String?

    @Option(name: .long, help: ArgumentHelp("Language of the built-in grammar.", valueName: "en|ko"))
    var language: Language = .english

    @Flag(name: .long, inversion: .prefixedNo, help: "With your own phrases, see `voiceled words`.")
    var ownWords = true

    /// For words that are typed: no pronunciations needed.
    func typed() throws -> Vocabulary { try .typed(grammarPath: grammar, language: language, own: own) }

    /// For words that are heard.
    func spoken() throws -> Vocabulary {
        try .spoken(grammarPath: grammar, dictionaryPath: dictionary, language: language, own: own)
    }

    private var own: OwnWordsChoice { ownWords ? .kept : .none }
}

extension Language: ExpressibleByArgument {}
