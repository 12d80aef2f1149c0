import Testing

@testable import Adaptation

@Suite("Which clips are held back together")
struct FoldsTests {
    private func clip(_ sentence: String, _ speaker: String = "me", copying original: Int? = nil) -> TrainingClip {
        TrainingClip(
            name: "", samples: [], words: sentence.split(separator: " ").map(String.init), speaker: speaker,
            original: original)
    }

    @Test("of several people, all clips of one are in the same part")
    func bySpeaker() {
        let clips = (0..<40).map { clip("on", "speaker \($0 % 7)") }
        let folds = Folds.assign(clips, holdingSentences: true)
        #expect(Set(folds).count == 5)
        for speaker in 0..<7 { #expect(Set((0..<40).filter { $0 % 7 == speaker }.map { folds[$0] }).count == 1) }
    }

    @Test("of one person, the clips of a sentence are spread over the parts")
    func bySentence() {
        let folds = Folds.assign((0..<12).map { clip(["on", "off", "red"][$0 % 3]) }, holdingSentences: false)
        for sentence in 0..<3 {
            #expect(Set((0..<12).filter { $0 % 3 == sentence }.map { folds[$0] }).count == 4)
        }
    }

    @Test("where words were never said, all clips of a sentence are in the same part")
    func sentences() {
        let folds = Folds.assign((0..<12).map { clip(["on", "off", "red"][$0 % 3]) }, holdingSentences: true)
        #expect(Set(folds).count == 3)
        for sentence in 0..<3 {
            #expect(Set((0..<12).filter { $0 % 3 == sentence }.map { folds[$0] }).count == 1)
        }
    }

    @Test("a copy is held back with its original", arguments: [true, false])
    func copies(holdingSentences: Bool) {
        let sentences = ["on", "off", "red"]
        let clips = (0..<9).map { clip(sentences[$0 % 3]) } + (0..<9).map { clip(sentences[$0 % 3], copying: $0) }
        let folds = Folds.assign(clips, holdingSentences: holdingSentences)
        #expect(Array(folds.prefix(9)) == Array(folds.suffix(9)))
        #expect(Set(folds).count == (holdingSentences ? 3 : 4))
    }

    @Test("no part is empty, however few clips there are")
    func few() {
        #expect(Set(Folds.assign([clip("on"), clip("off")], holdingSentences: false)) == [0, 1])
    }
}
