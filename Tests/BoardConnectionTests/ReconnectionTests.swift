import BoardConnection
import BoardFixtures
import CommandLanguage
import Foundation
import LEDLink
import SerialPort
import Testing

@Suite("BoardConnection, unplugged")
struct ReconnectionTests {
    /// A stable name, as udev makes one in `/dev/serial/by-id`.
    private let name = FileManager.default.temporaryDirectory.appending(path: "board-\(UUID().uuidString)").path

    private func plugIn(_ board: TerminalBoard) throws {
        try? FileManager.default.removeItem(atPath: name)
        try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: board.path)
    }

    private func unplug(_ board: TerminalBoard) throws {
        try FileManager.default.removeItem(atPath: name)
        board.unplug()
    }

    @Test("opens the port again by its name, sets the lights, and carries out what waited")
    func comesBack() async throws {
        let first = TerminalBoard()
        try plugIn(first)
        let connection = try await BoardConnection.open(path: name)
        var events = connection.events.makeAsyncIterator()
        _ = try await connection.carryOut(Command(.led(1), .level(40)))

        try unplug(first)
        guard case .unplugged(let error) = await events.next() else {
            Issue.record("not unplugged")
            return
        }
        #expect(error.description.hasPrefix("\(name) was unplugged"))
        #expect(error.hint == "plug the board in again")
        let waiting = Task { try await connection.carryOut(Command(.led(2), .toggle)) }

        let second = TerminalBoard()
        try plugIn(second)
        #expect(await events.next() == .reconnected(Boards.dark()))
        guard case .restored(let receipts) = await events.next() else {
            Issue.record("not restored")
            return
        }
        #expect(receipts.map(\.wire) == ["LED1 LEVEL 40"])
        _ = try await waiting.value
        #expect(second.model.obeyed == [Command(.led(1), .level(40)), Command(.led(2), .on)])
        #expect(connection.picture == second.model.picture)
        try FileManager.default.removeItem(atPath: name)
    }

    @Test("drops a command, in words, when the board stays away")
    func staysAway() async throws {
        let board = TerminalBoard()
        try plugIn(board)
        let connection = try await BoardConnection.open(path: name, absence: AbsencePolicy(patience: .zero))
        var events = connection.events.makeAsyncIterator()
        try unplug(board)
        _ = await events.next()
        let error = await #expect(throws: BoardError.self) { try await connection.carryOut(Command(.led(2), .on)) }
        #expect(error?.kind == .away(.zero))
        #expect(
            error?.description
                == "\(name) was unplugged and has not come back within 0 seconds: the command was dropped")
    }

    @Test("keeps only the newest of the commands that say what the same light shall be")
    func newest() async throws {
        let first = TerminalBoard()
        try plugIn(first)
        let connection = try await BoardConnection.open(path: name)
        var events = connection.events.makeAsyncIterator()
        try unplug(first)
        _ = await events.next()
        // Which of the two comes first is up to the scheduler; the other one waits for the board.
        let second = TerminalBoard()
        await withTaskGroup(of: BoardError?.self) { commands in
            for _ in 0..<2 {
                commands.addTask {
                    do throws(BoardError) {
                        _ = try await connection.carryOut(Command(.led(2), .off))
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            let superseded = await commands.next()??.description
            #expect(superseded == "\(name) was unplugged, and a later command for the same light replaced this one")
            #expect(throws: Never.self) { try plugIn(second) }
            #expect(await commands.next() == .some(nil))
        }
        #expect(second.model.obeyed == [Command(.led(2), .off)])
        try FileManager.default.removeItem(atPath: name)
    }

    @Test("closes at once while it waits for the port")
    func closes() async throws {
        let board = TerminalBoard()
        try plugIn(board)
        let connection = try await BoardConnection.open(path: name)
        var events = connection.events.makeAsyncIterator()
        try unplug(board)
        _ = await events.next()
        connection.close()
        let error = await #expect(throws: BoardError.self) { try await connection.carryOut(Command(.led(2), .on)) }
        #expect(error?.kind == .closed)
        #expect(await events.next() == nil)
    }
}
