import Glibc

/// One line of the chip and the port at its other end.
final class Cable {
    private let port: PseudoTerminal
    private let line: Uno.Line
    private var isOpen = false
    private var hasInput = false

    /// - Throws: ``BoardError`` of kind `noPseudoTerminal`.
    init(_ line: Uno.Line) throws(BoardError) {
        port = try PseudoTerminal()
        self.line = line
    }

    /// What programs open.
    var path: String { port.path }

    /// Looks at the port.
    ///
    /// - Returns: whether a program has opened it since the last look; on a real Uno that pulls the reset line.
    func noticesOpening() -> Bool {
        let state = port.state
        defer { isOpen = state.isOpen }
        hasInput = state.hasInput
        return state.isOpen && !isOpen
    }

    /// What to wait for: a byte that the chip has room for. A port that nobody has open would end the wait at once.
    func request(room: Int) -> pollfd {
        pollfd(fd: isOpen && room > 0 ? port.descriptor : -1, events: Int16(POLLIN), revents: 0)
    }

    /// Brings the chip what has been written to the port.
    func carryIn(to uno: Uno) {
        guard hasInput else { return }
        uno.send(port.read(atMost: uno.room(on: line)), on: line)
    }

    /// Brings the port what the chip has sent; it is lost if nobody has the port open.
    ///
    /// - Returns: those bytes.
    @discardableResult
    func carryOut(of uno: Uno) -> [UInt8] {
        let bytes = uno.receive(from: line)
        if isOpen, !bytes.isEmpty { port.write(bytes) }
        return bytes
    }
}
