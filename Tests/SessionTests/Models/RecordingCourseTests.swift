import Audio
import Testing

@testable import Session

@Suite("Being asked for phrases")
struct RecordingCourseTests {
    private let good = SoundQuality(peak: -10, clipped: 0)
    private let quiet = SoundQuality(peak: -60, clipped: 0)
    private let prompts = ["red", "off", "on"].enumerated().map { CalibrationPrompt($1, number: $0 + 1, of: 3) }

    private func started() -> RecordingCourse {
        var course = RecordingCourse(prompts: prompts)
        #expect(course.start() == [.prompt(prompts[0])])
        return course
    }

    @Test("each phrase that is said is kept, and the next asked for")
    func straight() {
        var course = started()
        _ = course.hear(until: 2, isSpeech: false)
        #expect(course.hear("red", from: 1, good) == [.took(prompts[0], text: "red"), .prompt(prompts[1])])
        // What began before it was asked for is somebody's last word.
        #expect(course.hear("red", from: 1.5, good) == [])
        #expect(course.hear("up", from: 3, good) == [.took(prompts[1], text: "up"), .prompt(prompts[2])])
    }

    @Test("the last one is taken back and asked for again, one is skipped, and stopping keeps the rest")
    func wishes() {
        var course = started()
        _ = course.hear("red", from: 1, good)
        #expect(course.obey(.retake) == [.takenBack(prompts[0]), .prompt(prompts[0])])
        // Only one is remembered.
        #expect(course.obey(.retake) == [.prompt(prompts[0])])
        #expect(course.obey(.skip) == [.skipped(prompts[0]), .prompt(prompts[1])])
        #expect(course.obey(.stop) == [.stopped])
        #expect(course.hear("off", from: 9, good) == [])
    }

    @Test("what is too quiet, or silence, is asked for again, and three times in a row ends it")
    func useless() {
        var course = started()
        #expect(course.hear("red", from: 1, quiet) == [.useless(prompts[0], .tooQuiet)])
        #expect(course.hear(until: 8.5, isSpeech: true) == [])
        #expect(course.hear(until: 8.5, isSpeech: false) == [.useless(prompts[0], .silence)])
        #expect(course.hear("red", from: 9, quiet) == [.stuck(.tooQuiet)])
    }

    @Test(
        "a typed line is a wish by its first letter",
        arguments: [("r", RecordingWish.retake), (" Skip", .skip), ("q", .stop)])
    func line(text: String, wish: RecordingWish) {
        #expect(RecordingWish(line: text) == wish)
        #expect(RecordingWish(line: "") == nil)
    }
}
