internal import CPocketSphinx

/// A grammar without some of its sentences: the product of its automaton and one that knows these sentences.
///
/// Only the states that can be reached are made, so it is larger than the grammar by a few states for each sentence.
struct GrammarWithout {
    private let grammar: UnsafeMutablePointer<fsg_model_t>
    private let sentences: SentenceTree

    private var places: [Place] = []
    private var numbers: [Place: Int32] = [:]
    private var arcs: [Arc] = []
    private var ends: [Int32] = []

    private struct Place: Hashable {
        let state: Int32
        let node: Int
    }

    private struct Arc {
        let from: Int32
        let to: Int32
        let score: Int32
        let word: Int32
    }

    /// - Parameter grammar: as it was built, without the silences and variants that a search adds.
    init(_ grammar: UnsafeMutablePointer<fsg_model_t>, excluding sentences: [[String]]) {
        self.grammar = grammar
        self.sentences = SentenceTree(sentences)
        _ = number(of: Place(state: grammar.pointee.start_state, node: SentenceTree.root))
        var next = 0
        while next < places.count {
            expand(next)
            next += 1
        }
        removeDeadEnds()
    }

    /// - Returns: an automaton to be freed; `nil` if no sentence is left.
    func build(languageWeight: Float) -> UnsafeMutablePointer<fsg_model_t>? {
        guard !ends.isEmpty else { return nil }
        let end = Int32(places.count)
        guard let result = fsg_model_init("runner-up", grammar.pointee.lmath, languageWeight, end + 1) else {
            return nil
        }
        result.pointee.start_state = 0
        result.pointee.final_state = end
        for word in 0..<Int(grammar.pointee.n_word) { fsg_model_word_add(result, grammar.pointee.vocab[word]) }
        for arc in arcs {
            if arc.word < 0 {
                fsg_model_null_trans_add(result, arc.from, arc.to, arc.score)
            } else {
                fsg_model_trans_add(result, arc.from, arc.to, arc.score, arc.word)
            }
        }
        for place in ends { fsg_model_null_trans_add(result, place, end, 0) }
        // The search follows one empty transition, not two.
        glist_free(fsg_model_null_trans_closure(result, nil))
        return result
    }

    private mutating func number(of place: Place) -> Int32 {
        if let number = numbers[place] { return number }
        let number = Int32(places.count)
        numbers[place] = number
        places.append(place)
        if place.state == grammar.pointee.final_state, !sentences.isSentence(at: place.node) { ends.append(number) }
        return number
    }

    private mutating func expand(_ index: Int) {
        let place = places[index]
        var iterator = fsg_model_arcs(grammar, place.state)
        while let current = iterator {
            if let link = fsg_arciter_get(current)?.pointee {
                let node = link.wid < 0 ? place.node : sentences.node(after: word(link.wid), from: place.node)
                let to = number(of: Place(state: link.to_state, node: node))
                arcs.append(Arc(from: Int32(index), to: to, score: link.logs2prob, word: link.wid))
            }
            iterator = fsg_arciter_next(current)
        }
    }

    /// A way that leads nowhere but fits well would make the search give up all others.
    private mutating func removeDeadEnds() {
        var arcsInto = [[Int32]](repeating: [], count: places.count)
        for arc in arcs { arcsInto[Int(arc.to)].append(arc.from) }
        var isAlive = [Bool](repeating: false, count: places.count)
        var waiting = ends
        while let place = waiting.popLast() {
            guard !isAlive[Int(place)] else { continue }
            isAlive[Int(place)] = true
            waiting += arcsInto[Int(place)]
        }
        arcs.removeAll { !isAlive[Int($0.to)] }
    }

    private func word(_ number: Int32) -> String {
        grammar.pointee.vocab[Int(number)].map { String(cString: $0) } ?? ""
    }
}
