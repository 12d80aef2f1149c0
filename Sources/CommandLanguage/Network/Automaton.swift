/// The sentences of a grammar as a nondeterministic finite automaton, its rules standing in the place of their names.
///
/// Every state has a way to the end. Where ways part, the first is preferred: what stands earlier in the file wins.
struct Automaton: Sendable {
    enum State: Sendable {
        case word(Word)
        /// Puts slots `first..<end` into the meaning.
        case slots(first: Int32, end: Int32, next: Int32)
        /// - `isOptional`: the last way passes by what the first one leads to.
        case fork([Int32], isOptional: Bool)
        case accept

        var word: Word? {
            if case .word(let word) = self { word } else { nil }
        }
    }

    struct Word: Sendable {
        /// Into ``pieces``.
        let piece: Int32
        /// Into ``labels``.
        let label: Int32
        /// Whether a word of the grammar begins here, or goes on (`%` of `50%`).
        let beginsToken: Bool
        let isTyped: Bool
        let next: Int32
    }

    var states: [State] = []
    var start: Int32 = 0
    var slots: [Slot] = []
    var pieces: [String: Int32] = [:]
    /// Words as the grammar spells them, for people to read.
    var labels: [String] = []
}
