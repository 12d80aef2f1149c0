extension PronunciationDictionary {
    /// Takes only the given words out of a large dictionary, without reading the rest of it: a few milliseconds for
    /// the 134,000 lines of the CMU dictionary.
    ///
    /// Lines that make no sense are passed over; a mistake in a word that was asked for leaves that word out.
    ///
    /// - Parameters:
    ///   - words: compared without regard to the case of ASCII letters.
    ///   - bytes: the text of the dictionary, UTF-8, in the format of the CMU dictionary.
    public static func selecting(_ words: Set<String>, from bytes: UnsafeRawBufferPointer) -> PronunciationDictionary {
        var dictionary = PronunciationDictionary()
        let wanted = Set(words.map { $0.lowercased() })
        // Nearly all lines are told by their first bytes to be of no interest.
        var mayBegin = Array(repeating: false, count: 1 << 16)
        for word in wanted {
            let utf8 = Array(word.utf8.prefix(2))
            guard let first = utf8.first else { continue }
            let seconds = utf8.count > 1 ? [utf8[1]] : [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "(")]
            for second in seconds { mayBegin[Int(first) << 8 | Int(second)] = true }
        }
        mayBegin.withUnsafeBufferPointer { mayBegin in
            var start = 0
            while start < bytes.count {
                let end = endOfLine(in: bytes, from: start)
                if end - start > 2, mayBegin[Int(lowercased(bytes[start])) << 8 | Int(lowercased(bytes[start + 1]))] {
                    dictionary.add(line: bytes[start..<end], ifIn: wanted)
                }
                start = end + 1
            }
        }
        return dictionary
    }

    /// As ``selecting(_:from:)-(_,UnsafeRawBufferPointer)``, for bytes in an array.
    public static func selecting(_ words: Set<String>, from bytes: [UInt8]) -> PronunciationDictionary {
        bytes.withUnsafeBytes { selecting(words, from: $0) }
    }

    private mutating func add(line: Slice<UnsafeRawBufferPointer>, ifIn wanted: Set<String>) {
        let wordEnd = line.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ?? line.endIndex
        let bracket = line[..<wordEnd].dropFirst().firstIndex(of: UInt8(ascii: "(")) ?? wordEnd
        let word = String(decoding: line[..<bracket], as: UTF8.self).lowercased()
        guard wanted.contains(word) else { return }
        let phones = String(decoding: line[wordEnd...], as: UTF8.self).split(whereSeparator: \.isWhitespace)
            .prefix { !$0.hasPrefix("#") }
        if !phones.isEmpty { add(phones.map(String.init), for: word) }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    /// Looks at eight bytes at a time for a line feed.
    private static func endOfLine(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let lineFeeds = ones &* UInt64(UInt8(ascii: "\n"))
        var index = start
        while index + 8 <= bytes.count {
            // A byte of `difference` is 0 where a line feed stands; the formula marks the lowest such byte.
            let difference = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian ^ lineFeeds
            let marks = (difference &- ones) & ~difference & (ones << 7)
            if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }
}
