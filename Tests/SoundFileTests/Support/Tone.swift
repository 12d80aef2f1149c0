import Foundation

/// A sine.
struct Tone {
    /// Hertz.
    var frequency = 440.0
    /// 1 is full scale.
    var amplitude = 0.5

    func samples(count: Int, rate: Int) -> [Float] {
        (0..<count).map { Float(amplitude * sin(2 * .pi * frequency * Double($0) / Double(rate))) }
    }

    /// The amplitude at `frequency` in samples at 16 kHz; a tone a hertz or more away is as good as none in a second.
    static func amplitude(at frequency: Double, in samples: some Collection<Int16>) -> Double {
        var real = 0.0
        var imaginary = 0.0
        for (index, sample) in samples.enumerated() {
            let phase = 2 * .pi * frequency * Double(index) / 16_000
            real += Double(sample) * cos(phase)
            imaginary += Double(sample) * sin(phase)
        }
        return 2 * hypot(real, imaginary) / Double(samples.count) / 32_768
    }
}
