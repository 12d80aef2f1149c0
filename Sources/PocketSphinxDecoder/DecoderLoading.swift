internal import CPocketSphinx
internal import Glibc

/// The steps from settings to a decoder that can hear its grammar, each with its own error.
enum DecoderLoading {
    static let searchName = "grammar"

    /// What a decoder is loaded for.
    enum Purpose {
        case hearing
        /// It yields a first impression only, so that it may be quick.
        case following
        /// Its scores are written to this folder, for others to search in.
        case weighing(folder: String)
        /// It searches in the scores of another one, with searches that it is given later.
        case comparing
    }

    /// - Returns: a decoder that the caller frees.
    static func load(_ settings: DecoderSettings, for purpose: Purpose) throws(DecoderError) -> OpaquePointer {
        try checkFiles(settings)
        let config = try configuration(settings, for: purpose)
        // The decoder keeps a reference of its own.
        defer { cmd_ln_free_r(config) }
        guard let decoder = ps_init(config) else {
            throw failure(.model, "cannot load the acoustic model \(settings.acousticModel)")
        }
        do throws(DecoderError) {
            if case .text(let text) = settings.dictionary { try addWords(text, to: decoder) }
            if case .comparing = purpose { return decoder }
            if settings.languageModel == nil { try set(try automaton(of: settings.grammar, for: decoder), of: decoder) }
        } catch {
            ps_free(decoder)
            throw error
        }
        return decoder
    }

    /// The library only says that loading failed, so the usual causes are looked for first.
    private static func checkFiles(_ settings: DecoderSettings) throws(DecoderError) {
        let definition = settings.acousticModel + "/mdef"
        guard access(definition, R_OK) == 0 else {
            throw DecoderError(
                .model, "cannot load the acoustic model \(settings.acousticModel)",
                reason: "\(String(cString: strerror(errno))) (\(definition))")
        }
        guard isModelDefinition(definition) else {
            throw DecoderError(
                .model, "cannot load the acoustic model \(settings.acousticModel)",
                reason: "it is not a model definition (\(definition))")
        }
        if let path = settings.languageModel, access(path, R_OK) != 0 {
            throw DecoderError(
                .model, "cannot load the language model \(path)", reason: String(cString: strerror(errno)))
        }
        if case .file(let path) = settings.dictionary, access(path, R_OK) != 0 {
            throw DecoderError(
                .dictionary, "cannot read the dictionary \(path)", reason: String(cString: strerror(errno)))
        }
    }

    /// The library ends the whole program when it finds something else there.
    private static func isModelDefinition(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var magic = [UInt8](repeating: 0, count: 4)
        guard read(descriptor, &magic, 4) == 4 else { return false }
        // Binary, of either byte order, or the text of version 0.3, which comments may precede.
        return ["BMDF", "FDMB"].contains { magic.elementsEqual($0.utf8) } || magic.starts(with: "0.3".utf8)
            || magic[0] == UInt8(ascii: "#")
    }

    private static func configuration(
        _ settings: DecoderSettings, for purpose: Purpose
    ) throws(DecoderError) -> OpaquePointer {
        var options = [
            "decoder", "-hmm", settings.acousticModel,
            // Endpoints are decided elsewhere; the library's own detector would shift the times of the words.
            "-remove_silence", "no",
        ]
        let exact = [
            "-beam", "\(settings.beam)", "-wbeam", "\(settings.wordBeam)", "-pbeam", "\(settings.phoneBeam)",
            "-topn", "\(settings.gaussians)",
        ]
        switch purpose {
        case .hearing: options += exact
        // The library's own settings are quick, and good enough for what is decided again.
        case .following: break
        // Scores of different searches can only be compared if both are measured against all sounds of the model.
        case .weighing(let folder): options += exact + ["-compallsen", "yes", "-senlogdir", folder]
        case .comparing: options += exact + ["-compallsen", "yes", "-allphone_ci", "yes"]
        }
        if case .file(let path) = settings.dictionary { options += ["-dict", path] }
        if let path = settings.languageModel { options += ["-lm", path] }
        // `cmd_ln_init` is variadic, which Swift cannot call; this one takes argv and copies what it needs.
        var arguments = options.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        guard let config = cmd_ln_parse_r(nil, ps_args(), Int32(arguments.count), &arguments, 1) else {
            throw failure(.model, "cannot configure the decoder")
        }
        return config
    }

