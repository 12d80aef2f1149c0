import BoardFixtures
import CommandLanguage
import LEDLink
import Testing

@Suite("HostLink, restarts and other ends")
struct HostLinkSurpriseTests {
    private func readyLine() -> SimulatedLine {
        var line = SimulatedLine()
        line.open()
        line.run()
        return line
    }

    @Test("sets the lights again after a restart, and says so")
    func restart() {
        var line = readyLine()
        line.carryOut(.led(2), .on)
        line.run()
        line.resetBoard()
        line.run()
        #expect(line.outcomes.suffix(3).prefix(2) == [.restarted, .ready(Boards.dark())])
        guard case .restored(let receipts) = line.outcomes.last else {
            Issue.record("not restored: \(line.outcomes)")
            return
        }
        #expect(receipts.map(\.wire) == ["LED2 ON"])
        #expect(line.board.picture[.led(2)]?.isOn == true)
        #expect(line.link.picture == line.board.picture)
    }

    @Test("does not take the board for another one because an answer to HELLO was damaged unseen")
    func damagedHello() {
        var line = readyLine()
        line.carryOut(.led(2), .on)
        line.run()
        line.board.answer = { frame in
            let details = "voice_to_leed 1 3 1:L 2:L 3:L L:LC +CRC2"
            return frame.body == "HELLO" ? [Reply(sequence: frame.sequence, verdict: .ok(details)).line] : []
        }
        line.resetBoard()
        line.run(for: .milliseconds(16))
        line.board.answer = nil
        line.run()
        #expect(line.sent.count { $0.contains("HELLO") } == 3)
        #expect(line.board.picture[.led(2)]?.isOn == true)
        #expect(line.link.picture == line.board.picture)
    }

    @Test("believes that another board is there once it has said so twice, and leaves its lights alone")
    func otherBoard() {
        var line = readyLine()
        line.carryOut(.led(2), .on)
        line.run()
        line.board.answer = { frame in
            let details = frame.body == "HELLO" ? "plain 1 2 1: 2:" : "1+ 2-"
            return [Reply(sequence: frame.sequence, verdict: .ok(details)).line]
        }
        line.resetBoard()
        line.run()
        #expect(line.link.picture?.board.sketch == "plain")
        #expect(line.link.desired == line.link.picture)
        #expect(!line.sent.suffix(3).contains { $0.contains("LED") })
    }

    @Test("leaves a light as a phone set it before the restart was heard of")
    func phoneAfterRestart() {
        var line = readyLine()
        line.carryOut(.all, .on)
        line.run()
        _ = line.board.reset()
        _ = line.board.phone(Command(.led(2), .level(30)))
        line.boardSays([Notification.ready(sketch: "voice_to_led", protocolVersion: 1).line])
        line.run()
        #expect(line.board.picture[.led(1)]?.isOn == true)
        #expect(line.board.picture[.led(2)] == LEDState(isOn: true, level: 30, origin: .bluetooth))
        #expect(line.link.desired == line.board.picture)
    }

    @Test("hears of a restart whose READY was lost as soon as it sends the next command")
    func unheardRestart() {
        var line = readyLine()
        line.carryOut(.led(1), .level(40))
        line.run()
        _ = line.board.reset()
        line.board.answer = { frame in
            frame.body.hasPrefix("L") ? [Reply(sequence: frame.sequence, verdict: .refused("hello")).line] : []
        }
        line.carryOut(.led(3), .toggle)
        line.run { $0 == .restarted }
        line.board.answer = nil
        line.run()
        #expect(line.board.obeyed.suffix(2) == [Command(.led(1), .level(40)), Command(.led(3), .on)])
        #expect(line.link.picture == line.board.picture)
    }

    @Test("gives up setting the lights when that restarts the board again and again")
    func brownOutByLight() {
        var line = readyLine()
        line.carryOut(.lamp, .on)
        line.run()
        for restart in 1...4 {
            let sent = line.sent.count
            line.resetBoard()
            guard restart < 4 else { break }
            for _ in 0..<1000 where !line.sent.dropFirst(sent).contains(where: { body(of: $0) == "LAMP ON" }) {
                line.run(for: .milliseconds(1))
            }
        }
        line.run()
        #expect(line.outcomes.contains(.notRestored(.restarting(times: 3))))
        #expect(line.link.desired == Boards.dark())
    }

