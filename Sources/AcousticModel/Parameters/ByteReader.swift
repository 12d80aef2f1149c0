/// Reads what the programs of CMU Sphinx write: little-endian words and text, one after the other.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var place: Int

    init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    var rest: Int { bytes.count - place }

    mutating func word() -> Int? { number(Int32.self).map { Int($0) } }

    mutating func half() -> Int? { number(UInt16.self).map { Int($0) } }

    mutating func text(_ length: Int) -> String {
        let end = min(place + length, bytes.count)
        defer { place = end }
        return String(decoding: bytes[place..<end], as: UTF8.self)
    }

    /// - Returns: whether there was as much.
    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, rest >= count else { return false }
        place += count
        return true
    }

    private mutating func number<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type) -> Number? {
        let size = MemoryLayout<Number>.size
        guard rest >= size else { return nil }
        defer { place += size }
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: type)) }
    }
}
