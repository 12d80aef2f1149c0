internal import CSimAVR
import Glibc

/// The near end of a pseudo-terminal: the board's side of a cable. Closed with the value.
struct PseudoTerminal: ~Copyable {
    /// The far end, which programs open as they would `/dev/ttyACM0`.
    let path: String
    let descriptor: CInt

    /// - Throws: ``BoardError`` of kind `noPseudoTerminal`.
    init() throws(BoardError) {
        var name = [CChar](repeating: 0, count: 128)
        descriptor = csimavr_open_pseudo_terminal(&name, name.count)
        guard descriptor >= 0 else {
            throw BoardError(.noPseudoTerminal, "cannot open a pseudo-terminal: \(lastSystemError())")
        }
        path = name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    deinit { close(descriptor) }

    /// Whether a program has the far end open, and whether something waits to be read.
    var state: (isOpen: Bool, hasInput: Bool) {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 0) >= 0 else { return (false, false) }
        return (Int32(request.revents) & POLLHUP == 0, Int32(request.revents) & POLLIN != 0)
    }

    /// Takes what has been written at the far end, at most `limit` bytes; empty if there is nothing.
    func read(atMost limit: Int) -> [UInt8] {
        guard limit > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, limit))
        }
    }

    /// Bytes that a slow reader leaves no room for are lost, as those of a board are.
    func write(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
