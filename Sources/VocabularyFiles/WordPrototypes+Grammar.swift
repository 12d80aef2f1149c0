package import CommandLanguage
package import WordPrototypes

extension WordPrototypes {
    /// Those that come with the program.
    ///
    /// - Throws: ``VocabularyError`` if there are none, `WordPrototypesError` if they cannot be used.
    package static func builtIn(_ models: ModelFolder) throws -> WordPrototypes {
        let path = models.prototypes(.english)
        return try WordPrototypes(parsing: try TextFile.read(path), file: path)
    }

    /// The words that are whole sentences of a grammar.
    package func sentences(of grammar: Grammar) -> Set<String> {
        Set(words.map(\.text)).filter { text in
            if case .understood = grammar.interpret(line: text) { true } else { false }
        }
    }
}
