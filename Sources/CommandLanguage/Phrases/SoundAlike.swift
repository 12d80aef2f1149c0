/// A sentence that sounds nearly like something else.
public struct SoundAlike: Hashable, Sendable {
    public let sentence: Sentence
    /// 0 for the same sounds; 1 if every sound is another.
    public let distance: Double
}

extension Grammar {
    /// The spoken sentences whose sounds are near to the given ones, the nearest first.
    ///
    /// Distances are those of Levenshtein with the given costs, divided by the number of phones of the longer one. Walks
    /// through the automaton and leaves every way on which no sentence can be near any more.
    ///
    /// - Parameters:
    ///   - phones: of what is to be compared; not empty.
    ///   - dictionary: has the words of the grammar; a word without pronunciation cannot be near.
    ///   - limit: the largest distance, below 0.5.
    ///   - count: the most sentences.
    public func sentences(
        soundingLike phones: [String], in dictionary: PronunciationDictionary, within limit: Double,
        costs: some SoundCosts, count: Int = 1_000
    ) -> [SoundAlike] {
        guard !phones.isEmpty else { return [] }
        var search = SoundSearch(
            automaton: automaton, phones: phones, dictionary: dictionary, limit: limit, costs: costs, count: count)
        search.run()
        return search.found.sorted { ($0.distance, $0.sentence.text) < ($1.distance, $1.sentence.text) }
    }
}

/// A walk through an automaton beside the rows of Levenshtein's table.
private struct SoundSearch<Costs: SoundCosts> {
    private let automaton: Automaton
    private let phones: [String]
    private let dictionary: PronunciationDictionary
    private let limit: Double
    /// The largest cost at which a sentence may still be within the limit: a longer sentence costs its further phones.
    private let budget: Double
    private let costs: Costs
    private let count: Int
    private let gaps: [Double]
    private var substitutions: [String: [Double]] = [:]
    private var steps = 0
    private(set) var found: [SoundAlike] = []

    /// Of all steps together, so that no grammar takes more than a second or so.
    private static var maximalSteps: Int { 400_000 }

    /// A way that was gone so far.
    private struct Way {
        var state: Int32
        var labels: [Int32] = []
        var slots: [Int32] = []
        /// The cost of turning what was said into the first phones, for each number of these.
        var row: [Double]
        var phoneCount = 0
        /// Since the last word: bounds ways that go in circles and say nothing.
        var silentSteps = 0
    }

    init(
        automaton: Automaton, phones: [String], dictionary: PronunciationDictionary, limit: Double, costs: Costs,
        count: Int
    ) {
        self.automaton = automaton
        self.phones = phones
        self.dictionary = dictionary
        self.limit = limit
        self.costs = costs
        self.count = count
        gaps = phones.map(costs.gap)
        budget = limit * Double(phones.count) / (1 - 2 * limit)
    }

    mutating func run() {
        var first = [0.0]
        for gap in gaps { first.append(first.last! + gap) }
        var waiting = [Way(state: automaton.start, row: first)]
        while let way = waiting.popLast(), steps < Self.maximalSteps, found.count < count {
            steps += 1
            follow(way, &waiting)
        }
    }

    private mutating func follow(_ way: Way, _ waiting: inout [Way]) {
        switch automaton.states[Int(way.state)] {
        case .accept: accept(way)
        case .slots(let first, let end, let next):
            var way = way
            way.slots.append(contentsOf: first..<end)
            way.state = next
            waiting.append(way)
        case .fork(let ways, _):
            guard way.silentSteps < Grammar.Limits.depth else { return }
            for state in ways.reversed() {
                var branch = way
                branch.state = state
                branch.silentSteps += 1
                waiting.append(branch)
            }
        case .word(let word):
            guard !word.isTyped else { return }
            var way = way
            way.state = word.next
            way.silentSteps = 0
            // The sounds of a word of several pieces were taken with the first of them.
            guard word.beginsToken else { return waiting.append(way) }
            way.labels.append(word.label)
            for pronunciation in pronunciations(of: automaton.labels[Int(word.label)]) {
                if let longer = say(pronunciation, way) { waiting.append(longer) }
            }
        }
    }

    private mutating func accept(_ way: Way) {
        guard way.phoneCount > 0 else { return }
        let distance = way.row.last! / Double(max(phones.count, way.phoneCount))
        guard distance <= limit else { return }
        let words = way.labels.flatMap { automaton.labels[Int($0)].split(separator: " ").map(String.init) }
        let sentence = Sentence(words: words, slots: way.slots.map { automaton.slots[Int($0)] })
        found.append(SoundAlike(sentence: sentence, distance: distance))
    }

    /// Of all the words of a token, one after the other.
    private func pronunciations(of label: String) -> [[String]] {
        label.split(separator: " ").reduce([[]]) { beginnings, word in
            let ends = dictionary.pronunciations(of: String(word))
            return Array(beginnings.flatMap { beginning in ends.map { beginning + $0 } }.prefix(8))
        }
    }

    /// - Returns: `nil` if no sentence that goes on so can be near.
    private mutating func say(_ pronunciation: [String], _ way: Way) -> Way? {
        var way = way
        for phone in pronunciation {
            let gap = costs.gap(phone)
            let substitution = substitutions(for: phone)
            var row = [way.row[0] + gap]
            for index in phones.indices {
                row.append(
                    min(way.row[index] + substitution[index], way.row[index + 1] + gap, row[index] + gaps[index]))
            }
            guard row.contains(where: { $0 <= budget }) else { return nil }
            way.row = row
            way.phoneCount += 1
        }
        return way
    }

    private mutating func substitutions(for phone: String) -> [Double] {
        if let known = substitutions[phone] { return known }
        let row = phones.map { costs.substitution(phone, $0) }
        substitutions[phone] = row
        return row
    }
}
