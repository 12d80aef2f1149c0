internal import CPocketSphinx

extension WordAutomaton {
    /// - Parameter grammar: as it was built, with all ways without words that take more than one step.
    init(_ grammar: UnsafeMutablePointer<fsg_model_t>) {
        let end = Int(grammar.pointee.final_state)
        let links = (0..<grammar.pointee.n_state).map { Self.links(from: $0, in: grammar) }
        let states = links.indices.map { index in
            var state = State(arcs: [], end: index == end ? 0 : nil)
            func add(_ links: [fsg_link_t], cost: Int32) {
                for link in links where link.wid >= 0 {
                    state.arcs.append(
                        Arc(word: Int(link.wid), target: Int(link.to_state), score: cost + link.logs2prob))
                }
            }
            add(links[index], cost: 0)
            for link in links[index] where link.wid < 0 {
                add(links[Int(link.to_state)], cost: link.logs2prob)
                if Int(link.to_state) == end { state.end = max(state.end ?? .min, link.logs2prob) }
            }
            return state
        }
        let words = (0..<Int(grammar.pointee.n_word)).map { index in
            grammar.pointee.vocab[index].map { String(cString: $0) } ?? ""
        }
        self.init(words: words, states: states, start: Int(grammar.pointee.start_state))
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

    /// - Returns: the same for the library, to be freed; `nil` if there is no sentence.
    func build(named name: String, for decoder: OpaquePointer) -> UnsafeMutablePointer<fsg_model_t>? {
        guard states.contains(where: { $0.end != nil }) else { return nil }
        let languageWeight = Float(cmd_ln_float_r(ps_get_config(decoder), "-lw"))
        // The library knows one end only.
        let end = Int32(states.count)
        let logarithms = ps_get_logmath(decoder)
        guard let grammar = fsg_model_init(name, logarithms, languageWeight, end + 1) else { return nil }
        grammar.pointee.start_state = Int32(start)
        grammar.pointee.final_state = end
        for word in words { fsg_model_word_add(grammar, word) }
        for (index, state) in states.enumerated() {
            for arc in state.arcs {
                fsg_model_trans_add(grammar, Int32(index), Int32(arc.target), arc.score, Int32(arc.word))
            }
            if let score = state.end { fsg_model_null_trans_add(grammar, Int32(index), end, score) }
        }
        return grammar
    }
}
