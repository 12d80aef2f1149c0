/// Sounds that a test can describe exactly, at 16 kHz.
struct Sound {
    private(set) var samples: [Int16] = []
    /// A generator of its own, so that the noise is the same in every run.
    private var state: UInt32 = 1

    /// White noise of about `level` dBFS, root mean square.
    func noise(_ milliseconds: Int, level: Double) -> Sound {
        var sound = self
        let amplitude = 32_768 * pow10(level / 20) * 3.0.squareRoot()
        for _ in 0..<milliseconds * 16 {
            sound.state = sound.state &* 1_664_525 &+ 1_013_904_223
            let value = Double(Int32(bitPattern: sound.state)) / 2_147_483_648
            sound.samples.append(Int16(max(-32_768, min(32_767, value * amplitude + sound.offset))))
        }
        return sound
    }

    func silence(_ milliseconds: Int) -> Sound {
        var sound = self
        sound.samples += [Int16](repeating: Int16(offset), count: milliseconds * 16)
        return sound
    }

    /// A constant that is added to everything, as cheap sound cards do.
    var offset = 0.0

    private func pow10(_ exponent: Double) -> Double {
        var result = 1.0
        var rest = exponent
        while rest <= -1 {
            result /= 10
            rest += 1
        }
        // The rest, between -1 and 0, by its series.
        let x = rest * 2.302585092994046
        var term = 1.0
        var sum = 1.0
        for n in 1...20 {
            term *= x / Double(n)
            sum += term
        }
        return result * sum
    }
}
