import BoardFixtures
import CommandLanguage
import Testing

@testable import LEDLink

@Suite("HostLink, commands")
struct HostLinkCommandTests {
    /// A line whose handshake is done.
    private func readyLine(timing: LinkTiming = LinkTiming(baud: 57_600)) -> SimulatedLine {
        var line = SimulatedLine(timing: timing)
        line.open()
        line.run()
        return line
    }

    private func receipts(_ outcome: LinkOutcome?) -> [Receipt] {
        if case .carriedOut(_, let receipts) = outcome { receipts } else { [] }
    }

    @Test("carries out a command and gives a receipt")
    func receipt() throws {
        var line = readyLine()
        let order = line.carryOut(.led(2), .on)
        line.run()
        let receipt = try #require(receipts(line.outcomes.last).first)
        #expect(line.outcomes.last == .carriedOut(order, [receipt]))
        #expect(receipt.wire == "LED2 ON")
        #expect(receipt.attempts == 1)
        #expect((.milliseconds(1)...(.milliseconds(10))).contains(receipt.latency))
        #expect(line.link.picture?[.led(2)] == LEDState(isOn: true, origin: .usb))
    }

    @Test("has one line in flight at a time, and keeps the order of the orders")
    func oneInFlight() {
        var line = readyLine()
        let before = line.sent.count
        let orders = [line.carryOut(.led(1), .on), line.carryOut(.led(2), .on), line.carryOut(.led(3), .on)]
        #expect(line.sent.count == before + 1)
        line.run()
        #expect(line.board.obeyed.map(\.target) == [.led(1), .led(2), .led(3)])
        let done = line.outcomes.compactMap { if case .carriedOut(let number, _) = $0 { number } else { nil } }
        #expect(done == orders)
    }

    @Test("sends the same line again when no answer comes, and the board obeys once")
    func resend() throws {
        var line = readyLine()
        let before = line.sent.count
        line.carryOut(.led(2), .on)
        line.run(for: .microseconds(3500))
        #expect(line.board.obeyed.count == 1)
        line.faults.drop = 1
        line.run(for: .milliseconds(30))
        line.faults.drop = 0
        line.link.advance(to: line.now + .milliseconds(100))
        line.run()

        let resent = line.sent[before...]
        #expect(resent.count >= 1)
        #expect(Set(resent).count == 1)
        #expect(line.board.obeyed == [Command(.led(2), .on)])
    }

    @Test("gives up after so many attempts, then begins the next order with a handshake")
    func boundedAttempts() {
        var line = readyLine()
        let before = line.sent.count
        line.faults.drop = 1
        let order = line.carryOut(.led(2), .on)
        line.run()
        let failure = LinkFailure.noAnswer(attempts: 12)
        #expect(line.sent.count == before + 12)
        #expect(line.outcomes.suffix(2) == [.failed(order, failure), .lost(failure)])
        #expect(line.now < .seconds(6))

        line.faults.drop = 0
        line.carryOut(.led(3), .on)
        line.run()
        #expect(line.sent.suffix(3).map(body) == ["HELLO", "STATUS", "LED3 ON"])
        #expect(receipts(line.outcomes.last).count == 1)
    }

    @Test("waits longer with each attempt")
    func backOff() {
        let timing = LinkTiming(baud: 57_600)
        let waits = (1...6).map { timing.timeout(sent: 12, answer: 48, attempt: $0) }
        #expect(waits[1] == waits[0] * 2)
        #expect(waits[3] == waits[0] * 8)
        #expect(waits[5] == waits[0] * 8)
    }

    @Test("allows for the time on the wire", arguments: [9600, 57_600, 115_200])
    func baud(baud: Int) {
        var line = readyLine(timing: LinkTiming(baud: baud))
        line.carryOut(.lamp, .color(RGB(red: 1, green: 2, blue: 3)))
        line.run()
        #expect(receipts(line.outcomes.last).map(\.attempts) == [1])
    }

    @Test("ignores a second answer to a line that was sent twice")
    func oldAnswers() {
        var line = readyLine()
        line.carryOut(.led(1), .on)
        line.run()
        let old = line.board.frames.last?.sequence ?? -1
        let outcomes = line.outcomes.count
        line.boardSays([
            Reply(sequence: old, verdict: .ok("")).line, Reply(sequence: old, verdict: .refused("led")).line,
        ])
        line.run()
        #expect(line.outcomes.count == outcomes)

        line.carryOut(.led(2), .on)
        line.boardSays([Reply(sequence: old, verdict: .refused("led")).line])
        line.run()
        #expect(receipts(line.outcomes.last).map(\.wire) == ["LED2 ON"])
    }

    @Test("never uses the same number twice in a row, over more than a hundred commands")
    func sequence() {
        var line = readyLine()
        for number in 0..<250 { line.carryOut(.led(1 + number % 3), number.isMultiple(of: 2) ? .on : .off) }
        line.run()
        let sequences = line.board.frames.map(\.sequence)
        #expect(zip(sequences, sequences.dropFirst()).allSatisfy { $0 != $1 })
        #expect(line.board.obeyed.count == 250)
    }

    @Test("hands on the board's refusal after asking twice, and goes on with the next order")
    func refusal() {
        var line = readyLine()
        let before = line.board.frames.count
        line.board.answer = { [Reply(sequence: $0.sequence, verdict: .refused("range")).line] }
        let order = line.carryOut(.led(1), .on)
        line.run()
        #expect(line.outcomes.last == .failed(order, .refused("range")))
        #expect(line.board.frames.count == before + 2)
        #expect(Set(line.board.frames.suffix(2).map(\.sequence)).count == 2)
        line.board.answer = nil
        line.carryOut(.led(1), .on)
        line.run()
        #expect(receipts(line.outcomes.last).count == 1)
    }

    @Test("sends nothing that the board is known not to be able to")
    func impossible() {
        var line = readyLine()
        let before = line.sent.count
        let order = line.carryOut(.led(7), .on)
        guard case .failed(order, .impossible(let error)) = line.outcomes.last else {
            Issue.record("not refused: \(line.outcomes)")
            return
        }
        #expect(error.kind == .noSuchLight)
        #expect(line.sent.count == before)
    }

    @Test("turns a toggle of everything into one receipt for each light")
    func toggleAll() {
        var line = readyLine()
        line.carryOut(.led(2), .on)
        line.carryOut(.all, .toggle)
        line.run()
        #expect(receipts(line.outcomes.last).map(\.wire) == ["LED1 ON", "LED2 OFF", "LED3 ON", "LAMP ON"])
        #expect(line.link.picture == line.board.picture)
    }

    private func body(of line: String) -> String {
        Frame(line: Array(line.utf8))?.body ?? line
    }
}
