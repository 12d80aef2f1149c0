internal import Audio

/// Sound for a decoder on trial, the same each time.
enum TrialSound {
    static func silence(samples: Int) -> [Int16] { [Int16](repeating: 0, count: samples) }

    /// White noise at about a tenth of full scale.
    static func noise(samples: Int) -> [Int16] {
        var state: UInt32 = 0x9E37_79B9
        return (0..<samples).map { _ in
            state ^= state << 13
            state ^= state >> 17
            state ^= state << 5
            return Int16(truncatingIfNeeded: state) / 10
        }
    }

    /// Three quarters of a second in which a voice's buzz, hiss and silence take turns, so that the search goes through
    /// more than one word.
    static let speechLike: [Int16] = {
        let hiss = noise(samples: 2_000)
        let buzz = (0..<4_000).map { Int16(truncatingIfNeeded: ($0 % 133) * 80 - 5_300) }
        return hiss + buzz + silence(samples: 1_000) + hiss + buzz.map { $0 / 2 }
    }()
}
