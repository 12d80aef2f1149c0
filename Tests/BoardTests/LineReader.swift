import Glibc

/// Reads lines from a descriptor, which it owns. Gives up after 20 s of silence, so that no test hangs.
final class LineReader {
    private static let patience: CInt = 20_000

    private let descriptor: CInt
    private var gathered: [UInt8] = []
    private var isOpen = true

    init(_ descriptor: CInt) { self.descriptor = descriptor }

    deinit { close() }

    /// Reads no more; a writer notices.
    func close() {
        if isOpen { _ = Glibc.close(descriptor) }
        isOpen = false
    }

    /// The next line without its end; `nil` at the end of the stream.
    func line() throws -> String? {
        while true {
            if let end = gathered.firstIndex(of: UInt8(ascii: "\n")) {
                let line = gathered[..<end].filter { $0 != UInt8(ascii: "\r") }
                gathered.removeSubrange(...end)
                return String(decoding: line, as: UTF8.self)
            }
            guard try fill() else { return nil }
        }
    }

    /// Everything up to the end of the stream.
    func rest() throws -> String {
        while try fill() {}
        defer { gathered = [] }
        return String(decoding: gathered, as: UTF8.self)
    }

    private func fill() throws -> Bool {
        guard isOpen else { return false }
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, Self.patience) > 0 else {
            throw SimulatedBoard.Failure(
                description: "nothing came for 20 s, after \"\(String(decoding: gathered, as: UTF8.self))\"")
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &bytes, bytes.count)
        gathered += bytes.prefix(max(0, count))
        return count > 0
    }
}
