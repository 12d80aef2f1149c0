import Foundation
import Glibc
import SerialPort
import Synchronization

/// A pseudo-terminal whose bytes come from a board's port and go there, damaged on the way.
final class NoisyLine: Sendable {
    /// What to open instead of the board's own port.
    let path: String
    private let wakeUp: WakeUp
    private let state = Mutex(State())

    private struct State {
        var toBoard: [UInt8] = []
        var isResetting = false
        var isOver = false
    }

    /// - Throws: `SerialError` if the board's port cannot be opened.
    init(to port: String, baud: BaudRate, faults: LineFaults) throws {
        var (far, near): (CInt, CInt) = (-1, -1)
        var name = [CChar](repeating: 0, count: 64)
        guard openpty(&far, &near, nil, nil, nil) == 0, ttyname_r(near, &name, name.count) == 0 else {
            throw SimulatedBoardError("no pseudo-terminal: \(String(cString: strerror(errno)))", hint: nil)
        }
        for end in [far, near] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var raw = termios()
        tcgetattr(near, &raw)
        cfmakeraw(&raw)
        tcsetattr(near, TCSANOW, &raw)
        _ = fcntl(far, F_SETFL, O_NONBLOCK)
        path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        wakeUp = try WakeUp()
        let ends = (far, near)
        let hostSide = Thread { [weak self] in
            // The near end stays open, or the far end would hear a hang-up before anyone has opened it.
            defer { close(ends.1) }
            var damage = LineDamage(faults)
            while let self, !self.state.withLock({ $0.isOver }) {
                let bytes = damage.pass(Self.read(ends.0), losesLines: false)
                guard !bytes.isEmpty else { continue }
                self.state.withLock { $0.toBoard += bytes }
                self.wakeUp.signal()
            }
        }
        let boardSide = Thread { [weak self] in
            var damage = LineDamage(faults)
            while let self, !self.state.withLock({ $0.isOver }) {
                self.state.withLock { $0.isResetting = false }
                do {
                    let board = try SerialPort(path: port, baud: baud)
                    while !self.state.withLock({ $0.isOver || $0.isResetting }) {
                        let readiness = try board.wait(upTo: .milliseconds(100), or: self.wakeUp)
                        if readiness.contains(.readable) {
                            let bytes = damage.pass(try board.read(), losesLines: true)
                            if !bytes.isEmpty { _ = write(ends.0, bytes, bytes.count) }
                        }
                        try board.write(self.takeBytes(), within: .seconds(1))
                    }
                } catch { return }
                // The board looks every half millisecond whether its port is open.
                Thread.sleep(forTimeInterval: 0.01)
            }
        }
        hostSide.start()
        boardSide.start()
    }

    /// Closes and opens the board's port, which resets it; what is on the line is lost.
    func resetBoard() {
        state.withLock { state in
            state.isResetting = true
            state.toBoard = []
        }
        wakeUp.signal()
    }

    private func takeBytes() -> [UInt8] {
        state.withLock { state in
            defer { state.toBoard = [] }
            return state.toBoard
        }
    }

    deinit { stop() }

    func stop() {
        state.withLock { $0.isOver = true }
        wakeUp.signal()
    }

    /// Waits up to 100 ms for bytes.
    private static func read(_ descriptor: CInt) -> [UInt8] {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 100) > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
    }
}
