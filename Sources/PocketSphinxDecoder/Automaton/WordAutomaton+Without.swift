extension WordAutomaton {
    /// The automaton without some of its sentences: its product with one that knows these sentences.
    ///
    /// Only the states that can be reached are made, so it is larger by a few states for each sentence.
    func without(_ sentences: [[String]]) -> WordAutomaton {
        let tree = SentenceTree(sentences)
        var places: [Place] = []
        var numbers: [Place: Int] = [:]
        func number(of place: Place) -> Int {
            if let number = numbers[place] { return number }
            numbers[place] = places.count
            places.append(place)
            return places.count - 1
        }
        _ = number(of: Place(state: start, node: SentenceTree.root))
        var rest: [State] = []
        while rest.count < places.count {
            let place = places[rest.count]
            let state = states[place.state]
            rest.append(
                State(
                    arcs: state.arcs.map { arc in
                        let node = tree.node(after: words[arc.word], from: place.node)
                        return Arc(
                            word: arc.word, target: number(of: Place(state: arc.target, node: node)), score: arc.score)
                    },
                    end: tree.isSentence(at: place.node) ? nil : state.end))
        }
        return WordAutomaton(words: words, states: rest, start: 0)
    }

    private struct Place: Hashable {
        let state: Int
        let node: Int
    }
}
