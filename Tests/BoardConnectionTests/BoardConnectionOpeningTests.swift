import BoardConnection
import BoardFixtures
import LEDLink
import SerialPort
import Testing

@Suite("BoardConnection, opening")
struct BoardConnectionOpeningTests {
    private func openingError(_ path: String, within limit: Duration = .milliseconds(100)) async -> BoardError? {
        await #expect(throws: BoardError.self) { _ = try await BoardConnection.open(path: path, answerWithin: limit) }
    }

    @Test("learns what the board is and does")
    func description() async throws {
        let board = TerminalBoard()
        let connection = try await BoardConnection.open(path: board.path)
        #expect(connection.description == Boards.voiceToLed)
        #expect(connection.picture == Boards.dark())
        #expect(connection.path == board.path)
        #expect(connection.baud == .firmware)
    }

    @Test("says what to do about a board that never answers")
    func silent() async {
        let board = TerminalBoard { _ in [] }
        let error = await openingError(board.path)
        #expect(error?.kind == .silent)
        #expect(error?.description == "no answer from \(board.path) at \(BaudRate.firmware.rawValue) baud")
        #expect(
            error?.hint == "is the sketch voice_to_led on the board? To put it there: "
                + "voiceled flash voice_to_led --port \(board.path)")
    }

    @Test("shows what a board says that answers garbage")
    func garbage() async {
        let board = TerminalBoard { _ in ["echo:Unknown command \u{7}"] }
        let error = await openingError(board.path)
        #expect(error?.kind == .garbage(excerpt: "echo:Unknown command \\x07"))
        #expect(
            error?.description
                == "\(board.path) answers at \(BaudRate.firmware), but not as a VoiceLED board does: "
                + "\"echo:Unknown command \\x07\"")
        #expect(
            error?.hint == "there is another sketch on the board, or no board at all. "
                + "To put ours on it: voiceled flash voice_to_led --port \(board.path)")
        #expect(error?.isNoise == false)
    }

    @Test("tells noise from words")
    func noise() async {
        let board = TerminalBoard { _ in ["\u{F8}\u{80}\u{1E}a\u{FF}"] }
        let error = await openingError(board.path)
        #expect(error?.isNoise == true)
        #expect(
            error?.description == "\(board.path) sends noise at \(BaudRate.firmware): "
                + "\"\\xC3\\xB8\\xC2\\x80\\x1Ea\\xC3\\xBF\"")
        #expect(error?.hint?.hasPrefix("its speed is another one (--baud), or another sketch is on it.") == true)
    }

    @Test("refuses a sketch of another release")
    func otherVersion() async {
        let board = TerminalBoard { [Reply(sequence: $0.sequence, verdict: .ok("voice_to_led 2")).line] }
        let error = await openingError(board.path)
        #expect(error?.kind == .wrongProtocol(2))
        #expect(error?.description == "the sketch on \(board.path) speaks version 2 of the protocol, not version 1")
        #expect(
            error?.hint == "its sketch is newer than this program: update the program. "
                + "To put ours on it: voiceled flash voice_to_led --port \(board.path)")
        board.answer { [Reply(sequence: $0.sequence, verdict: .ok("voice_to_led 0")).line] }
        #expect(await openingError(board.path)?.hint?.hasPrefix("its sketch is older than this program.") == true)
    }

    @Test("hands on what is wrong with the port")
    func port() async {
        let error = await openingError("/dev/ttyACM99")
        guard case .port(let serialError) = error?.kind else {
            Issue.record("not the port's error: \(String(describing: error))")
            return
        }
        #expect(serialError.kind == .notFound)
        #expect(error?.description == "cannot open /dev/ttyACM99: no such file or directory")
        #expect(error?.hint == serialError.hint)
    }

    @Test("reports a board that is unplugged before it answers")
    func unplugged() async {
        let board = TerminalBoard { _ in [] }
        async let error = openingError(board.path, within: .seconds(60))
        while board.model.frames.isEmpty { await Task.yield() }
        board.unplug()
        guard case .unplugged = await error?.kind else {
            Issue.record("not unplugged")
            return
        }
    }

    @Test("frees the port when it fails")
    func freesThePort() async throws {
        let board = TerminalBoard { _ in [] }
        _ = await openingError(board.path)
        board.answer(nil)
        _ = try await BoardConnection.open(path: board.path)
    }

    @Test("gives up at once when its task is cancelled")
    func cancelled() async {
        let board = TerminalBoard { _ in [] }
        let task = Task { await openingError(board.path, within: .seconds(600)) }
        while board.model.frames.isEmpty { await Task.yield() }
        task.cancel()
        #expect(await task.value?.kind == .closed)
    }

    @Test("does not open a port twice, and opens it again after closing")
    func again() async throws {
        let board = TerminalBoard()
        let first = try await BoardConnection.open(path: board.path)
        let error = await openingError(board.path)
        #expect(error?.description.hasPrefix("\(board.path) is in use by ") == true)
        first.close()
        first.close()
        let second = try await BoardConnection.open(path: board.path)
        #expect(second.description == Boards.voiceToLed)
    }

    @Test("frees the port when it is dropped")
    func dropped() async throws {
        let board = TerminalBoard()
        for _ in 0..<3 {
            _ = try await BoardConnection.open(path: board.path)
        }
    }
}
