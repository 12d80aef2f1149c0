import Testing

@testable import Session

@Suite("LineDamage")
struct LineDamageTests {
    private let line = Array("#17 LED2 ON*82\n".utf8)

    @Test("leaves a line alone that shall be good")
    func good() {
        var damage = LineDamage(LineFaults())
        for _ in 0..<100 { #expect(damage.pass(line, losesLines: true) == line) }
    }

    @Test("damages about the share of bytes that it is told, the same ones for the same seed")
    func share() {
        var (one, other) = (LineDamage(.init(damage: 0.01)), LineDamage(.init(damage: 0.01)))
        let zeros = [UInt8](repeating: 0, count: 100_000)
        let passed = one.pass(zeros, losesLines: false)
        #expect(other.pass(zeros, losesLines: false) == passed)
        // Half of the damage shows here: changed bits, and strange bytes but for the odd zero.
        let changed = passed.count { $0 != 0 }
        #expect(400...600 ~= changed)
        var another = LineDamage(.init(damage: 0.01, seed: 2))
        #expect(another.pass(zeros, losesLines: false) != passed)
    }

    @Test("loses whole answers, and none of the lines to the board")
    func lost() {
        var damage = LineDamage(.init(lostAnswers: 0.1))
        var arrived = 0
        for _ in 0..<1000 {
            let bytes = damage.pass(line, losesLines: true)
            #expect(bytes == line || bytes.isEmpty)
            if !bytes.isEmpty { arrived += 1 }
            #expect(damage.pass([], losesLines: false) == [])
        }
        #expect(850...950 ~= arrived)
        var toBoard = LineDamage(.init(lostAnswers: 1))
        #expect(toBoard.pass(line, losesLines: false) == line)
    }
}
