internal import Wyoming

/// Events with bytes changed, lost, doubled or made up; the same for the same seed.
public struct Damage {
    private var state: UInt64

    public init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    public mutating func number(_ range: ClosedRange<Int>) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return range.lowerBound + Int(state >> 11) % range.count
    }

    public mutating func event() -> [UInt8] {
        var bytes = sound()
        for _ in 0..<number(0...3) where !bytes.isEmpty {
            let place = number(0...(bytes.count - 1))
            switch number(0...5) {
            case 0: bytes[place] ^= UInt8(1 << number(0...7))
            case 1: bytes[place] = UInt8(number(0...255))
            case 2: bytes.removeSubrange(place..<min(bytes.count, place + number(1...20)))
            case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + number(1...40))], at: place)
            case 4: bytes.insert(contentsOf: (0..<number(1...30)).map { _ in UInt8(number(0...255)) }, at: place)
            default: bytes.insert(contentsOf: Array("9223372036854775807".utf8.prefix(number(1...19))), at: place)
            }
        }
        return bytes
    }

    private mutating func sound() -> [UInt8] {
        switch number(0...6) {
        case 0: Describe().event.bytes
        case 1: Ping(text: "\u{1F4A1} \"\n").event.bytes
        case 2: Transcribe(name: "grammar", language: "en").event.bytes
        case 3: AudioStart().event.bytes
        case 4, 5: AudioChunk(samples: (0..<number(0...200)).map { _ in Int16(number(-999...999)) }).event.bytes
        default: AudioStop().event.bytes
        }
    }
}
