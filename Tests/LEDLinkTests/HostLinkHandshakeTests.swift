import BoardFixtures
import CommandLanguage
import LEDLink
import Testing

@Suite("HostLink, handshake")
struct HostLinkHandshakeTests {
    @Test("learns the board and its state with HELLO and STATUS")
    func ready() {
        var line = SimulatedLine()
        line.open()
        line.run()
        #expect(line.outcomes == [.ready(Boards.dark())])
        #expect(line.sent.map(body) == ["HELLO", "STATUS"])
        #expect(line.link.picture == Boards.dark())
        #expect(line.link.deadline == nil)
    }

    @Test("says HELLO again and again while the board starts, always with the same number")
    func patience() throws {
        var line = SimulatedLine()
        line.faults.drop = 1
        line.open()
        line.run(for: .milliseconds(1400))
        #expect(line.sent.count == 10)
        #expect(Set(line.sent).count == 1)

        line.faults.drop = 0
        line.resetBoard()
        #expect(line.run { if case .ready = $0 { true } else { false } } != nil)
        #expect(line.now < .milliseconds(1450))
        #expect(!line.outcomes.contains(.restarted))
    }

    @Test("gives up on a board that never says a byte")
    func silent() {
        var line = SimulatedLine()
        line.faults.drop = 1
        line.open()
        let order = line.carryOut(.led(1), .on)
        line.run()
        #expect(line.outcomes == [.failed(order, .silent), .lost(.silent)])
        #expect(line.now == .seconds(4))
        #expect(line.link.deadline == nil)
    }

    @Test("shows what a board says that speaks something else")
    func garbage() {
        var line = SimulatedLine()
        line.board.answer = { _ in [] }
        line.open()
        line.boardSays(["Marlin 1.1 \u{1B}ready"])
        line.run()
        #expect(line.outcomes == [.lost(.garbage(excerpt: "Marlin 1.1 \\x1Bready"))])
    }

    @Test("shows bytes that never become a line")
    func endlessLine() {
        var line = SimulatedLine()
        line.open()
        line.link.receive([UInt8](repeating: 0xF8, count: 50), at: line.now)
        line.faults.drop = 1
        line.run()
        let excerpt = String(repeating: "\\xF8", count: 40) + "..."
        #expect(line.outcomes == [.lost(.garbage(excerpt: excerpt))])
    }

    @Test("refuses a board that speaks another version of the protocol")
    func otherVersion() {
        var line = SimulatedLine()
        line.board.answer = { [Reply(sequence: $0.sequence, verdict: .ok("voice_to_led 2 ?")).line] }
        line.open()
        line.run()
        #expect(line.outcomes == [.lost(.wrongProtocol(2))])
    }

    @Test("ends in bounded time at a board that answers HELLO and nothing else")
    func helloOnly() {
        var line = SimulatedLine()
        line.board.answer = { frame in
            guard frame.body == "HELLO" else { return [] }
            return [Reply(sequence: frame.sequence, verdict: .ok("voice_to_led 1 3 1:L 2:L 3:L L:LC")).line]
        }
        line.open()
        let order = line.carryOut(.led(1), .on)
        line.run()
        let failure = LinkFailure.noAnswer(attempts: 24)
        #expect(line.outcomes == [.failed(order, failure), .lost(failure)])
    }

    @Test("ends in bounded time at a board that restarts at every HELLO")
    func restartsAtHello() {
        var line = SimulatedLine()
        line.board.answer = { _ in [] }
        line.open()
        let order = line.carryOut(.led(1), .on)
        for _ in 0..<100 {
            line.run(for: .milliseconds(50))
            line.resetBoard()
        }
        line.run()
        #expect(line.outcomes.first == .failed(order, .silent))
    }

    @Test("gives up on a board whose STATUS is about other lights")
    func strangeStatus() {
        var line = SimulatedLine()
        line.board.answer = { frame in
            let hello = "voice_to_led 1 3 1:L 2:L 3:L L:LC"
            return [Reply(sequence: frame.sequence, verdict: .ok(frame.body == "HELLO" ? hello : "1+ 2+")).line]
        }
        line.open()
        line.run()
        let reply = Reply(sequence: 1, verdict: .ok("1+ 2+")).line
        #expect(line.outcomes == [.lost(.garbage(excerpt: reply))])
        #expect(line.sent.count(where: { $0.contains("STATUS") }) == 24)
    }

    private func body(of line: String) -> String {
        Frame(line: Array(line.utf8))?.body ?? line
    }
}
