/// A file of parameters as the trainer of CMU Sphinx writes them: a header of text, a mark that tells the order of
/// bytes, 32-bit words, and a checksum.
///
/// The format is that of SphinxBase's `bio.c`.
public struct S3File: Equatable, Sendable {
    /// Everything between the mark of the byte order and the checksum: sizes first, then numbers.
    public let words: [UInt32]

    private static let header = "s3\nversion 1.0\nchksum0 yes\nendhdr\n"
    private static let byteOrderMark: UInt32 = 0x1122_3344

    public init(words: [UInt32]) { self.words = words }

    /// - Throws: ``ParameterError`` for another format, other byte order, or a checksum that does not fit.
    public init(parsing bytes: [UInt8], file: String) throws(ParameterError) {
        let end = Array("endhdr\n".utf8)
        guard bytes.starts(with: "s3\n".utf8),
            let start = bytes.prefix(4_096).indices.first(where: { bytes[$0...].starts(with: end) })
        else { throw ParameterError(file, "it is not a file of parameters of CMU Sphinx") }
        let body = Self.words(in: bytes, from: start + end.count)
        guard body.first == Self.byteOrderMark else { throw ParameterError(file, "its bytes are in another order") }
        let hasChecksum = String(decoding: bytes[..<start], as: UTF8.self).contains("chksum0 yes")
        words = Array(body.dropFirst().dropLast(hasChecksum ? 1 : 0))
        guard !hasChecksum || body.count > 1 && body.last == Self.checksum(of: words) else {
            throw ParameterError(file, "its checksum does not fit: the file is damaged")
        }
    }

    public var bytes: [UInt8] {
        var bytes = Array(Self.header.utf8)
        bytes.reserveCapacity(bytes.count + 4 * words.count + 8)
        var all = [Self.byteOrderMark]
        all += words
        all.append(Self.checksum(of: words))
        for index in all.indices { all[index] = all[index].littleEndian }
        all.withUnsafeBytes { bytes += $0 }
        return bytes
    }

    /// `s = rotate(s, 20) + v` over all words, as in SphinxBase.
    static func checksum(of words: [UInt32]) -> UInt32 {
        var sum: UInt32 = 0
        words.withUnsafeBufferPointer { words in
            for index in 0..<words.count { sum = (sum << 20 | sum >> 12) &+ words[index] }
        }
        return sum
    }

    private static func words(in bytes: [UInt8], from start: Int) -> [UInt32] {
        let count = (bytes.count - start) / 4
        return bytes.withUnsafeBytes { raw in
            (0..<count).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 4 * $0, as: UInt32.self)) }
        }
    }
}
