internal import CPocketSphinx
internal import Glibc

/// The searches that a hypothesis has to win against, beside the grammar's own in the same decoder.
final class RivalSearches {
    private let decoder: OpaquePointer
    /// As it was built; the one in the decoder has got silences.
    private let grammar: UnsafeMutablePointer<fsg_model_t>
    private let hasOtherWords: Bool

    private static let phones = "phones"
    private static let otherWords = "other words"
    private static let runnerUp = "runner-up"
    private static let what = "cannot load the words that commands are compared with"

    /// How many sentences that mean the same as the hypothesis are passed over in search of another one.
    private static let attempts = 2

    /// Longer sentences are not compared with single words, which could not fit.
    private static let longestWithOtherWords = 3

    /// Longer sentences have no runner-up: one word of many hardly changes the score per frame, and it takes its time.
    private static let longestWithRunnerUp = 4

    /// Above this difference to any phones, per frame, no other word has been found to fit better.
    private static let beyondDoubt = -3.0

    /// Below this difference to any phones, per frame, nothing else can save a hypothesis.
    private static let hopeless = -35.0

    /// Adds the searches to a decoder that has its grammar, which stays the search that is set.
    ///
    /// - Parameter decoder: must outlive this value.
    init(of decoder: OpaquePointer, _ settings: DecoderSettings, otherWords: String) throws(DecoderError) {
        var dictionary = ""
        if case .text(let text) = settings.dictionary { dictionary = text }
        let words = try Self.add(OtherWords(parsing: otherWords, excludingSoundsOf: dictionary), to: decoder)
        try Self.setSearches(words, of: decoder)
        // Nothing throws after this: a half-made object would free what it does not have.
        grammar = try DecoderLoading.automaton(of: settings.grammar, for: decoder)
        hasOtherWords = !words.isEmpty
        self.decoder = decoder
    }

    deinit {
        fsg_model_free(grammar)
    }

    /// Decodes the utterance again with each of the searches.
    ///
    /// - Parameters:
    ///   - own: how the hypothesis lies in the utterance.
    ///   - decode: decodes the utterance with the search that is set.
    func compare(
        _ hypothesis: Hypothesis, _ own: Alignment, meansTheSame: (String, String) -> Bool,
        decode: () throws(DecoderError) -> Void
    ) throws(DecoderError) -> Evidence? {
        guard let words = own.words else { return nil }
        defer { ps_set_search(decoder, DecoderLoading.searchName) }
        let phones = try align(with: Self.phones, decode)
        let sentence = (own.total - phones.total) / Double(words.count)
        guard sentence > Self.hopeless else {
            let least = Evidence.limits.lowerBound
            return Evidence(sentence: sentence, otherWords: least, runnerUp: least)
        }
        func margin(to other: Alignment?) -> Double {
            guard let other, other.frames > 0 else { return Evidence.limits.upperBound }
            return (own.total - other.total) / Double(words.count)
        }
        let length = hypothesis.words.count
        let compares = hasOtherWords && length <= Self.longestWithOtherWords && sentence < Self.beyondDoubt
        let otherWords = compares ? margin(to: try align(with: Self.otherWords, decode)) : sentence
        let runnerUp = length <= Self.longestWithRunnerUp ? try runnerUp(of: hypothesis, meansTheSame, decode) : nil
        return Evidence(
            sentence: sentence, otherWords: otherWords,
            runnerUp: margin(to: runnerUp?.alignment), runnerUpText: runnerUp?.text)
    }

    private func align(
        with search: String, _ decode: () throws(DecoderError) -> Void
    ) throws(DecoderError) -> Alignment {
        guard ps_set_search(decoder, search) == 0 else { throw DecoderLoading.failure(.decoding, "cannot compare") }
        try decode()
        return Alignment(of: decoder)
    }

    private func runnerUp(
        of hypothesis: Hypothesis, _ meansTheSame: (String, String) -> Bool,
        _ decode: () throws(DecoderError) -> Void
    ) throws(DecoderError) -> (text: String, alignment: Alignment)? {
        var excluded = [hypothesis.text.split(separator: " ").map(String.init)]
        for _ in 0..<Self.attempts {
            let rest = GrammarWithout(grammar, excluding: excluded).build(languageWeight: grammar.pointee.lw)
            guard let rest else { return nil }
            defer { fsg_model_free(rest) }
            // Not replaced but removed and added: replacing leaves the name in the memory of the old one.
            ps_unset_search(decoder, Self.runnerUp)
            guard ps_set_fsg(decoder, Self.runnerUp, rest) == 0 else { return nil }
            let alignment = try align(with: Self.runnerUp, decode)
            guard let text = ps_get_hyp(decoder, nil).map({ String(cString: $0) }), !text.isEmpty else { return nil }
            ps_set_search(decoder, DecoderLoading.searchName)
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
        ps_set_search(decoder, DecoderLoading.searchName)
    }

    /// - Returns: those that the decoder did not have, each once.
    private static func add(_ words: OtherWords, to decoder: OpaquePointer) throws(DecoderError) -> [String] {
        var added: [String] = []
        var isNew: Set<String> = []
        for entry in words.entries {
            if entry.name == entry.word, let known = ps_lookup_word(decoder, entry.word) {
                free(known)
                continue
            }
            // The search itself takes in the further ways of saying its words.
            guard entry.name == entry.word || isNew.contains(entry.word) else { continue }
            guard ps_add_word(decoder, entry.name, entry.phones, 0) >= 0 else {
                throw DecoderLoading.failure(.dictionary, what)
            }
            if isNew.insert(entry.word).inserted { added.append(entry.word) }
        }
        return added
    }
}
