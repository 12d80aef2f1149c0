extension Grammar {
    /// Varied sentences of the grammar: at each fork mostly the way taken least often so far.
    ///
    /// - Parameters:
    ///   - limit: the most sentences; fewer if no others are found. No sentence comes twice.
    ///   - seed: the same seed gives the same sentences.
    ///   - way: whether sentences with `@typed` words count.
    public func examples(limit: Int, seed: UInt64 = 0, from way: InputWay = .speech) -> [Sentence] {
        let distances = Distances(in: automaton, ignoringTyped: way == .speech)
        guard distances.isReachable(automaton.start) else { return [] }
        var random = SplitMix64(state: seed)
        var taken: [Branch: Int] = [:]
        var sentences: [Sentence] = []
        var known: Set<[String]> = []
        // Small grammars run out of sentences: stop when many in a row are known.
        var failures = 0
        while sentences.count < limit, failures < 100 {
            var path = SentencePath(from: automaton.start)
            while let (ways, isOptional) = path.run(through: automaton) {
                let open = ways.filter(distances.isReachable)
                let fork = path.state
                func count(of way: Int32) -> Int { taken[Branch(fork: fork, way: way), default: 0] }
                let way: Int32? =
                    if path.wordCount >= 24 {
                        // Long enough: to the end by the shortest way. The last way of a loop leads out of it.
                        open.reversed().min { distances[$0] < distances[$1] }
                    } else if Int.random(in: 0..<4, using: &random) == 0 {
                        open.randomElement(using: &random)
                    } else {
                        open.shuffled(using: &random).min { count(of: $0) < count(of: $1) }
                    }
                guard let way else { return sentences }
                // People leave out more than they say: politeness is for every fourth sentence.
                taken[Branch(fork: fork, way: way), default: 0] += isOptional && way == ways.first ? 3 : 1
                path.take(way)
            }
            let sentence = path.sentence(in: automaton)
            if known.insert(sentence.words).inserted {
                sentences.append(sentence)
                failures = 0
            } else {
                failures += 1
            }
        }
        return sentences
    }

    /// The sentences of the grammar in the order of the file, `@typed` ones included. What may be repeated is said at
    /// most twice.
    ///
    /// - Parameter limit: the most sentences; work is bounded in proportion.
    public func sentences(limit: Int) -> [Sentence] {
        var sentences: [Sentence] = []
        var waiting: [(path: SentencePath, visited: [Int32])] = [(SentencePath(from: automaton.start), [])]
        var steps = 0
        while sentences.count < limit, steps < (limit + 10) * 200, var (path, visited) = waiting.popLast() {
            steps += 1
            guard let (ways, _) = path.run(through: automaton) else {
                sentences.append(path.sentence(in: automaton))
                continue
            }
            let fork = path.state
            guard visited.count(where: { $0 == fork }) < 2 else { continue }
            visited.append(fork)
            for way in ways.reversed() {
                var branch = path
                branch.take(way)
                waiting.append((branch, visited))
            }
        }
        return sentences
    }

    private struct Branch: Hashable {
        let fork: Int32
        let way: Int32
    }
}
