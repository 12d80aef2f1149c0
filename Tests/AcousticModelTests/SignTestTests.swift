import AcousticModel
import Testing

@Suite("Sign test")
struct SignTestTests {
    @Test(
        "is the upper tail of a fair coin",
        arguments: [(0, 0, 1.0), (1, 0, 0.5), (4, 0, 0.0625), (3, 1, 0.3125), (0, 3, 1.0)])
    func tail(losses: Int, gains: Int, expected: Double) {
        #expect(abs(SignTest.probability(losses: losses, gains: gains) - expected) < 1e-12)
    }
}
