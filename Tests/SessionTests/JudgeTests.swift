import CommandLanguage
import Testing

@testable import Session

@Suite("Judge")
struct JudgeTests {
    private let judge: Judge

    init() throws { judge = Judge(grammar: try Garden.grammar()) }

    private func decide(_ text: String, span: Heard.Span? = nil, isAsleep: Bool = false) -> Decision {
        judge.decide(on: Heard(text: text, origin: .typed, span: span), isAsleep: isAsleep)
    }

    @Test("takes a sentence of two commands apart, in order")
    func twoCommands() {
        let decision = decide("fountain on and lamp red")
        #expect(decision.isAccepted)
        #expect(
            decision.commands == [
                Command(.led(1), .on), Command(.lamp, .color(RGB(red: 255, green: 0, blue: 0))),
            ])
    }

    @Test("obeys of a sentence only what was added to the one that was obeyed already")
    func addition() {
        var heard = Heard(text: "fountain toggle and lamp red", origin: .typed)
        heard.continues = "fountain toggle"
        let decision = judge.decide(on: heard, isAsleep: false)
        #expect(decision.isAccepted)
        #expect(decision.text == "and lamp red")
        #expect(decision.commands == [Command(.lamp, .color(RGB(red: 255, green: 0, blue: 0)))])
    }

    @Test("refuses a sentence that does not go on from the one that was obeyed already")
    func otherBeginning() {
        var heard = Heard(text: "fountain on and lamp red", origin: .typed)
        heard.continues = "fountain toggle"
        let decision = judge.decide(on: heard, isAsleep: false)
        #expect(decision.reason == "\"fountain toggle\" has been obeyed, and this does not go on from it")
        #expect(decision.commands.isEmpty)
    }

    @Test("accepts a sentence that means nothing to the lights and hands its slots on")
    func foreignSlots() {
        let decision = decide("tea")
        #expect(decision.isAccepted)
        #expect(decision.commands.isEmpty)
        #expect(decision.slots == [Slot("drink", "tea")])
    }

    @Test(
        "says where a sentence got stuck",
        arguments: [
            (
                "kettle on",
                #"no sentence begins with "kettle"; "fountain", "lamp", "sky", "sleep", "tea", "wake" could"#
            ),
            ("lamp green", #""green" cannot follow "lamp"; "off", "on", "red" could"#),
            ("sleep well", #""sleep" is a whole sentence; "well" does not belong to it"#),
            ("lamp", #"the sentence is not finished: "off", "on", "red" could follow"#),
            ("  ", "no words were heard"),
        ])
    func stuck(text: String, reason: String) {
        let decision = decide(text)
        #expect(decision.reason == reason)
        #expect(decision.commands.isEmpty)
    }

    @Test("refuses a single word that took longer than any word does, but not a sentence")
    func tooLong() {
        let long = Heard.Span(start: 1, end: 3.5)
        #expect(decide("tea", span: long).reason == "too long for one word: it lasted 2.5 s")
        #expect(decide("lamp on", span: long).isAccepted)
        #expect(decide("tea", span: Heard.Span(start: 1, end: 2.9)).isAccepted)
    }

    @Test("refuses what the endpointer had to cut off, whatever words are in it")
    func neverEnding() {
        let cut = Heard.Span(start: 1, end: 16)
        #expect(decide("lamp on", span: cut).reason == "too long: nobody paused for 15 s")
        #expect(decide("", span: cut).reason == "too long: nobody paused for 15 s")
        #expect(decide("lamp on", span: Heard.Span(start: 1, end: 15.9)).isAccepted)
    }

    @Test("obeys nothing but the waking words while asleep")
    func asleep() {
        #expect(decide("lamp on", isAsleep: true).reason == "asleep; only the words that wake it are obeyed")
        #expect(decide("wake", isAsleep: true).session == .wake)
    }
}
