import BoardConnection
import BoardFixtures
import Foundation
import SerialPort
import Testing

@testable import Session

@Suite("The usual way to open a board")
struct UsualConnectionTests {
    @Test(
        "is at a Bluetooth module's speed where the port is one",
        arguments: [("rfcomm0", BaudRate.b9600), ("ttyACM0", .firmware)])
    func speed(name: String, baud: BaudRate) async throws {
        let board = TerminalBoard()
        let folder = FileManager.default.temporaryDirectory.appending(path: "voiceled-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let port = folder.appending(path: name)
        try FileManager.default.createSymbolicLink(atPath: port.path, withDestinationPath: board.path)

        let usual = try await BoardConnection.open(usually: port.path, nil)
        #expect(usual.baud == baud)
        usual.close()
        #expect(try await BoardConnection.open(usually: port.path, .b57600).baud == .b57600)
    }
}
