internal import FoundationEssentials

/// The folder that holds the grammars and dictionaries, `Models` in the project.
public struct ModelFolder: Sendable, Equatable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Looks where the program was built or installed.
    ///
    /// In this order: `$VOICELED_MODELS`; `Models` or `share/voiceled/Models` in a folder above the program;
    /// `Models` in the working folder.
    ///
    /// - Throws: ``VocabularyError`` of kind `missing`, naming the remedy.
    public static func find() throws(VocabularyError) -> ModelFolder {
        try find(environment: ProcessInfo.processInfo.environment, programFolder: ProgramFolder.path)
    }

    static func find(
        environment: [String: String], programFolder: String
    ) throws(VocabularyError) -> ModelFolder {
        if let path = environment["VOICELED_MODELS"] {
            guard isModelFolder(path) else {
                throw VocabularyError(
                    .missing, "VOICELED_MODELS is \(path), but \(path)/en/commands.gram is not there",
                    hint: "point it at the project's Models folder, or unset it")
            }
            return ModelFolder(path: path)
        }
        var folder = URL(filePath: programFolder)
        while folder.path != "/" {
            for name in ["Models", "share/voiceled/Models"] {
                let candidate = folder.appendingPathComponent(name).path
                if isModelFolder(candidate) { return ModelFolder(path: candidate) }
            }
            folder.deleteLastPathComponent()
        }
        if isModelFolder("Models") { return ModelFolder(path: "Models") }
        throw VocabularyError(
            .missing, "the Models folder with the grammars was not found beside the program or in this folder",
            hint: "run from the project's folder, or set VOICELED_MODELS to its Models folder")
    }

    private static func isModelFolder(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/en/commands.gram")
    }

    public func grammar(_ language: Language) -> String { "\(path)/\(language.rawValue)/commands.gram" }
    /// Words that are no commands, to compare with what is heard.
    package func otherWords(_ language: Language) -> String { "\(path)/\(language.rawValue)/other_words.dict" }
    /// How sure the recogniser is, given what speaks for and against it.
    package func confidence(_ language: Language) -> String { "\(path)/\(language.rawValue)/confidence.txt" }
    /// How sure one has to be with one vocabulary, where it is not as with others; seldom there.
    package func thresholds(_ language: Language, of grammar: String) -> String {
        "\(path)/\(language.rawValue)/\(grammar).thresholds.txt"
    }

    /// Moves the acoustic model towards many people's voices, for one vocabulary; seldom there.
    package func transform(_ language: Language, of grammar: String) -> String {
        "\(path)/\(language.rawValue)/\(grammar).mllr"
    }

    /// What single words sound like, for the second opinion.
    package func prototypes(_ language: Language) -> String { "\(path)/\(language.rawValue)/prototypes.txt" }
    /// How sure the recogniser is with its second opinion.
    package func comparison(_ language: Language) -> String { "\(path)/\(language.rawValue)/comparison.txt" }

    public func dictionary(_ language: Language) -> String { "\(path)/\(language.rawValue)/commands.dict" }
}
