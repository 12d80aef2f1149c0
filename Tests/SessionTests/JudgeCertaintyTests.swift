import Audio
import CommandLanguage
import PocketSphinxDecoder
import Recognition
import Testing

@testable import Session

@Suite("Judge and certainty")
struct JudgeCertaintyTests {
    private let judge: Judge
    private let model: ConfidenceModel

    init() throws {
        judge = Judge(
            grammar: try Grammar(
                parsing: """
                    #JSGF V1.0;
                    grammar shed;
                    public <command> = lamp (on {led=lamp power=on} | off {led=lamp power=off} | red {led=lamp color=red})
                        | brighter {level=+20} | darker {level=-20} | open {door=open caution=strict};
                    """, file: "shed.gram"))
        model = try ConfidenceModel(
            parsing: """
                intercept 0
                sentence 0.5
                other_words 0
                runner_up 0.2
                threshold_strict 0.95
                threshold_normal 0.7
                threshold_eager 0.4
                margin_strict 8
                margin_normal 4
                margin_eager 1
                least_sentence -40
                """, file: "c.txt")
    }

    private func decide(
        _ text: String, sentence: Double, runnerUp: String? = nil, margin: Double = 20, caution: Caution = .normal,
        sound: SoundQuality = SoundQuality(peak: -12, clipped: 0)
    ) -> Decision {
        var heard = Heard(text: text, origin: .microphone(name: "m"), engine: .primary)
        let evidence = Evidence(
            sentence: sentence, otherWords: 0, runnerUp: margin, runnerUpText: runnerUp)
        heard.certainty = Certainty(evidence, by: model, caution: caution)
        heard.sound = sound
        return judge.decide(on: heard, isAsleep: false)
    }

    @Test("obeys what is probable")
    func probable() {
        let decision = decide("lamp on", sentence: 5)
        #expect(decision.isAccepted)
        #expect(decision.heard.confidence > 0.9)
    }

    @Test("takes what is improbable for other speech")
    func improbable() {
        let decision = decide("lamp on", sentence: -10)
        #expect(decision.reason == "not sure enough: it sounds like other speech")
        #expect(decision.commands.isEmpty)
        #expect(decision.slots == [Slot("led", "lamp"), Slot("power", "on")])
    }

    @Test("says what the microphone has to do with it")
    func sound() {
        let quiet = decide("lamp on", sentence: -10, sound: SoundQuality(peak: -55, clipped: 0))
        #expect(quiet.reason == "too quiet to be sure; come nearer, or raise the gain")
        let loud = decide("lamp on", sentence: -10, sound: SoundQuality(peak: 0, clipped: 0.05))
        #expect(loud.reason == "too loud: the sound is clipped; lower the gain")
        #expect(decide("lamp on", sentence: 5, sound: SoundQuality(peak: 0, clipped: 0.05)).isAccepted)
    }

    @Test("wants to be surer of what is clipped")
    func clipped() {
        // Probable enough for `normal`, too improbable for `strict`.
        #expect(decide("lamp on", sentence: -3.5).isAccepted)
        let loud = decide("lamp on", sentence: -3.5, sound: SoundQuality(peak: 0, clipped: 0.05))
        #expect(loud.reason == "too loud: the sound is clipped; lower the gain")
    }

    @Test("names the sentence that it could have been as well")
    func runnerUp() {
        let decision = decide("lamp on", sentence: 0, runnerUp: "lamp red", margin: 1)
        #expect(decision.reason == #"unsure between "lamp on" and "lamp red""#)
    }

    @Test("wants the opposite to be farther away than something else")
    func opposite() {
        #expect(decide("lamp on", sentence: 5, runnerUp: "lamp red", margin: 3).isAccepted)
        let off = decide("lamp on", sentence: 5, runnerUp: "lamp off", margin: 3)
        #expect(off.reason == #"unsure between "lamp on" and "lamp off""#)
        #expect(decide("darker", sentence: 5, runnerUp: "brighter", margin: 3).reason != nil)
        #expect(decide("lamp on", sentence: 5, runnerUp: "lamp off", margin: 5).isAccepted)
        #expect(decide("lamp on", sentence: 5, runnerUp: "lamp off", margin: 3, caution: .eager).isAccepted)
    }

    @Test("is as careful as the listener wants, or as the sentence itself asks for")
    func caution() {
        #expect(decide("lamp on", sentence: -7, caution: .eager).isAccepted)
        #expect(!decide("lamp on", sentence: -7, caution: .normal).isAccepted)
        #expect(!decide("lamp on", sentence: 0, margin: 10, caution: .strict).isAccepted)
        #expect(decide("lamp on", sentence: 0, margin: 10).isAccepted)
        #expect(!decide("open", sentence: 0, margin: 10, caution: .eager).isAccepted)
    }

    @Test("does not doubt what was typed")
    func typed() {
        let decision = judge.decide(on: Heard(text: "open", origin: .typed), isAsleep: false)
        #expect(decision.isAccepted)
        #expect(decision.heard.confidence == 1)
    }
}
