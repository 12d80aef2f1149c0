import AcousticModel
public import ArgumentParser
import PocketSphinxDecoder
public import RecognizerServer
import SpeechEmbedding
import VocabularyFiles
import WordPrototypes

struct VoiceledRecognizer: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voiceled-recognizer",
        abstract: "Recorded utterances in, transcripts out: speech to text for other programs, offline.",
        discussion: """
            Speaks the Wyoming protocol over its standard streams, a Unix socket or TCP.
            `transcribe` chooses the model by its name:
              grammar      the sentences of the grammar, as `voiceled listen` hears them
              dictation    any English words; loaded when it is first asked for
              embedding    single words of the grammar, by another way of listening, with
                           the runners-up; only after Scripts/fetch-embedding

            Examples:
              voiceled-recognizer --uri tcp://127.0.0.1:10300
              voiceled-recognizer --uri unix:///run/user/1000/voiceled.sock --grammar my.gram

            Exit status: 0 the client or the parent has gone, or SIGTERM came; 2 wrong use
            or something is missing; 130 interrupted; others when the decoder ended it.
            """,
        version: "0.1.0")

    @Option(
        name: .long,
        help: ArgumentHelp("Where clients are: stdio://, unix://PATH or tcp://HOST:PORT.", valueName: "uri"))
    var uri: ServerAddress = .standardStreams

    @Flag(name: .long, help: "Let other computers reach it over TCP. Nobody has to log in.")
    var allowRemote = false

    @Option(name: .long, help: "Model that is used when a client names none: grammar, dictation or embedding.")
    var engine: Engine = .grammar

    @Option(name: .long, help: ArgumentHelp("Grammar in JSGF. Default: the built-in one.", valueName: "file"))
    var grammar: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Pronunciations, as in CMUdict. Words that are not there are looked up in the large dictionary.",
            valueName: "file"))
    var dictionary: String?

    @Flag(name: .long, help: "Hear the user's own phrases for the grammar too, see `voiceled words`.")
    var ownWords = false

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Folder of the acoustic model. Default: the English one of PocketSphinx.", valueName: "folder"))
    var model: String?

    @Option(
        name: .long,
        help: ArgumentHelp("End when this process, which started it, has ended.", valueName: "process"))
    var parent: Int32?

    @Flag(
        name: .long,
        help: ArgumentHelp(
            "Try the decoder that a trial order on standard input describes, and end.", visibility: .hidden))
    var check = false

    func run() throws {
        guard !check else { return try Check.run() }
        // The decoder may end the process; what it said last is then all that its parent knows.
        Decoder.echoLog()
        try RecognizerServer(try engineSettings()).run(at: uri, allowsRemote: allowRemote, parent: parent) { address in
            Diagnostics.line("listening at \(address)")
        }
    }

    private func engineSettings() throws -> EngineSettings {
        let acousticModel = model ?? DecoderSettings.englishModel
        let vocabulary = try Vocabulary.spoken(
            grammarPath: grammar, dictionaryPath: dictionary, language: .english, own: ownWords ? .kept : .none)
        let (grammar, dictionary) = try vocabulary.forDecoder()
        let embedding = try wordDecoderSettings(for: vocabulary)
        guard engine != .embedding || embedding != nil else { throw NoWordsError() }
        return EngineSettings(
            standard: engine,
            grammar: DecoderSettings(acousticModel: acousticModel, dictionary: .text(dictionary), grammar: grammar),
            // A model that was made for one vocabulary hears other words worse.
            dictation: DecoderSettings(
                acousticModel: ModelFiles.isAdapted(acousticModel) ? DecoderSettings.englishModel : acousticModel,
                dictionaryPath: DecoderSettings.englishDictionary,
                languageModel: DecoderSettings.englishLanguageModel),
            embedding: embedding)
    }

    /// - Returns: `nil` if its files are missing, or the grammar has no sentence that there is a prototype of.
    private func wordDecoderSettings(for vocabulary: Vocabulary) throws -> WordDecoderSettings? {
        guard let files = EmbeddingFiles.own, files.missing.isEmpty else { return nil }
        let prototypes = try WordPrototypes.builtIn(
            try ModelFolder.find(), enrolledIn: model.map(ModelFiles.enrolment(in:)))
        let candidates = prototypes.sentences(of: vocabulary.grammar)
        guard !candidates.isEmpty else { return nil }
        return WordDecoderSettings(files: files, prototypes: prototypes, candidates: candidates)
    }
}

extension Engine: ExpressibleByArgument {}

extension ServerAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    public var defaultValueDescription: String { description }
}
