import Accuracy
import Audio
import Testing

@testable import Session

@Suite("Calibration course")
struct CalibrationCourseTests {
    private let loud = SoundQuality(peak: -12, clipped: 0)
    private static let phrases = CalibrationPrompt.all(["red", "all off"], times: 2)

    private func answer(_ text: String, at start: Double) -> Answer {
        Answer(start: start, end: start + 1, text: text, slots: [], confidence: 0.9, reason: nil)
    }

    @Test("asks for every phrase once before it asks again")
    func order() {
        #expect(Self.phrases.map(\.phrase) == ["red", "all off", "red", "all off"])
        #expect(Self.phrases.map(\.number) == [1, 2, 3, 4] && Self.phrases.allSatisfy { $0.total == 4 })
    }

    @Test("listens to the room, then asks for phrase after phrase, then is over")
    func wholeWay() {
        var course = CalibrationCourse(roomSeconds: 10, prompts: Array(Self.phrases.prefix(2)))
        #expect(course.start() == [.room(seconds: 10)])
        #expect(course.secondsLeft == 18)
        #expect(course.hear(until: 5, isSpeech: false) == [])
        #expect(course.hear(answer("green", at: 3), loud) == [])
        #expect(course.hear(until: 10, isSpeech: false) == [.prompt(Self.phrases[0])])
        #expect(course.secondsLeft == 8)
        let (first, second) = (answer("red", at: 11), answer("all on", at: 14))
        #expect(course.hear(first, loud) == [.took(Self.phrases[0], first), .prompt(Self.phrases[1])])
        #expect(course.hear(second, loud) == [.took(Self.phrases[1], second), .over])
        #expect(course.room.map(\.text) == ["green"] && course.roomHeard == 10)
        #expect(course.takes.map(\.answer.text) == ["red", "all on"])
        #expect(course.secondsLeft == 0)
    }

    @Test("does not cut in two what is being said when the room's time is over")
    func openUtterance() {
        var course = CalibrationCourse(roomSeconds: 10, prompts: Self.phrases)
        _ = course.start()
        #expect(course.hear(until: 10, isSpeech: true) == [])
        #expect(course.hear(answer("red", at: 9), loud) == [])
        #expect(course.hear(until: 12, isSpeech: false) == [.prompt(Self.phrases[0])])
        #expect(course.room.count == 1 && course.roomHeard == 12)
    }

    @Test("takes for no answer what began before the question")
    func early() {
        var course = CalibrationCourse(roomSeconds: 0, prompts: Self.phrases)
        _ = course.start()
        _ = course.hear(until: 5, isSpeech: false)
        #expect(course.hear(answer("red", at: 5), loud).count == 2)
        #expect(course.hear(answer("red", at: 4), loud) == [])
        #expect(course.takes.count == 1)
    }

    @Test("asks again after silence, and ends when nobody is heard three times")
    func silence() {
        var course = CalibrationCourse(roomSeconds: 0, prompts: Self.phrases)
        #expect(course.start() == [.prompt(Self.phrases[0])])
        #expect(course.hear(until: 7.9, isSpeech: false) == [])
        #expect(course.hear(until: 9, isSpeech: true) == [])
        #expect(course.hear(until: 9.5, isSpeech: false) == [.retake(Self.phrases[0], .silence)])
        #expect(course.hear(until: 17, isSpeech: false) == [])
        #expect(course.hear(until: 17.5, isSpeech: false) == [.retake(Self.phrases[0], .silence)])
        #expect(course.hear(until: 25.5, isSpeech: false) == [.stuck(.silence)])
        #expect(course.hear(answer("red", at: 26), loud) == [])
        #expect(course.takes.isEmpty)
    }

    @Test("asks again when the microphone is set wrongly, and says how to mend it")
    func level() {
        var course = CalibrationCourse(roomSeconds: 0, prompts: Self.phrases)
        _ = course.start()
        let quiet = course.hear(answer("red", at: 1), SoundQuality(peak: -55, clipped: 0))
        #expect(quiet == [.retake(Self.phrases[0], .tooQuiet)])
        let clipped = course.hear(answer("red", at: 4), SoundQuality(peak: 0, clipped: 0.1))
        #expect(clipped == [.retake(Self.phrases[0], .clipped)])
        #expect(course.hear(answer("red", at: 7), loud).last == .prompt(Self.phrases[1]))
        #expect(CalibrationStep.Useless.tooQuiet.hint.hasPrefix("come nearer, or raise the gain"))
        #expect(CalibrationStep.Useless.clipped.hint.hasPrefix("lower the gain"))
        #expect(CalibrationStep.Useless.silence.hint.contains("`voiceled mics`"))
    }

    @Test("without phrases the room is all there is")
    func roomAlone() {
        var course = CalibrationCourse(roomSeconds: 2, prompts: [])
        _ = course.start()
        #expect(course.hear(until: 2, isSpeech: false) == [.over])
    }
}
