internal import CPocketSphinx

/// The words that are whole sentences of a grammar by themselves.
struct OneWordSentences {
    let words: Set<String>

    init(of grammar: UnsafeMutablePointer<fsg_model_t>) {
        let end = grammar.pointee.final_state
        var words: Set<String> = []
        for state in Self.withoutWords(from: grammar.pointee.start_state, in: grammar) {
            for link in Self.links(from: state, in: grammar) where link.wid >= 0 {
                guard let name = grammar.pointee.vocab[Int(link.wid)].map({ String(cString: $0) }),
                    let word = Hypothesis.spoken(name), !words.contains(word),
                    Self.withoutWords(from: link.to_state, in: grammar).contains(end)
                else { continue }
                words.insert(word)
            }
        }
        self.words = words
    }

    /// The states that are reached from `start` without saying anything, itself included.
    private static func withoutWords(from start: Int32, in grammar: UnsafeMutablePointer<fsg_model_t>) -> Set<Int32> {
        var reached: Set = [start]
        var waiting = [start]
        while let state = waiting.popLast() {
            for link in links(from: state, in: grammar) where link.wid < 0 && reached.insert(link.to_state).inserted {
                waiting.append(link.to_state)
            }
        }
        return reached
    }

    private static func links(from state: Int32, in grammar: UnsafeMutablePointer<fsg_model_t>) -> [fsg_link_t] {
        var links: [fsg_link_t] = []
        var iterator = fsg_model_arcs(grammar, state)
        while let current = iterator {
            if let link = fsg_arciter_get(current)?.pointee { links.append(link) }
            iterator = fsg_arciter_next(current)
        }
        return links
    }
}
