import Recognition
import Testing

@Suite("FallbackChoice")
struct FallbackChoiceTests {
    @Test(
        "reads what the user may say",
        arguments: [
            ("builtin", .builtin), ("none", FallbackChoice.none),
            ("exec:python3 -m ear --fast", .command("python3 -m ear --fast")),
            ("tcp://127.0.0.1:10300", .tcp(host: "127.0.0.1", port: 10_300)),
            ("tcp://[::1]:1", .tcp(host: "::1", port: 1)), ("unix:///run/ear", .unix(path: "/run/ear")),
            ("tcp://here", nil), ("tcp://:80", nil), ("tcp://here:0", nil), ("tcp://here:65536", nil), ("exec:", nil),
            ("unix://", nil), ("http://here:80", nil), ("", nil),
        ] as [(String, FallbackChoice?)])
    func reads(text: String, choice: FallbackChoice?) {
        #expect(FallbackChoice(text) == choice)
    }
}
