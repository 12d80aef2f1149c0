import BoardFixtures
import Foundation
import SerialPort
import Testing

@Suite("SerialPort, one program at a time")
struct SerialPortExclusiveTests {
    private let terminal = PseudoTerminal()

    private func openingError() -> SerialError? {
        #expect(throws: SerialError.self) { _ = try SerialPort(path: terminal.path, baud: .b57600) }
    }

    @Test("names the program that has the port open, though it asked for no lock")
    func holderIsNamed() throws {
        let holder = try OtherProgram("exec 3<>\(terminal.path); echo ready; read line")
        let error = openingError()
        #expect(error?.kind == .inUse(PortHolder(name: "sh", processID: holder.processID)))
        #expect(error?.description == "\(terminal.path) is in use by sh (pid \(holder.processID))")
        #expect(error?.hint == "end that program first: two programs on one port steal each other's bytes")
    }

    @Test("names the program that holds the lock")
    func lockHolderIsNamed() throws {
        let holder = try OtherProgram("exec 3<>\(terminal.path); flock 3; echo ready; read line")
        #expect(openingError()?.kind == .inUse(PortHolder(name: "sh", processID: holder.processID)))
    }

    @Test("tells from outside who has a port, and opens nothing")
    func obstacle() throws {
        #expect(SerialPort.obstacle(at: terminal.path) == nil)
        let holder = try OtherProgram("exec 3<>\(terminal.path); echo ready; read line")
        #expect(
            SerialPort.obstacle(at: terminal.path)?.kind
                == .inUse(PortHolder(name: "sh", processID: holder.processID)))
        #expect(SerialPort.obstacle(at: "/etc/passwd")?.kind == .notATerminal)
        #expect(SerialPort.obstacle(at: "/dev/voiceled-nowhere")?.kind == .notFound)
    }

    @Test("opens once the other program has ended")
    func free() throws {
        let holder = try OtherProgram("exec 3<>\(terminal.path); echo ready; read line")
        holder.end()
        _ = try SerialPort(path: terminal.path, baud: .b57600)
    }

    @Test("keeps a second opening in the same program out, and lets go when it is closed")
    func sameProgram() throws {
        do {
            let port = try SerialPort(path: terminal.path, baud: .b57600)
            let error = openingError()
            guard case .inUse(let holder?) = error?.kind else {
                Issue.record("nobody named: \(String(describing: error))")
                return
            }
            #expect(holder.processID == ProcessInfo.processInfo.processIdentifier)
            #expect(error?.description == "\(port.path) is in use by \(holder)")
        }
        _ = try SerialPort(path: terminal.path, baud: .b57600)
    }

    @Test("keeps out another program that asks for the lock")
    func othersAreKeptOut() throws {
        let port = try SerialPort(path: terminal.path, baud: .b57600)
        let other = try OtherProgram("exec 3<>\(port.path); flock -n 3 && echo locked || echo refused; read line")
        #expect(other.firstLine == "refused")
    }
}

/// A shell that runs beside the test, up to its first line of output and until ``end()``.
private final class OtherProgram {
    let firstLine: String
    private let process = Process()
    private let input = Pipe()

    init(_ script: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while let byte = try output.fileHandleForReading.read(upToCount: 1), byte.first != 0x0A { line += byte }
        firstLine = String(decoding: line, as: UTF8.self)
    }

    deinit {
        end()
    }

    var processID: Int32 { process.processIdentifier }

    func end() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
