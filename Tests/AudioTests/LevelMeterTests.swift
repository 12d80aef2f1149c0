import Audio
import Testing

@Suite("LevelMeter")
struct LevelMeterTests {
    @Test("measures a full-scale square wave as 0 dBFS")
    func fullScale() {
        let samples = (0..<160).map { $0 % 2 == 0 ? Int16.max : Int16.min }
        let level = LevelMeter.level(of: samples.span)
        #expect(abs(level.rms) < 0.01)
        #expect(abs(level.peak) < 0.01)
    }

    @Test("measures half the amplitude as 6 dB less")
    func half() {
        let samples = (0..<160).map { $0 % 2 == 0 ? Int16(16_384) : -16_384 }
        #expect(abs(LevelMeter.level(of: samples.span).rms + 6.02) < 0.01)
    }

    @Test("measures silence, an offset and nothing at all as silence", arguments: [[], [0, 0, 0], [900, 900, 900]])
    func silence(samples: [Int16]) {
        #expect(LevelMeter.level(of: samples.span) == Level(rms: Level.silence, peak: Level.silence))
    }
}
