import Accuracy
import CommandLanguage

/// A grammar with opposites, slots and two commands in one sentence.
enum Fixture {
    static let grammar = try! Grammar(
        parsing: """
            #JSGF V1.0;
            grammar lights;
            public <command> = <one> [and {then} <one>];
            <one> = light (one {led=1} | two {led=2}) (on {power=on} | off {power=off}) | switch (on {power=on}) light (two {led=2});
            """, file: "lights.gram")

    static func clip(_ name: String, _ label: String?, speaker: String = "a", line: Int = 1) -> Clip {
        Clip(
            .init(name: name, path: "/" + name, label: label ?? "", speaker: speaker, line: line),
            label: label.flatMap { Label($0, in: grammar) })
    }

    static func answer(
        _ text: String, confidence: Double = 1, refused reason: String? = nil, at start: Double = 0
    ) -> Answer {
        guard case .understood(let slots) = grammar.interpret(line: text) else {
            return Answer(
                start: start, end: start + 1, text: text, slots: [], confidence: confidence,
                reason: reason ?? "no words")
        }
        return Answer(
            start: start, end: start + 1, text: text, slots: slots, confidence: confidence, reason: reason)
    }
}
