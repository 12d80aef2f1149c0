internal import Glibc

/// What something depends on, in 64 bits: to tell two versions of it apart.
///
/// FNV-1a, which is good against accidents; it is not meant against forgers.
package struct Fingerprint: Equatable, Sendable {
    private var value: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package init(of text: String) {
        mix(text)
    }

    package var text: String { String(value, radix: 16) }

    package mutating func mix(_ text: String) {
        for byte in text.utf8 { mix(byte) }
        // Between two texts, so that no letter can move from one to the next unseen.
        mix(0xFF)
    }

    /// Size and time stand for the content of a large file.
    package mutating func mix(file path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return mix("none") }
        mix("\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)")
    }

    private mutating func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