    private static func addWords(_ text: String, to decoder: OpaquePointer) throws(DecoderError) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let fields = line.split(whereSeparator: \.isWhitespace)
            guard let word = fields.first, !line.hasPrefix(";;;"), !line.hasPrefix("##") else { continue }
            let phones = fields.dropFirst().joined(separator: " ")
            let what = "line \(index + 1) of the dictionary"
            guard !phones.isEmpty else {
                throw DecoderError(.dictionary, what, reason: "the word \"\(word)\" has no phones")
            }
            guard ps_add_word(decoder, String(word), phones, 0) >= 0 else {
                throw failure(.dictionary, what)
            }
        }
    }

    static func set(_ automaton: WordAutomaton, of decoder: OpaquePointer) throws(DecoderError) {
        let what = "cannot use the grammar"
        guard let grammar = automaton.build(named: searchName, for: decoder) else {
            throw DecoderError(.grammar, what, reason: "it has no sentence")
        }
        // The decoder keeps a reference of its own.
        defer { fsg_model_free(grammar) }
        guard ps_set_fsg(decoder, searchName, grammar) == 0, ps_set_search(decoder, searchName) == 0 else {
            if let word = missingWord() {
                throw DecoderError(
                    .wordMissing(word), what, reason: "the dictionary has no word \"\(word)\"", log: DecoderLog.texts)
            }
            throw failure(.grammar, what)
        }
    }

    /// Step by step, because `ps_set_jsgf_string` goes on with a null pointer when a grammar cannot be built.
    static func automaton(of text: String, for decoder: OpaquePointer) throws(DecoderError) -> WordAutomaton {
        let what = "cannot use the grammar"
        // The library prints what it cannot parse at all to standard output.
        guard text.hasPrefix("#JSGF") else {
            throw DecoderError(.grammar, what, reason: "it does not begin with #JSGF")
        }
        guard let grammar = jsgf_parse_string(text, nil) else { throw failure(.grammar, what) }
        defer { jsgf_grammar_free(grammar) }
        guard let rule = jsgf_get_public_rule(grammar) else {
            throw DecoderError(.grammar, what, reason: "it has no public rule")
        }
        let languageWeight = Float(cmd_ln_float_r(ps_get_config(decoder), "-lw"))
        DecoderLog.begin()
        guard let automaton = jsgf_build_fsg(grammar, rule, ps_get_logmath(decoder), languageWeight) else {
            throw failure(.grammar, what)
        }
        defer { fsg_model_free(automaton) }
        // It only complains about an undefined rule, and goes on without what it could not build.
        if DecoderLog.hasErrors { throw failure(.grammar, what) }
        var words = WordAutomaton(automaton)
        words.mergeAlike()
        return words
    }

    private static func missingWord() -> String? {
        for line in DecoderLog.recent where line.isError && line.text.hasSuffix("is missing in the dictionary") {
            return line.text.split(separator: "'").dropFirst().first.map(String.init)
        }
        return nil
    }

    /// An error whose reason is the first error of the library, since the others mostly follow from it.
    static func failure(_ kind: DecoderError.Kind, _ what: String) -> DecoderError {
        let lines = DecoderLog.recent
        let complaint = lines.first { $0.isError } ?? lines.last
        return DecoderError(
            kind, what, reason: complaint?.text ?? "the decoder did not say why", log: lines.map(\.text))
    }
}
