import Testing

@testable import Adaptation

@Suite("Whether a word is worse off")
struct WordCountTests {
    private func count(_ notes: [(before: Bool, after: Bool)]) -> WordCount {
        notes.reduce(into: WordCount("off")) { $0.note(before: $1.before, after: $1.after) }
    }

    private func times(_ count: Int, _ before: Bool, _ after: Bool) -> [(before: Bool, after: Bool)] {
        Array(repeating: (before, after), count: count)
    }

    @Test("one clip lost is no reason, nor three that may be chance")
    func chance() {
        #expect(!count(times(9, true, true) + times(1, true, false)).isWorse)
        #expect(!count(times(9, true, true) + times(3, true, false)).isWorse)
        #expect(!count(times(9, true, true) + times(5, true, false) + times(4, false, true)).isWorse)
    }

    @Test("four lost and none won are more than chance")
    func worse() {
        #expect(count(times(9, true, true) + times(4, true, false)).isWorse)
    }

    @Test("a word that is never heard any more is worse off, however few its clips")
    func gone() {
        #expect(count(times(2, true, false)).isWorse)
        #expect(!count(times(1, true, false)).isWorse)
    }
}
