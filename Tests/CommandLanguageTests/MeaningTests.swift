import CommandLanguage
import Testing

@Suite("Meaning")
struct MeaningTests {
    /// Reads `led=2 power=on then session=sleep`.
    private func meaning(of text: String) throws(MeaningError) -> Meaning {
        let slots = text.split(separator: " ").map { word in
            let parts = word.split(separator: "=", maxSplits: 1)
            return Slot(String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        return try Meaning(of: slots)
    }

    @Test(
        "turns slots into commands",
        arguments: [
            ("power=on", "all on"),
            ("led=2 power=off", "led 2 off"),
            ("power=toggle led=odd", "odd toggle"),
            ("led=even blink=200", "even blink 200 ms"),
            ("blink=0", "all steady"),
            ("level=50", "all 50 %"),
            ("led=lamp level=+20", "lamp +20 %"),
            ("level=-100", "all -100 %"),
            ("color=red", "lamp ff0000"),
            ("color=FF8000", "lamp ff8000"),
            ("led=all color=white", "lamp ffffff"),
            ("led=2 color=green", "led 2 00ff00"),
            ("led=lamp color=blue level=20 blink=500", "lamp 0000ff, lamp 20 %, lamp blink 500 ms"),
            ("color=blue level=20", "lamp 0000ff, lamp 20 %"),
            ("led=all color=blue level=20", "lamp 0000ff, all 20 %"),
            ("led=1 led=3 power=on", "led 1 on, led 3 on"),
            ("led=1 power=on then led=lamp color=red", "led 1 on, lamp ff0000"),
            ("then power=on then then", "all on"),
            ("drink=coffee size=large", ""),
            ("drink=coffee power=on", "all on"),
            ("", ""),
        ])
    func commands(slots: String, expected: String) throws {
        let meaning = try meaning(of: slots)
        #expect(meaning.commands.map(\.description).joined(separator: ", ") == expected)
        #expect(meaning.session == nil)
    }

    @Test("hands on what the session shall do, the last word counting")
    func session() throws {
        #expect(try meaning(of: "session=sleep") == meaning(of: "session=wake then session=sleep"))
        let both = try meaning(of: "power=off then session=sleep")
        #expect(both.session == .sleep)
        #expect(both.commands == [Command(.all, .off)])
    }

    @Test(
        "refuses values that make no sense, and says what would",
        arguments: [
            ("led=2", "led=2 has nothing to do", MeaningError.Kind.noAction),
            ("led=1 then power=on", "led=1 has nothing to do", .noAction),
            ("led=kitchen power=on", "led=kitchen is no number", .noNumber),
            ("led=0 power=on", "led=0 is no light", .outOfRange),
            ("led=-1 power=on", "led=-1 is no light", .outOfRange),
            ("power=maybe", "power=maybe is neither on nor off", .unknownValue),
            ("color=taupe", "color=taupe is no colour that is known", .unknownValue),
            ("color=ff00", "color=ff00 is no colour that is known", .unknownValue),
            ("level=101", "level=101 is out of range", .outOfRange),
            ("level=-101", "level=-101 is out of range", .outOfRange),
            ("level=bright", "level=bright is no number", .noNumber),
            ("level=99999999999999999999", "level=99999999999999999999 is no number", .noNumber),
            ("blink=49", "blink=49 is out of range", .outOfRange),
            ("blink=10001", "blink=10001 is out of range", .outOfRange),
            ("blink=-1", "blink=-1 is out of range", .outOfRange),
            ("session=dream", "session=dream is no command for the session", .unknownValue),
        ])
    func refusals(slots: String, message: String, kind: MeaningError.Kind) throws {
        let error = try #require(throws: MeaningError.self) { _ = try meaning(of: slots) }
        #expect(error.description == message)
        #expect(error.kind == kind)
        #expect(error.hint != nil)
    }

    @Test("knows the colours by name and by digits", arguments: RGB.names)
    func colors(name: String) throws {
        let color = try #require(RGB(named: name))
        #expect(RGB(named: color.hex.uppercased()) == color)
    }
}
