import Foundation
import Glibc

/// The program `voiceled-board`, running as a process of its own with the real firmware in its chip.
final class SimulatedBoard {
    /// One line of `--json`.
    struct Event: Decodable {
        let event: String
        let at: Double
        let sim: Double
        let sketch: String?
        let port: String?
        let bluetooth: String?
        let led: String?
        let on: Bool?
        let level: Int?
        let color: String?
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let ready: Event
    private let process: ProgramRun

    /// Starts the board and waits until it can be used.
    init(_ arguments: String...) throws {
        process = try ProgramRun(["--json"] + arguments)
        ready = try Self.next(in: process) { $0.event == "ready" }
    }

    /// Waits for an event; those before it are gone.
    func next(where isMeant: (Event) -> Bool) throws -> Event {
        try Self.next(in: process, where: isMeant)
    }

    /// Waits until a light is seen to change.
    func change(of led: String) throws -> Event {
        try next { $0.led == led }
    }

    func signal(_ number: Int32) { process.signal(number) }

    func closeInput() { process.closeInput() }

    /// Waits for the end of the program.
    func exitStatus() throws -> Int32 { try process.exitStatus() }

    private static func next(in process: ProgramRun, where isMeant: (Event) -> Bool) throws -> Event {
        while let line = try process.output.line() {
            let event = try JSONDecoder().decode(Event.self, from: Data(line.utf8))
            if isMeant(event) { return event }
        }
        throw Failure(description: "voiceled-board ended: \(try process.errors.rest())")
    }
}
