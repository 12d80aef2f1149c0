import Testing

@testable import Session

@Suite("ChartScale")
struct ChartScaleTests {
    @Test("in logarithms goes from one power of ten to another, and each takes the same room")
    func logarithmic() {
        let scale = ChartScale(logarithmic: [3e-6, 0.25, 4.6])
        #expect(scale.ticks.map(\.text) == ["1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s", "10 s"])
        #expect(scale.position(of: 1e-6) == 0)
        #expect(scale.position(of: 10) == 1)
        #expect(abs(scale.position(of: 1e-3) - 3.0 / 7) < 1e-9)
        // Nothing has no logarithm, and what is too large for the picture stays in it.
        #expect(scale.position(of: 0) == 0)
        #expect(scale.position(of: 1_000) == 1)
    }

    @Test("from zero has a few round numbers up to the largest value")
    func linear() {
        #expect(ChartScale(linear: [12.3, 20.2]).ticks.map(\.text) == ["0", "5", "10", "15", "20", "25"])
        #expect(ChartScale(linear: [0.7]).ticks.map(\.text) == ["0", "0.2", "0.4", "0.6", "0.8"])
        #expect(ChartScale(linear: [-1, 4]).position(of: -1) == 0)
    }

    @Test("can be made of nothing")
    func nothing() {
        #expect(ChartScale(linear: []).position(of: 0) == 0)
        #expect(ChartScale(logarithmic: []).ticks.count > 1)
    }
}
