package import CommandLanguage
package import WordPrototypes

extension WordPrototypes {
    /// Those that come with the program, and nearer to somebody's voice where it has been recorded.
    ///
    /// - Parameter enrolment: the file of samples; need not be there.
    /// - Throws: ``VocabularyError`` if there are none, `WordPrototypesError` if they cannot be used.
    package static func builtIn(_ models: ModelFolder, enrolledIn enrolment: String? = nil) throws -> WordPrototypes {
        let path = models.prototypes(.english)
        let prototypes = try WordPrototypes(parsing: try TextFile.read(path), file: path)
        guard let enrolment else { return prototypes }
        return prototypes.enrolling(try Enrolment(keptIn: enrolment, featureCount: prototypes.mean.count))
    }

    /// The words that are whole sentences of a grammar.
    package func sentences(of grammar: Grammar) -> Set<String> {
        Set(words.map(\.text)).filter { text in
            if case .understood = grammar.interpret(line: text) { true } else { false }
        }
    }
}
