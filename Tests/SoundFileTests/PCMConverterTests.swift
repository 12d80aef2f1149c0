import SoundFile
import Testing

@Suite("PCMConverter")
struct PCMConverterTests {
    private struct NotMade: Error {}

    /// The macros of the tests cannot hold a value that cannot be copied.
    private func made(rate: Int, width: Int, channels: Int) throws -> PCMConverter {
        guard let converter = PCMConverter(rate: rate, width: width, channels: channels) else { throw NotMade() }
        return converter
    }

    private func converted(_ bytes: [UInt8], rate: Int = 16_000, width: Int, channels: Int = 1) throws -> [Int16] {
        var converter = try made(rate: rate, width: width, channels: channels)
        var samples: [Int16] = []
        converter.convert(bytes, into: &samples)
        converter.finish(into: &samples)
        return samples
    }

    @Test("passes 16 bits unchanged")
    func unchanged() throws {
        #expect(try converted([0, 0, 255, 127, 0, 128, 255, 255], width: 2) == [0, .max, .min, -1])
    }

    @Test("knows where the sign of each width stands")
    func widths() throws {
        #expect(try converted([128, 255, 0], width: 1) == [0, 32_512, .min])
        #expect(try converted([0, 0, 128, 0, 1, 0], width: 3) == [.min, 1])
        #expect(try converted([0, 0, 0, 128, 0, 0, 1, 0], width: 4) == [.min, 1])
    }

    @Test("averages channels")
    func channels() throws {
        #expect(try converted([10, 0, 20, 0, 0, 0, 254, 255], width: 2, channels: 2) == [15, -1])
    }

    @Test(
        "keeps the length in time at another rate, in pieces of any size", arguments: [8_000, 22_050, 44_100, 48_000])
    func rates(rate: Int) throws {
        var converter = try made(rate: rate, width: 2, channels: 1)
        var samples: [Int16] = []
        for _ in 0..<100 { converter.convert([UInt8](repeating: 1, count: rate / 100 * 2), into: &samples) }
        converter.finish(into: &samples)
        #expect(abs(samples.count - 16_000 * (rate / 100 * 100) / rate) <= 2)
        #expect(samples[8_000] == 257)
    }

    @Test("is not made for what it cannot convert", arguments: [(7_999, 2, 1), (16_000, 5, 1), (16_000, 2, 0)])
    func refused(rate: Int, width: Int, channels: Int) {
        #expect(throws: NotMade.self) { _ = try made(rate: rate, width: width, channels: channels) }
    }
}
