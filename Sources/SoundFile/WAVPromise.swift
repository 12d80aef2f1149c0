internal import Glibc

/// What the header of a WAV file says about its length.
///
/// libsndfile quietly believes the length of the file instead, so a recording that broke off would look complete.
struct WAVPromise: Equatable {
    /// Bytes of sound that the header promises, and that there are.
    let promisedBytes: Int
    let presentBytes: Int
    let bytesPerSecond: Int

    var isKept: Bool { presentBytes >= promisedBytes }

    /// What programs that write to a pipe, and cannot know the length, put into the header: nothing, about two
    /// gigabytes (SoX, arecord) or all bits (FFmpeg).
    private static func isUnknown(_ size: Int) -> Bool {
        size == 0 || 0x7FFF_F000...0x8000_0000 ~= size || size == 0xFFFF_FFFF
    }

    /// Real files have a handful; a damaged one may have millions.
    private static let mostChunks = 1_000

    /// Looks through the chunks of the file behind `descriptor`, whose offset stays where it is.
    ///
    /// - Returns: `nil` if this is not a plain WAV file, or one that promises nothing.
    init?(descriptor: CInt, fileSize: Int) {
        guard let riff = Self.read(12, at: 0, of: descriptor), riff.starts(with: Array("RIFF".utf8)),
            riff.suffix(4).elementsEqual("WAVE".utf8)
        else { return nil }
        var offset = 12
        var bytesPerSecond = 0
        for _ in 0..<Self.mostChunks {
            guard let header = Self.read(8, at: offset, of: descriptor) else { return nil }
            let size = Self.number(header[4..<8])
            if header.starts(with: Array("fmt ".utf8)), let format = Self.read(16, at: offset + 8, of: descriptor) {
                bytesPerSecond = Self.number(format[8..<12])
            }
            if header.starts(with: Array("data".utf8)) {
                guard !Self.isUnknown(size) else { return nil }
                promisedBytes = size
                presentBytes = min(size, fileSize - offset - 8)
                self.bytesPerSecond = bytesPerSecond
                return
            }
            // Chunks begin at even offsets.
            offset += 8 + size + size % 2
        }
        return nil
    }

    private static func read(_ count: Int, at offset: Int, of descriptor: CInt) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return pread(descriptor, &bytes, count, off_t(offset)) == count ? bytes : nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