    @Test("sends the command in flight again after a restart, once the board has said HELLO")
    func restartInTheMiddle() {
        var line = readyLine()
        let order = line.carryOut(.led(2), .on)
        line.run(for: .milliseconds(1))
        line.resetBoard()
        line.run()
        guard case .carriedOut(order, let receipts) = line.outcomes.last else {
            Issue.record("not carried out: \(line.outcomes)")
            return
        }
        #expect(receipts.map(\.attempts) == [2])
        #expect(line.board.frames.map(\.body).suffix(3) == ["HELLO", "STATUS", "LED2 ON"])
        #expect(line.board.picture[.led(2)]?.isOn == true)
        #expect(line.link.picture == line.board.picture)
    }

    @Test("gives up on a command under which the board restarts again and again")
    func brownOut() {
        var line = readyLine()
        let order = line.carryOut(.lamp, .on)
        for time in 1...4 {
            while line.sent.count(where: { body(of: $0) == "LAMP ON" }) < time, line.now < .seconds(1) {
                line.run(for: .microseconds(100))
            }
            line.resetBoard()
        }
        line.run()
        #expect(line.outcomes.contains(.failed(order, .restarting(times: 4))))
        #expect(line.outcomes.suffix(2) == [.ready(Boards.dark()), .restored([])])
    }

    @Test("follows what a phone changes")
    func phone() {
        var line = readyLine()
        let command = Command(.lamp, .color(RGB(red: 0, green: 0, blue: 255)))
        line.phone(command)
        line.run()
        #expect(line.outcomes.last == .changed(command, by: .bluetooth))
        #expect(line.link.picture?[.lamp]?.origin == .bluetooth)
        #expect(line.link.picture == line.board.picture)
    }

    @Test("resolves a toggle with the phone's change in mind")
    func toggleAfterPhone() {
        var line = readyLine()
        line.phone(Command(.led(2), .on))
        line.run()
        line.carryOut(.led(2), .toggle)
        line.run()
        #expect(line.board.obeyed == [Command(.led(2), .off)])
    }

    @Test("asks for the STATUS when a line was damaged that may have been a notification")
    func damagedNotification() {
        var line = readyLine()
        _ = line.board.phone(Command(.led(3), .on))
        line.boardSays(["!LED3 O\u{1}N b*00"])
        line.run()
        #expect(line.outcomes.last == .corrected(line.board.picture))
        #expect(line.link.picture == line.board.picture)
        #expect(line.link.deadline == nil)
    }

    @Test("asks for the STATUS before it resolves a toggle from a picture in doubt")
    func doubtfulToggle() {
        var line = readyLine()
        _ = line.board.phone(Command(.led(3), .on))
        line.boardSays(["!LED3 O\u{1}N b*00"])
        line.run(for: .milliseconds(10))
        line.carryOut(.led(3), .toggle)
        line.run()
        #expect(line.board.frames.map(\.body).suffix(2) == ["STATUS", "LED3 OFF"])
    }

    @Test("does not know who was last when the phone spoke between two attempts, and asks")
    func contested() {
        var line = readyLine()
        line.carryOut(.led(1), .on)
        line.run(for: .milliseconds(3))
        #expect(line.board.obeyed.count == 1)
        line.faults.drop = 1
        line.boardSays([])
        var silenced = line
        silenced.run(for: .milliseconds(45))
        silenced.faults.drop = 0
        silenced.phone(Command(.led(1), .off))
        silenced.run()
        #expect(silenced.link.picture == silenced.board.picture)
        #expect(silenced.board.picture[.led(1)]?.isOn == false || silenced.board.obeyed.count == 1)
    }

    private func body(of line: String) -> String {
        Frame(line: Array(line.utf8))?.body ?? line
    }
}
