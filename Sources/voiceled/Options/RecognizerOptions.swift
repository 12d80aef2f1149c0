public import ArgumentParser
public import Recognition
public import Session
import VocabularyFiles

/// How words are heard.
struct RecognizerOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            Acoustic model: own, what `voiceled models train` made for the vocabulary, if it did; pooled, the one for many \
            people that comes with it, if one does; stock, the English one of PocketSphinx; or a folder.
            """, valueName: "own|pooled|stock|folder"))
    var model: ModelChoice = .own

    @Option(
        name: .long, help: "How sure to be before obeying: strict, normal or eager.",
        transform: { text throws(ValidationError) in
            guard let caution = Caution(rawValue: text) else {
                throw ValidationError("it is strict, normal or eager")
            }
            return caution
        })
    var caution = Caution.normal

    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            What `voiceled calibrate` found: own, the file of the vocabulary if there is one; none, what is built in; or \
            any such file.
            """, valueName: "own|none|file"))
    var calibration: CalibrationChoice = .own

    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            Who listens when the recogniser fails or is in doubt: builtin, a process of its own; or any program that \
            speaks Wyoming, by exec:COMMAND, tcp://HOST:PORT or unix://PATH; none.
            """, valueName: "fallback"))
    var fallback: FallbackChoice = .builtin

    @Flag(
        inversion: .prefixedNo,
        help: """
            Compare commands of one or two words with what a recogniser of another kind hears, if Scripts/fetch-embedding \
            has fetched it; only with the builtin fallback.
            """)
    var secondOpinion = true

    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            Have the recogniser fail, to see that nothing is lost: primary-fails:N, primary-stalls:N in the Nth \
            utterance; primary-dies:N, primary-hangs:N in the Nth and all that follow.
            """, valueName: "fault", visibility: .hidden),
        transform: { text throws(ValidationError) in
            guard let fault = RehearsedFault(text) else {
                throw ValidationError(
                    "it is primary-fails:N, primary-stalls:N, primary-dies:N or primary-hangs:N, in the Nth utterance")
            }
            return fault
        })
    var rehearse: RehearsedFault?

    /// Loads the recogniser and starts its fallback; tells of a calibration.
    func open(_ vocabulary: Vocabulary) async throws -> Ear {
        let ear = try await Ear.open(
            vocabulary, acousticModel: folder(for: vocabulary), caution: caution, calibration: calibration,
            fallback: fallback, comparesWords: secondOpinion, rehearsedFault: rehearse)
        tellCalibration(of: ear)
        return ear
    }

    /// The model's folder; tells of one of the user's own.
    func folder(for vocabulary: Vocabulary) -> String {
        let model = ModelInUse(model, for: vocabulary)
        if let notice = model.notice { Diagnostics.line(notice) }
        return model.folder
    }

    func tellCalibration(of ear: Ear) {
        if let calibration = ear.calibration { Diagnostics.line("\(calibration)") }
    }
}

extension FallbackChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    public var defaultValueDescription: String { "builtin" }
}

extension ModelChoice: ExpressibleByArgument {
    public init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self.init(argument)
    }

    public var defaultValueDescription: String { "own" }
}

extension CalibrationChoice: ExpressibleByArgument {
    public init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        self.init(argument)
    }

    public var defaultValueDescription: String { "own" }
}
