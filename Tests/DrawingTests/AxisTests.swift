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
}
