import Foundation
import TerminalFixtures

/// A port that another program, of any name, has open.
struct HeldPort {
    let path: String
    let holder: Program
    private let terminal: PseudoTerminal

    /// - Parameter folder: where the holder's program file may be put.
    init(by name: String, in folder: String) async throws {
        terminal = PseudoTerminal()
        path = terminal.path
        let program = "\(folder)/\(name)"
        try FileManager.default.copyItem(atPath: "/bin/cat", toPath: program)
        holder = try Program("bash", ["-c", "exec '\(program)' <>'\(path)'"])
        // It has the port once it repeats what the port says.
        terminal.type("held\n")
        try await holder.line { $0 == "held" }
    }
}
