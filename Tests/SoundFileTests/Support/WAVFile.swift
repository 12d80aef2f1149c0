import Foundation

/// The bytes of a WAV file whose header takes the first 44, to be damaged.
struct WAVFile {
    var bytes: [UInt8]

    init(contentsOf path: String) throws {
        bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
    }

    /// 16 kHz, 16 bits, mono: `present` samples of silence behind a header that promises `promised`.
    init(promised: Int, present: Int) {
        bytes =
            Array("RIFF____WAVEfmt ".utf8) + [16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0x3E, 0, 0, 0, 0x7D, 0, 0, 2, 0, 16, 0]
        bytes += Array("data____".utf8) + [UInt8](repeating: 0, count: present * 2)
        promise(promised * 2)
    }

    /// Makes the header promise `size` bytes of sound.
    mutating func promise(_ size: Int) {
        put(UInt32(clamping: size + 36), at: 4)
        put(UInt32(size), at: 40)
    }

    func write(to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    private mutating func put(_ number: UInt32, at offset: Int) {
        for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
    }
}
