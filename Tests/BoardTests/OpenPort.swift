import Glibc

/// A port of the board, opened as any program would.
final class OpenPort {
    private let descriptor: CInt
    private let reader: LineReader

    init(_ path: String?) throws {
        guard let path else { throw SimulatedBoard.Failure(description: "the board named no port") }
        descriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SimulatedBoard.Failure(description: "cannot open \(path): errno \(errno)") }
        reader = LineReader(descriptor)
    }

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }

    /// The next line that the board sends.
    func line() throws -> String? { try reader.line() }

    /// Sends a plain line and waits for its answer.
    func ask(_ text: String) throws -> String? {
        write(text + "\n")
        return try line()
    }
}
