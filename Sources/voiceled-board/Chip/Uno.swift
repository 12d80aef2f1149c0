internal import CSimAVR

/// An Arduino Uno in memory, running one sketch. Belongs to the thread that made it.
final class Uno {
    enum Line {
        case usb, bluetooth

        fileprivate var raw: csimavr_line {
            switch self {
            case .usb: CSIMAVR_USB
            case .bluetooth: CSIMAVR_BLUETOOTH
            }
        }
    }

    /// Cycles of the chip's clock in a second.
    static let frequency = UInt64(CSIMAVR_FREQUENCY)

    /// Called while the chip runs: an Arduino pin, its duty from 0 (dark) to 255, and the cycle of the change.
    var pinChanged: (_ pin: Int, _ duty: UInt8, _ cycle: UInt64) -> Void = { _, _, _ in }

    private var raw: OpaquePointer?

    /// Loads the sketch and holds it at its first instruction.
    ///
    /// - Parameters:
    ///   - path: an ELF file, or Intel HEX if its name ends in `.hex`.
    ///   - bootloader: an Intel HEX file that every reset goes through; `nil` starts the sketch at once.
    ///   - bluetoothBaud: bits per second of the module on pins 10 and 11.
    /// - Throws: ``BoardError`` of kind `sketchMissing` or `sketchUnusable`.
    init(path: String, bootloader: String? = nil, bluetoothBaud: UInt32) throws(BoardError) {
        var loading = CSIMAVR_LOADED
        let callbacks = csimavr_callbacks(context: Unmanaged.passUnretained(self).toOpaque()) {
            context, pin, duty, cycle in
            // The chip is freed in `deinit`, so whoever is called back still exists.
            let uno = Unmanaged<Uno>.fromOpaque(context!).takeUnretainedValue()
            uno.pinChanged(Int(pin), duty, cycle)
        }
        raw = csimavr_make(path, bluetoothBaud, callbacks, &loading)
        switch loading {
        case CSIMAVR_LOADED: break
        case CSIMAVR_UNREADABLE:
            throw BoardError(
                .sketchMissing, "cannot read the sketch \(path): \(lastSystemError())",
                hint: "build the sketches with: make firmware")
        case CSIMAVR_NOT_FIRMWARE:
            throw BoardError(
                .sketchUnusable, "cannot load the sketch \(path): it is neither an AVR ELF file nor Intel HEX")
        case CSIMAVR_TOO_LARGE:
            throw BoardError(.sketchUnusable, "cannot load the sketch \(path): it does not fit into 32 KiB of flash")
        default:
            throw BoardError(.sketchUnusable, "cannot simulate an Uno: this simavr has no ATmega328P")
        }
        guard let bootloader else { return }
        guard csimavr_load_bootloader(raw, bootloader) == CSIMAVR_LOADED else {
            throw BoardError(
                .sketchUnusable, "cannot load the bootloader \(bootloader): it is not Intel HEX for an Uno",
                hint: "build it with: make firmware")
        }
    }

    deinit {
        if let raw { csimavr_free(raw) }
    }

    /// Cycles since the start, through every reset.
    var cycles: UInt64 { csimavr_cycles(raw) }

    /// Resets that the sketch's watchdog made.
    var watchdogResets: UInt32 { csimavr_watchdog_resets(raw) }

    func reset() {
        csimavr_reset(raw)
    }

    /// Runs until at least `cycle`.
    ///
    /// - Throws: ``BoardError`` of kind `stopped` when the processor will never run again.
    func run(until cycle: UInt64) throws(BoardError) {
        guard csimavr_run(raw, cycle) else {
            throw BoardError(
                .stopped,
                "the sketch stopped the processor after \(cycles) cycles: it sleeps without interrupts or crashed"
            )
        }
    }

    /// Bytes that ``send(_:on:)`` takes now.
    func room(on line: Line) -> Int { csimavr_room(raw, line.raw) }

    /// Puts bytes on their way to the chip, where they arrive at the speed of the line.
    func send(_ bytes: some Sequence<UInt8>, on line: Line) {
        for byte in bytes { csimavr_send(raw, line.raw, byte) }
    }

    /// The bytes that have left the chip since the last call.
    func receive(from line: Line) -> [UInt8] {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while csimavr_receive(raw, line.raw, &byte) { bytes.append(byte) }
        return bytes
    }
}
