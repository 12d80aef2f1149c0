import Audio
import PocketSphinxDecoder
import Recognition
import Testing

@Suite("Calibration")
struct CalibrationTests {
    @Test("is read from lines of name and value")
    func reading() throws {
        let calibration = try Calibration(
            parsing: """
                # mine
                threshold_normal 0.61   # a comment
                measured_with 3fa9

                pause_ms 200
                minimum_level_db -50
                """, file: "c.txt")
        #expect(calibration.thresholds == [.normal: 0.61])
        #expect(calibration.measuredWith == "3fa9")
        #expect(calibration.endpointer == [.pause: 200, .minimumLevel: -50])
    }

    @Test(
        "names file and line of what it cannot use",
        arguments: [
            ("threshold_bold 0.5", "there is no parameter \"threshold_bold\""),
            ("pause_ms", "\"pause_ms\" is to be followed by one value"),
            ("pause_ms 1 2", "\"pause_ms\" is to be followed by one value"),
            ("pause_ms soon", "\"pause_ms\" takes a number, not \"soon\""),
            ("pause_ms nan", "\"pause_ms\" takes 50 to 2000, not nan"),
            ("threshold_strict 1.5", "\"threshold_strict\" takes 0 to 1, not 1.5"),
            ("minimum_level_db 3", "\"minimum_level_db\" takes -96 to -10, not 3"),
            ("hangover_ms 300\nhangover_ms 300", "\"hangover_ms\" stands there twice"),
        ])
    func wrongLines(text: String, message: String) {
        let line = text.split(separator: "\n").count + 1
        #expect {
            try Calibration(parsing: "# first\n" + text, file: "a/c.txt")
        } throws: { error in
            "\(error)" == "a/c.txt:\(line): \(message)"
        }
    }

    @Test("says which names there are, and how to get rid of a line")
    func hints() {
        let unknown = CalibrationError(.unknown, name: "x", file: "c.txt", line: 1)
        #expect(
            unknown.hint == """
                the names are: threshold_strict, threshold_normal, threshold_eager, measured_with, hangover_ms, sure_silence_ms, \
                open_silence_ms, pause_ms, pre_roll_ms, post_roll_ms, longest_s, start_threshold_db, end_threshold_db, minimum_level_db
                """)
        let other = CalibrationError(.twice, name: "x", file: "c.txt", line: 1)
        #expect(
            other.hint == "mend the line or remove it; `voiceled calibrate --undo` brings back the file of before")
    }

    @Test("replaces thresholds and its own remarks, and leaves what the user wrote")
    func replacing() throws {
        var calibration = Calibration()
        calibration.thresholds = [.strict: 0.8, .normal: 0.6, .eager: 0.4]
        calibration.measuredWith = "aa"
        let first = calibration.replacingThresholds(in: "# my room\npause_ms 200  # slow\n", remarks: ["on Monday"])
        #expect(
            first == """
                # voiceled calibrate: on Monday
                threshold_strict 0.8
                threshold_normal 0.6
                threshold_eager 0.4
                measured_with aa

                # my room
                pause_ms 200  # slow

                """)
        calibration.thresholds[.normal] = 0.7
        let second = calibration.replacingThresholds(in: first, remarks: ["on Tuesday"])
        #expect(
            second
                == first.replacing("Monday", with: "Tuesday").replacing(
                    "threshold_normal 0.6", with: "threshold_normal 0.7"))
        let read = try Calibration(parsing: second, file: "c.txt")
        #expect(read.thresholds == calibration.thresholds && read.endpointer == [.pause: 200])
    }

    @Test("changes the settings that it names and no others")
    func application() throws {
        var calibration = Calibration()
        calibration.thresholds = [.normal: 0.9]
        calibration.endpointer = [
            .hangover: 600, .sureSilence: 250, .pause: 200, .preRoll: 100, .postRoll: 120, .longest: 9,
            .startThreshold: 12,
            .endThreshold: 8, .minimumLevel: -55,
        ]
        let original = RecognizerSettings.forConfidence(try Self.model())
        var settings = original
        settings.apply(calibration)
        #expect(settings.confidence?.thresholds == [.strict: 0.8, .normal: 0.9, .eager: 0.2])
        #expect(settings.confidence?.margins == original.confidence?.margins)
        var endpointer = EndpointerSettings()
        endpointer.hangover = .milliseconds(600)
        endpointer.sureSilence = .milliseconds(250)
        endpointer.pause = .milliseconds(200)
        endpointer.preRoll = .milliseconds(100)
        endpointer.postRoll = .milliseconds(120)
        endpointer.maximumLength = .seconds(9)
        endpointer.startThreshold = 12
        endpointer.endThreshold = 8
        endpointer.minimumLevel = -55
        #expect(settings.endpointer == endpointer)

        var without = original
        without.apply(calibration, usesThresholds: false)
        #expect(without.confidence == original.confidence && without.endpointer == endpointer)
    }

    @Test("moves all three thresholds together, at equal distance in odds")
    func moving() throws {
        let moved = try Self.model().thresholds(movingNormalTo: 0.8)
        // Odds of 1 became 4; so 4 becomes 16, and a quarter 1.
        #expect(moved == [.strict: 0.9412, .normal: 0.8, .eager: 0.5])
        #expect(try Self.model().thresholds(movingNormalTo: 0.5) == Self.model().thresholds)
    }

    @Test("without thresholds every probability suffices, and an opposite is as near as before")
    func ignoring() throws {
        let evidence = Evidence(sentence: -40, otherWords: 0, runnerUp: 2)
        let certainty = Certainty(evidence, by: try Self.model(), caution: .normal)
        #expect(!certainty.suffices(for: .normal))
        #expect(certainty.ignoringThresholds.suffices(for: .strict))
        #expect(certainty.ignoringThresholds.probability == certainty.probability)
        #expect(!certainty.ignoringThresholds.excludesOpposite(for: .normal))
    }

    private static func model() throws -> ConfidenceModel {
        try ConfidenceModel(
            parsing: """
                intercept 0
                sentence 0.5
                other_words 0
                runner_up 0.2
                threshold_strict 0.8
                threshold_normal 0.5
                threshold_eager 0.2
                margin_strict 8
                margin_normal 4
                margin_eager 1
                least_sentence -40
                """, file: "c.txt")
    }
}

extension RecognizerSettings {
    /// Of a decoder that is never loaded.
    fileprivate static func forConfidence(_ model: ConfidenceModel) -> RecognizerSettings {
        var settings = RecognizerSettings(
            decoder: DecoderSettings(acousticModel: "/none", dictionary: .text(""), grammar: ""))
        settings.confidence = model
        return settings
    }
}

extension String {
    fileprivate func replacing(_ text: String, with other: String) -> String {
        split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
    }
}
