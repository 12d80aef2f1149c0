public import SerialPort

/// Why a sketch is not on the board, and what the user can do about it.
public struct FlashError: Error, Hashable, Sendable, CustomStringConvertible {
    public let kind: Kind
    /// *What: why (raw fact)*.
    public let description: String
    /// What to do about it, where there is something.
    public let hint: String?

    /// What callers may branch on.
    public enum Kind: Hashable, Sendable {
        /// There is no such sketch, or its machine code is nowhere to be found.
        case sketchMissing
        case doesNotCompile
        /// No serial port can have a board.
        case noBoard
        /// The program that writes the flash is not installed.
        case avrdudeMissing
        /// The port cannot be opened or used; nothing was written.
        case port(SerialError)
        /// The port is a Bluetooth module's, which does not reach the bootloader.
        case overBluetooth
        /// Nothing answered as a bootloader does; nothing was written.
        case noBootloader
        /// Another chip answered; nothing was written.
        case wrongChip
        /// What was read back is not what was written.
        case mismatch
        /// It took longer than it may; the flash may hold half a sketch.
        case timedOut
        /// The board went away meanwhile; the flash may hold half a sketch.
        case unplugged
        /// The sketch that answers is not the one that was written.
        case wrongSketch
        case other
    }

    init(_ kind: Kind, _ description: String, hint: String? = nil) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }

    init(_ error: SerialError) {
        self.init(.port(error), error.description, hint: error.hint)
    }

    /// Without the simulated board, which cannot be flashed, among the remedies.
    static let noBoard = FlashError(
        .noBoard, "no Arduino was found on any serial port",
        hint: "plug it in, with a cable that carries data, or name its port with --port")

    static let avrdudeMissing = FlashError(
        .avrdudeMissing, "cannot write the flash: the program avrdude is not installed",
        hint: "on Debian or Ubuntu: sudo apt-get install avrdude")

    static func overBluetooth(_ port: String) -> FlashError {
        FlashError(
            .overBluetooth, "cannot write the flash over \(port): Bluetooth does not reach the board's bootloader",
            hint: "connect the board over USB for this")
    }

    static func noBootloader(_ port: String) -> FlashError {
        FlashError(
            .noBootloader, "cannot write the flash: no bootloader answers on \(port) at \(Avrdude.baud) baud",
            hint: "is it an Uno? Pull whatever is on its pins 0 and 1, press its reset button and try again")
    }

    static func timedOut(_ port: String, limit: Duration) -> FlashError {
        FlashError(
            .timedOut, "writing to \(port) was given up after \(limit.components.seconds) s",
            hint: "the board may hold half a sketch; flash it again, or allow more time with --timeout")
    }

    static func unplugged(_ port: String) -> FlashError {
        FlashError(
            .unplugged, "cannot write the flash: the board at \(port) was unplugged meanwhile",
            hint: "the board may hold half a sketch; plug it in and flash it again")
    }

    /// Finds out from avrdude's own words why it failed.
    init(avrdude lines: [String], status: Int32, port: String) {
        func said(_ words: String...) -> String? {
            lines.first { line in words.contains { line.lowercased().contains($0) } }
        }
        if said("not in sync", "not responding") != nil {
            self = .noBootloader(port)
        } else if let line = said("mismatch", "verification error", "content mismatch") {
            self.init(
                .mismatch, "the flash does not hold what was written: \(line)",
                hint: "flash it again; if it happens again, the board's flash is worn out")
        } else if let line = said("signature") {
            self.init(.wrongChip, "this is no Uno's processor: \(line)", hint: "an Uno has an ATmega328P")
        } else {
            let reason = said("error") ?? lines.last ?? "it said nothing"
            self.init(.other, "cannot write the flash: avrdude ended with \(status) (\(reason))")
        }
    }
}
