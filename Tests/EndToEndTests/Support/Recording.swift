import Foundation

/// A WAV file made by hand, sound or broken.
struct Recording {
    var bytes: [UInt8]

    /// 16 kHz, 16 bit, mono: a header for `samples`, whatever follows it.
    init(header samples: Int) {
        func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
            withUnsafeBytes(of: value.littleEndian) { Array($0) }
        }
        let size = UInt32(samples * 2)
        bytes = Array("RIFF".utf8) + little(36 + size) + Array("WAVEfmt ".utf8) + little(UInt32(16))
        bytes += little(UInt16(1)) + little(UInt16(1)) + little(UInt32(16_000)) + little(UInt32(32_000))
        bytes += little(UInt16(2)) + little(UInt16(16)) + Array("data".utf8) + little(size)
    }

    static func silence(seconds: Int) -> Recording {
        var recording = Recording(header: seconds * 16_000)
        recording.bytes += [UInt8](repeating: 0, count: seconds * 32_000)
        return recording
    }

    func write(to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }
}
