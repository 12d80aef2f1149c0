import Drawing
import Testing

@Suite("Axis")
struct AxisTests {
    @Test("marks five to ten round numbers, its ends included")
    func ticks() {
        #expect(Axis("%", over: 0...100).ticks == [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
        #expect(Axis("h", over: 0...7.3).upper == 8)
        #expect(Axis("dB", over: -90...0, roundsOutwards: false).ticks.first == -90)
        for width in [0.03, 0.7, 1, 13, 625, 3_600] {
            let ticks = Axis("", over: 0...width).ticks
            #expect((5...12).contains(ticks.count), "\(width): \(ticks)")
            #expect(ticks.first == 0 && ticks.last! >= width - 1e-9)
        }
    }

    @Test("places values beyond its ends at them, and makes room for a single value")
    func position() {
        let axis = Axis("", over: 0...10)
        #expect([-5, 0, 5, 10, 15].map(axis.position) == [0, 0, 0.5, 1, 1])
        let single = Axis("", over: 3...3)
        #expect(single.lower <= 3 && single.upper > 3)
    }

    @Test("in logarithms goes from one power of ten to another, and each takes the same room")
    func logarithmic() {
        let axis = Axis("", logarithmic: [3e-6, 0.25, 4.6])
        #expect(
            axis.ticks.map(axis.text) == ["1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s"])
        #expect(axis.position(of: 1e-6) == 0)
        #expect(axis.position(of: 10) == 1)
        #expect(abs(axis.position(of: 1e-3) - 3.0 / 7) < 1e-9)
        // Nothing has no logarithm, and what is too large for the picture stays in it.
        #expect(axis.position(of: 0) == 0)
        #expect(axis.position(of: 1_000) == 1)
        #expect(Axis("", logarithmic: []).ticks.count > 1)
    }
}
