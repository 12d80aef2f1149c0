import BoardConnection
import LEDLink
import SerialPort

/// Puts a sketch on a board and makes sure that it runs there.
public struct Flashing: Sendable {
    private let sketch: String
    private let port: String
    private let limit: Duration

    /// What came of it.
    public struct Result: Equatable, Sendable {
        /// What the board calls its sketch now.
        public let sketch: String
        public let port: String
    }

    /// - Parameters:
    ///   - sketch: one of ``SketchImage/names``, or the path of a `.hex` file.
    ///   - port: a serial port; `nil` is the only one that can have an Arduino on it.
    ///   - limit: how long writing and verifying may take.
    /// - Throws: ``FlashError`` for a sketch that is not there, or when no port has a board; ``NoBoardError`` when several
    ///   may have one.
    public init(_ sketch: String, port: String?, limit: Duration) throws {
        try SketchImage.check(sketch)
        self.sketch = sketch
        do throws(NoBoardError) {
            self.port = if let port { port } else { try BoardSearch.onlyPort() }
        } catch {
            throw error == .noPort ? FlashError.noBoard : error
        }
        self.limit = limit
    }

    /// Finds or builds the sketch, writes it, verifies it, and asks the board for its name. The port is free afterwards,
    /// whatever happens; cancelling the task ends it within a second or two.
    ///
    /// - Parameter report: is called as the work goes on, on any thread.
    /// - Throws: ``FlashError``, or `BoardError` when the sketch is in place and does not answer.
    public func run(report: @escaping @Sendable (FlashProgress) -> Void) async throws -> Result {
        if AvailablePort.isBluetooth(port) { throw FlashError.overBluetooth(port) }
        report(FlashProgress(.build, percent: 0))
        let image = try await SketchImage.find(sketch)
        report(FlashProgress(.build, percent: 100))

        // avrdude would talk into another program's port, and explains less.
        do throws(SerialError) {
            _ = try SerialPort(path: port, baud: .b115200)
        } catch {
            throw FlashError(error)
        }
        try await Avrdude(port: port, limit: limit).write(image.path, report: report)

        report(FlashProgress(.hello, percent: 0))
        let board = try await BoardConnection.open(path: port)
        board.close()
        let name = board.description.sketch
        if let wanted = image.name, name != wanted {
            throw FlashError(.wrongSketch, "\(wanted) was written to \(port), but \(name) answers")
        }
        report(FlashProgress(.hello, percent: 100))
        return Result(sketch: name, port: port)
    }
}
