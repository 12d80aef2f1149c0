import Audio
import CommandLanguage
import PocketSphinxDecoder
import Recognition

extension Judge {
    /// Why something that makes sense is still not believed; `nil` if it is.
    ///
    /// A sentence may say in a slot `caution` how sure one has to be: `strict`, `normal` or `eager`.
    func doubt(about heard: Heard, meaning slots: [Slot]) -> String? {
        guard let certainty = heard.certainty else { return nil }
        let asked = slots.last { $0.name == "caution" }.flatMap { Caution(rawValue: $0.value) }
        var caution = asked ?? certainty.caution
        // What is cut off of every wave is missing from the evidence, too, which then speaks for the wrong words.
        if heard.sound?.isClipped == true { caution = caution.stricter }
        if let rival = certainty.evidence.runnerUpText, Opposites.are(slots, self.slots(of: rival)),
            !certainty.excludesOpposite(for: caution)
        {
            return Self.unsure(heard.text, rival)
        }
        guard !certainty.suffices(for: caution) else { return nil }
        if let sound = heard.sound, sound.isTooQuiet { return "too quiet to be sure; come nearer, or raise the gain" }
        if let sound = heard.sound, sound.isClipped { return "too loud: the sound is clipped; lower the gain" }
        if let rival = certainty.rival, certainty.isRunnerUpToBlame(for: caution) {
            return Self.unsure(heard.text, rival)
        }
        return "not sure enough: it sounds like other speech"
    }

    private func slots(of text: String) -> [Slot] {
        if case .understood(let slots) = grammar.interpret(line: text) { slots } else { [] }
    }

    private static func unsure(_ text: String, _ rival: String) -> String {
        "unsure between \"\(text)\" and \"\(rival)\""
    }
}
