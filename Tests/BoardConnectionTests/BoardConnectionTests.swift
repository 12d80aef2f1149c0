import BoardConnection
import BoardFixtures
import CommandLanguage
import LEDLink
import Testing

@Suite("BoardConnection")
struct BoardConnectionTests {
    private let board = TerminalBoard()

    private func open() async throws -> BoardConnection {
        try await BoardConnection.open(path: board.path)
    }

    @Test("has a command carried out and keeps the picture")
    func command() async throws {
        let connection = try await open()
        let receipts = try await connection.carryOut(Command(.led(2), .on))
        #expect(receipts.map(\.wire) == ["LED2 ON"])
        // A busy machine may answer after the first deadline; that the board obeyed once is what counts.
        #expect(receipts.allSatisfy { $0.attempts >= 1 && $0.latency > .zero })
        #expect(board.model.obeyed == [Command(.led(2), .on)])
        #expect(connection.picture[.led(2)]?.isOn == true)
    }

    @Test("takes commands from many tasks and carries each out once")
    func concurrent() async throws {
        let connection = try await open()
        try await withThrowingTaskGroup(of: [Receipt].self) { group in
            for number in 0..<60 {
                group.addTask { try await connection.carryOut(Command(.led(1 + number % 3), .level(number))) }
            }
            var receipts: [Receipt] = []
            for try await more in group { receipts += more }
            #expect(receipts.count == 60)
        }
        #expect(Set(board.model.obeyed).count == 60)
        #expect(board.model.obeyed.count == 60)
    }

    @Test("resolves toggles that come from many tasks one after the other")
    func toggles() async throws {
        let connection = try await open()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<11 { group.addTask { _ = try await connection.carryOut(Command(.lamp, .toggle)) } }
            try await group.waitForAll()
        }
        #expect(board.model.picture[.lamp]?.isOn == true)
        #expect(connection.picture == board.model.picture)
    }

    @Test("refuses what the board cannot do, in words")
    func impossible() async throws {
        let connection = try await open()
        let error = await #expect(throws: BoardError.self) { try await connection.carryOut(Command(.led(7), .on)) }
        #expect(error?.description == "there is no LED 7; this board has LED 1 to 3 and a lamp")
        #expect(board.model.obeyed.isEmpty)
    }

    @Test("puts the board's own refusal in words")
    func refused() async throws {
        let connection = try await open()
        board.answer { [Reply(sequence: $0.sequence, verdict: .refused("range")).line] }
        let error = await #expect(throws: BoardError.self) { try await connection.carryOut(Command(.led(1), .on)) }
        #expect(error?.kind == .refused("range"))
        #expect(error?.description == "the board refused: a number is out of its range")
    }

    @Test("gives up on a board that has stopped answering, and finds it again with the next command")
    func noAnswer() async throws {
        let connection = try await open()
        board.answer { _ in [] }
        let error = await #expect(throws: BoardError.self) { try await connection.carryOut(Command(.led(1), .on)) }
        #expect(error?.kind == .noAnswer(attempts: 12))
        #expect(error?.description == "\(board.path) has stopped answering: the command was sent 12 times")
        #expect(error?.hint == "check the cable, or press the reset button of the board")

        board.answer(nil)
        #expect(try await connection.carryOut(Command(.led(1), .on)).count == 1)
        var events = connection.events.makeAsyncIterator()
        #expect(await events.next() == error.map(BoardEvent.lost))
    }

    @Test("tells what a phone changes")
    func phone() async throws {
        let connection = try await open()
        var events = connection.events.makeAsyncIterator()
        let command = Command(.lamp, .color(RGB(red: 0, green: 255, blue: 0)))
        board.phone(command)
        #expect(await events.next() == .changed(command, by: .bluetooth))
        #expect(connection.picture[.lamp]?.origin == .bluetooth)
    }

    @Test("tells of a restart, sets the lights again, and carries on")
    func restart() async throws {
        let connection = try await open()
        var events = connection.events.makeAsyncIterator()
        _ = try await connection.carryOut(Command(.all, .on))
        board.reset()
        #expect(await events.next() == .restarted(Boards.dark()))
        guard case .restored(let receipts) = await events.next() else {
            Issue.record("not restored")
            return
        }
        #expect(receipts.count == 4)
        _ = try await connection.carryOut(Command(.led(3), .toggle))
        #expect(board.model.picture[.led(3)]?.isOn == false)
        #expect(board.model.picture[.lamp]?.isOn == true)
        #expect(connection.picture == board.model.picture)
    }

    @Test("carries a command across a restart in its middle")
    func restartInTheMiddle() async throws {
        let connection = try await open()
        board.restart(on: "LED2 ON")
        let receipts = try await connection.carryOut(Command(.led(2), .on))
        #expect(receipts.first.map { $0.attempts >= 2 } == true)
        #expect(board.model.picture[.led(2)]?.isOn == true)
        #expect(connection.picture == board.model.picture)
    }

    @Test("fails the commands that wait when it is closed, and those that come later")
    func close() async throws {
        let connection = try await open()
        let heard = AsyncStream.makeStream(of: Frame.self)
        board.answer { frame in
            heard.continuation.yield(frame)
            return []
        }
        let waiting = Task { try await connection.carryOut(Command(.led(2), .on)) }
        for await _ in heard.stream { break }
        connection.close()
        let error = await #expect(throws: BoardError.self) { _ = try await waiting.value }
        #expect(error?.kind == .closed)
        #expect(error?.description == "the connection to \(board.path) is closed")
        let later = await #expect(throws: BoardError.self) { try await connection.carryOut(Command(.led(2), .on)) }
        #expect(later?.kind == .closed)
    }
}
