import Accuracy
import CommandLanguage
import Testing

@Suite("Label")
struct LabelTests {
    private func isMeant(_ label: String, by text: String) throws -> Bool {
        guard case .understood(let slots) = Fixture.grammar.interpret(line: text) else { return false }
        return try #require(Label(label, in: Fixture.grammar)).isMeant(by: text, slots: slots)
    }

    @Test("is a sentence, and every other sentence that means the same")
    func meaning() throws {
        #expect(try isMeant("light two on", by: "light two on"))
        #expect(try isMeant("light two on", by: "switch on light two"))
        #expect(try !isMeant("light two on", by: "light two off"))
        #expect(try !isMeant("light two on", by: "light two on and light one on"))
    }

    @Test("knows which of two lights shall be on")
    func twoCommands() throws {
        #expect(try isMeant("light one on and light two off", by: "light one on and light two off"))
        #expect(try !isMeant("light one on and light two off", by: "light one off and light two on"))
    }

    @Test("is slots in alphabetical order as well")
    func slots() throws {
        #expect(try isMeant("led=2 power=on", by: "switch on light two"))
        #expect(try !isMeant("led=2 power=on", by: "light two off"))
        #expect(try !isMeant("led=2", by: "light two off"))
        #expect(Label("led=3 power=on", in: Fixture.grammar) == nil)
        #expect(Label("power on", in: Fixture.grammar) == nil)
    }

    @Test("is what is done to the lights, however much is said for it")
    func effect() throws {
        let grammar = try Grammar(
            parsing: """
                #JSGF V1.0;
                grammar all;
                public <c> = [all {led=all}] (off {power=off} | on {power=on}) | brew (tea {drink=tea} | coffee {drink=coffee});
                """, file: "all.gram")
        let off = try #require(Label("off", in: grammar))
        #expect(off.isMeant(by: "all off", slots: [Slot("led", "all"), Slot("power", "off")]))
        #expect(!off.isMeant(by: "all on", slots: [Slot("led", "all"), Slot("power", "on")]))
        let tea = try #require(Label("drink=tea", in: grammar))
        #expect(tea.isMeant(by: "brew tea", slots: [Slot("drink", "tea")]))
        #expect(!tea.isMeant(by: "brew coffee", slots: [Slot("drink", "coffee")]))
    }

    @Test("is its words where the grammar gives no meaning")
    func words() throws {
        let grammar = try Grammar(parsing: "#JSGF V1.0;\ngrammar plain;\npublic <w> = yes | no;\n", file: "plain.gram")
        let label = try #require(Label("yes", in: grammar))
        #expect(label.isMeant(by: "yes", slots: []))
        #expect(!label.isMeant(by: "no", slots: []))
    }
}
