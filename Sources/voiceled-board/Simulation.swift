internal import CSimAVR
import Glibc
internal import TerminalView

/// The board's life: runs the chip at its true speed, carries bytes between its lines and the ports, and reports.
struct Simulation {
    enum Ending: Equatable {
        case signal(CInt)
        case inputClosed
        case nobodyListens
    }

    /// The chip runs in slices of 0.5 ms; a byte that arrives at a port cuts the wait for the next slice short.
    private static let slice: UInt64 = 500_000
    /// A sketch that does not say that it is ready counts as such after 100 ms.
    private static let patience = Uno.frequency / 10

    private let uno: Uno
    private let usb: Cable
    private let bluetooth: Cable
    private let names: BoardNames
    private let lights: LightBoard
    private let resetsOnOpen: Bool
    private let endsWithInput: Bool
    private var report: any BoardReport
    private var pacer = Pacer()
    private var ready = ReadyListener()
    private var watchdogResets: UInt32 = 0

    init(
        uno: Uno, lights: [Sketch.Placement], usb: Cable, bluetooth: Cable, names: BoardNames,
        resetsOnOpen: Bool, endsWithInput: Bool, report: any BoardReport
    ) {
        self.uno = uno
        self.usb = usb
        self.bluetooth = bluetooth
        self.names = names
        self.lights = LightBoard(lights, on: uno)
        self.resetsOnOpen = resetsOnOpen
        self.endsWithInput = endsWithInput
        self.report = report
    }

    /// Runs until something ends it.
    ///
    /// - Throws: ``BoardError`` of kind `stopped`.
    mutating func run(until stop: inout StopSignal) throws(BoardError) -> Ending {
        defer { report.ended(at: now) }
        while true {
            try uno.run(until: pacer.goal(from: uno.cycles))
            carryBytesOut()
            reportChanges()
            if let number = stop.take() {
                // A light that has only just changed is still being watched.
                try uno.run(until: uno.cycles + Uno.frequency / 1000)
                reportChanges()
                return .signal(number)
            }
            if !report.isHeard { return .nobodyListens }
            if wait() { return .inputClosed }
            if usb.noticesOpening(), resetsOnOpen {
                uno.reset()
                report.reset(at: now)
            }
            _ = bluetooth.noticesOpening()
            usb.carryIn(to: uno)
            bluetooth.carryIn(to: uno)
        }
    }

    private var now: BoardTime { time(uno.cycles) }

    private func time(_ cycle: UInt64) -> BoardTime {
        BoardTime(unixMicroseconds: pacer.unixMicroseconds(cycle), cycle: cycle)
    }

    private mutating func carryBytesOut() {
        ready.hear(usb.carryOut(of: uno))
        bluetooth.carryOut(of: uno)
    }

    private mutating func reportChanges() {
        if uno.watchdogResets != watchdogResets {
            watchdogResets = uno.watchdogResets
            report.reset(at: now)
        }
        if ready.becomesReady(orAfter: Self.patience, at: uno.cycles) { report.ready(names, at: now) }
        // `ready` comes first: whoever waits for it misses no change, not even those of the sketch's first milliseconds.
        guard ready.isTold else { return }
        for sighting in lights.takeSightings(at: uno.cycles) {
            report.changed(sighting.light, at: time(sighting.cycle))
        }
        report.flush { [lights] in lights.all }
    }

    /// Waits for the next slice or for a byte.
    ///
    /// - Returns: whether standard input has ended, and with it the board.
    private func wait() -> Bool {
        var requests = [
            usb.request(room: uno.room(on: .usb)), bluetooth.request(room: uno.room(on: .bluetooth)),
            pollfd(fd: endsWithInput ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
        ]
        guard csimavr_poll(&requests, requests.count, Self.slice) > 0, requests[2].revents != 0 else { return false }
        var ignored: [UInt8] = .init(repeating: 0, count: 256)
        return read(STDIN_FILENO, &ignored, ignored.count) == 0
    }
}
