import BoardFixtures
import Testing

@testable import SerialPort

@Suite("SerialPort")
struct SerialPortTests {
    private let terminal = PseudoTerminal()

    @Test("carries every byte value unchanged, both ways")
    func rawBytes() throws {
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        let all = (0...255).map { UInt8($0) }
        try port.write(all, within: .seconds(5))
        #expect(terminal.receive(count: 256) == all)

        terminal.write(all)
        var received: [UInt8] = []
        while received.count < 256 {
            let more = try port.read(within: .seconds(5))
            if more.isEmpty { break }
            received += more
        }
        #expect(received == all)
    }

    @Test("sets the speed", arguments: BaudRate.allCases)
    func speed(baud: BaudRate) throws {
        let port = try SerialPort(path: terminal.path, baud: baud)
        #expect(terminal.settings.last == baud.code)
        #expect(port.baud == baud)
    }

    @Test("puts the line's settings back, and leaves it so that closing resets no board")
    func restores() throws {
        let hangUpOnClose: UInt32 = 0o2000
        let before = terminal.settings
        do {
            let port = try SerialPort(path: terminal.path, baud: .b9600)
            #expect(terminal.settings != before)
            #expect(port.path == terminal.path)
        }
        let after = terminal.settings
        #expect(after[2] == before[2] & ~hangUpOnClose)
        #expect(after[3] == before[3])
        #expect(after[4] == before[4])
    }

    @Test("throws away what had arrived before it was opened")
    func flushes() throws {
        terminal.write(Array("old\n".utf8))
        #expect(terminal.hasArrived())
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        #expect(try port.read().isEmpty)
    }

    @Test("waits no longer than told")
    func silence() throws {
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        #expect(try port.read(within: .milliseconds(1)).isEmpty)
        #expect(try port.read(within: .zero).isEmpty)
        #expect(try port.wait(upTo: .milliseconds(1)) == [])
    }

    @Test("gives up when the driver takes no more, and says so")
    func stalledWrite() throws {
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        let error = #expect(throws: SerialError.self) {
            try port.write([UInt8](repeating: 0x41, count: 1 << 20), within: .milliseconds(20))
        }
        #expect(error?.description == "cannot write to \(terminal.path): connection timed out")
    }

    @Test("is woken from its wait, also by a signal that came before")
    func wakeUp() throws {
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        let wakeUp = try WakeUp()
        wakeUp.signal()
        wakeUp.signal()
        #expect(try port.wait(upTo: nil, or: wakeUp) == .woken)
        #expect(try port.wait(upTo: .zero, or: wakeUp) == [])
        terminal.write([1])
        #expect(try port.wait(upTo: nil, or: wakeUp) == .readable)
    }

    @Test("reports a far end that hangs up as unplugged")
    func unplugged() throws {
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        terminal.hangUp()
        let reading = #expect(throws: SerialError.self) { _ = try port.read(within: .seconds(5)) }
        #expect(reading?.kind == .unplugged)
        #expect(reading?.description.hasPrefix("\(terminal.path) was unplugged") == true)
        let writing = #expect(throws: SerialError.self) { try port.write([1], within: .seconds(5)) }
        #expect(writing?.kind == .unplugged)
    }

    @Test("reads what had arrived before the far end hung up")
    func lastWords() throws {
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        terminal.write(Array("bye".utf8))
        #expect(try port.wait(upTo: .seconds(5)) == .readable)
        #expect(try port.read() == Array("bye".utf8))
    }
}
