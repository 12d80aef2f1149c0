import Testing

@testable import Session

@Suite("Percentiles")
struct PercentilesTests {
    @Test("are values that were measured, in whatever order they came")
    func ranks() {
        let values = Percentiles((1...100).reversed().map(Double.init))
        #expect(values.at(0) == 1)
        #expect(values.median == 50)
        #expect(values.at(0.99) == 99)
        #expect(values.at(1) == 100)
    }

    @Test("of one value are that value, of none are nothing")
    func few() {
        #expect(Percentiles([7]).at(0.99) == 7)
        #expect(Percentiles([7]).median == 7)
        #expect(Percentiles([]).median == nil)
    }
}
