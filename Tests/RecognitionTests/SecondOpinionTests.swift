import Recognition
import Testing

@Suite("SecondOpinion")
struct SecondOpinionTests {
    private let policy = SecondOpinion()

    private static func opinion(
        _ text: String, _ confidence: Double, or other: String? = nil, at distance: Double = 1, opposite: Bool = false
    ) -> Opinion {
        Opinion(
            text: text, confidence: confidence,
            runnerUp: other.map { .init(text: $0, distance: distance, isOpposite: opposite) })
    }

    @Test(
        "is asked for only in doubt",
        arguments: [
            (opinion("red", 0.9), nil),
            (opinion("red", 0.2), nil),
            (opinion("red", 0.19), .unsure),
            (opinion("", 0), nil),
            (opinion("  ", 0), nil),
            (opinion("on", 0.9, or: "off", at: 0.1, opposite: true), .opposites),
            (opinion("on", 0.9, or: "off", at: 0.2, opposite: true), nil),
            (opinion("red", 0.9, or: "green", at: 0.1), nil),
            (opinion("red", 0.9, or: "green", at: 0.04), .tie),
            (opinion("lights brighter", 0.1, or: "lights dimmer", at: 0, opposite: true), .opposites),
        ] as [(Opinion, SecondOpinion.Doubt?)])
    func doubt(first: Opinion, doubt: SecondOpinion.Doubt?) {
        #expect(policy.doubt(about: first) == doubt)
    }

    @Test(
        "and the first become one",
        arguments: [
            (opinion("light one on", 0.1), nil, .keep),
            (opinion("light one on", 0.1), "light one on", .keep),
            (opinion("light one on", 0.1), "Light won on.", .keep),
            (
                opinion("red", 0.1), "we went home",
                .refuse("it was unclear, and a second recogniser heard \"we went home\"")
            ),
            (opinion("red", 0.1), "", .refuse("it was unclear, and a second recogniser heard no words")),
            (opinion("on", 0.9, or: "off", at: 0, opposite: true), "on", .keep),
            (
                opinion("on", 0.9, or: "off", at: 0, opposite: true), "off",
                .refuse("it may have been \"on\" or \"off\"")
            ),
            (
                opinion("on", 0.9, or: "off", at: 0, opposite: true), "often",
                .refuse("it may have been \"on\" or \"off\"")
            ),
            (opinion("on", 0.9, or: "off", at: 0, opposite: true), nil, .keep),
            (opinion("lamp red", 0.9, or: "lamp green", at: 0), "a green lamp", .replace("lamp green")),
            (opinion("lamp red", 0.9, or: "lamp green", at: 0), "lamp", .keep),
            (opinion("lamp red", 0.1, or: "lamp green", at: 1), "lamp green", .keep),
        ] as [(Opinion, String?, SecondOpinion.Verdict)])
    func verdict(first: Opinion, second: String?, verdict: SecondOpinion.Verdict) {
        #expect(policy.verdict(on: first, second) == verdict)
    }
}
