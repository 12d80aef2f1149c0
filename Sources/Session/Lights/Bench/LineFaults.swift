/// How a line between two ends is bad. The same seed gives the same damage to the same bytes.
public struct LineFaults: Sendable, Hashable {
    /// Chance of each byte to be dropped, doubled, changed in one bit, or preceded by a strange one, in both directions.
    public var damage: Double
    /// Chance of each line from the board to be lost whole.
    public var lostAnswers: Double
    public var seed: UInt64

    public init(damage: Double = 0, lostAnswers: Double = 0, seed: UInt64 = 1) {
        self.damage = damage
        self.lostAnswers = lostAnswers
        self.seed = seed
    }
}

/// Damages bytes as ``LineFaults`` say.
struct LineDamage {
    private let faults: LineFaults
    private var state: UInt64
    private var isLosing = false
    private var isAtStart = true

    init(_ faults: LineFaults) {
        self.faults = faults
        state = faults.seed
    }

    mutating func pass(_ bytes: [UInt8], losesLines: Bool) -> [UInt8] {
        var result: [UInt8] = []
        for byte in bytes {
            if losesLines, isAtStart { isLosing = chance(faults.lostAnswers) }
            isAtStart = byte == 0x0A
            if isLosing, losesLines { continue }
            guard chance(faults.damage) else {
                result.append(byte)
                continue
            }
            switch next() % 4 {
            case 0: break
            case 1: result += [byte, byte]
            case 2: result.append(byte ^ 1 << UInt8(next() % 8))
            default: result += [UInt8(truncatingIfNeeded: next()), byte]
            }
        }
        return result
    }

    private mutating func chance(_ probability: Double) -> Bool {
        probability > 0 && Double(next() >> 11) < probability * 0x1p53
    }

    /// SplitMix64: its whole state is one number.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
