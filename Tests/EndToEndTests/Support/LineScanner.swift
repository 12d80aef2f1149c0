import Foundation

/// Reads a descriptor to its end, and closes it. Blocks.
enum LineScanner {
    static func scan(_ descriptor: Int32, _ found: (String) -> Void) {
        defer { close(descriptor) }
        var begun: [UInt8] = []
        read(descriptor) { bytes in
            for byte in bytes {
                if byte == UInt8(ascii: "\n") {
                    found(String(decoding: begun, as: UTF8.self))
                    begun = []
                } else {
                    begun.append(byte)
                }
            }
        }
        if !begun.isEmpty { found(String(decoding: begun, as: UTF8.self)) }
    }

    static func readAll(_ descriptor: Int32) -> String {
        defer { close(descriptor) }
        var all: [UInt8] = []
        read(descriptor) { all += $0 }
        return String(decoding: all, as: UTF8.self)
    }

    private static func read(_ descriptor: Int32, _ take: (ArraySlice<UInt8>) -> Void) {
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Foundation.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            take(piece.prefix(count))
        }
    }
}
