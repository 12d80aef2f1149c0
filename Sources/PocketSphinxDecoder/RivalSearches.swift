internal import CPocketSphinx
internal import Glibc

/// The search for a hypothesis and those that it has to win against, in a decoder of their own that is given scores
/// instead of sound.
final class RivalSearches {
    let decoder: OpaquePointer
    let features: FeatureExtraction
    private let grammar: WordAutomaton
    private let hasOtherWords: Bool

    private static let phones = "phones"
    private static let otherWords = "other words"
    private static let runnerUp = "runner-up"
    private static let what = "cannot load the words that commands are compared with"

    /// How many sentences that mean the same as the hypothesis are passed over in search of another one.
    private static let attempts = 2

    /// Longer sentences are not compared with single words, which could not fit.
    private static let longestWithOtherWords = 3

    /// - Parameters:
    ///   - settings: of the decoder whose scores will be searched.
    ///   - decides: whether the hypothesis is searched here too.
    init(_ settings: DecoderSettings, otherWords: String, decides: Bool) throws(DecoderError) {
        let decoder = try DecoderLoading.load(settings, for: .comparing)
        do throws(DecoderError) {
            var dictionary = ""
            if case .text(let text) = settings.dictionary { dictionary = text }
            grammar = try DecoderLoading.automaton(of: settings.grammar, for: decoder)
            if decides { try DecoderLoading.set(grammar, of: decoder) }
            let words = try Self.add(
                OtherWords(parsing: otherWords, dictionary: dictionary, commands: grammar.oneWordSentences),
                to: decoder)
            try Self.setSearches(words, of: decoder)
            hasOtherWords = !words.isEmpty
        } catch {
            ps_free(decoder)
            throw error
        }
        self.decoder = decoder
        features = FeatureExtraction(of: decoder)
    }

    deinit {
        ps_free(decoder)
    }

    /// - Returns: the best sentence of the grammar and how it lies in the utterance; `nil` if none fits at all.
    func hypothesis(
        over scores: borrowing SenoneScores
    ) throws(DecoderError) -> (hypothesis: Hypothesis, alignment: Alignment)? {
        let own = try align(DecoderLoading.searchName, over: scores)
        return Hypothesis(of: decoder).map { ($0, own) }
    }

    /// Searches the utterance again with each of them.
    ///
    /// - Parameters:
    ///   - own: how the hypothesis lies in the utterance.
    ///   - scores: of the utterance.
    func compare(
        _ hypothesis: Hypothesis, _ own: Alignment, over scores: borrowing SenoneScores,
        meansTheSame: (String, String) -> Bool
    ) throws(DecoderError) -> Evidence? {
        guard let words = own.words else { return nil }
        func margin(to other: Alignment?, over frames: Double) -> Double {
            guard let other, other.frames > 0 else { return Evidence.limits.upperBound }
            return (own.total - other.total) / frames
        }
        let frames = Double(words.count)
        let sentence = margin(to: try align(Self.phones, over: scores), over: frames)
        var otherWords = sentence
        var otherWord: String?
        if hasOtherWords && hypothesis.words.count <= Self.longestWithOtherWords {
            otherWords = margin(to: try align(Self.otherWords, over: scores), over: frames)
            otherWord = ps_get_hyp(decoder, nil).map { String(cString: $0) }
        }
        let runnerUp = try runnerUp(of: hypothesis, over: scores, meansTheSame)
        return Evidence(
            sentence: sentence, otherWords: otherWords, otherWord: otherWord,
            runnerUp: margin(to: runnerUp?.alignment, over: frames / Double(hypothesis.words.count)),
            runnerUpText: runnerUp?.text, words: hypothesis.words.count)
    }

    private func align(
        _ search: String, over scores: borrowing SenoneScores
    ) throws(DecoderError) -> Alignment {
        guard ps_set_search(decoder, search) == 0 else { throw DecoderLoading.failure(.decoding, "cannot compare") }
        _ = try scores.search(with: decoder)
        return Alignment(of: decoder)
    }

    private func runnerUp(
        of hypothesis: Hypothesis, over scores: borrowing SenoneScores, _ meansTheSame: (String, String) -> Bool
    ) throws(DecoderError) -> (text: String, alignment: Alignment)? {
        var excluded = [hypothesis.text.split(separator: " ").map(String.init)]
        for _ in 0..<Self.attempts {
            let without = grammar.without(excluded)
            guard let rest = without.build(named: Self.runnerUp, for: decoder) else { return nil }
            defer { fsg_model_free(rest) }
            ps_set_search(decoder, Self.phones)
            // Not replaced but removed and added: replacing leaves the name in the memory of the old one.
            ps_unset_search(decoder, Self.runnerUp)
            guard ps_set_fsg(decoder, Self.runnerUp, rest) == 0 else { return nil }
            let alignment = try align(Self.runnerUp, over: scores)
            guard let text = ps_get_hyp(decoder, nil).map({ String(cString: $0) }), !text.isEmpty else { return nil }
            if !meansTheSame(hypothesis.text, text) { return (text, alignment) }
            excluded.append(text.split(separator: " ").map(String.init))
        }
        return nil
    }

    private static func setSearches(_ words: [String], of decoder: OpaquePointer) throws(DecoderError) {
        guard ps_set_allphone_file(decoder, phones, nil) == 0 else {
            throw DecoderLoading.failure(.model, "cannot search for phones")
        }
        if !words.isEmpty {
            guard let automaton = fsg_model_init(otherWords, ps_get_logmath(decoder), 1, 2) else {
                throw DecoderLoading.failure(.dictionary, what)
            }
            // The decoder keeps a reference of its own.
            defer { fsg_model_free(automaton) }
            automaton.pointee.start_state = 0
            automaton.pointee.final_state = 1
            for word in words { fsg_model_trans_add(automaton, 0, 1, 0, fsg_model_word_add(automaton, word)) }
            guard ps_set_fsg(decoder, otherWords, automaton) == 0 else {
                throw DecoderLoading.failure(.dictionary, what)
            }
        }
    }

    /// - Returns: the words, each once.
    private static func add(_ words: OtherWords, to decoder: OpaquePointer) throws(DecoderError) -> [String] {
        var all: [String] = []
        var added: Set<String> = []
        var known: Set<String> = []
        for entry in words.entries where !known.contains(entry.word) {
            if let phones = ps_lookup_word(decoder, entry.name) {
                free(phones)
                known.insert(entry.word)
                all.append(entry.word)
                continue
            }
            // The search itself takes in the further ways of saying its words.
            guard entry.name == entry.word || added.contains(entry.word) else { continue }
            guard ps_add_word(decoder, entry.name, entry.phones, 0) >= 0 else {
                throw DecoderLoading.failure(.dictionary, what)
            }
            if added.insert(entry.word).inserted { all.append(entry.word) }
        }
        return all
    }
}
