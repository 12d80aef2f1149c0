import Accuracy
import Drawing
import Testing

@Suite("Report")
struct ReportTests {
    private let accuracies: [AccuracyScore] = [nil, 18, 6].map { snr in
        AccuracyScore(
            manifest: "a & <b>.tsv", snr: snr,
            results: (1...12).map { line in
                ClipResult(
                    Fixture.clip("\(line).wav", "light one on", speaker: "s\(line % 3)", line: line),
                    answers: [
                        Fixture.answer(line % 4 == 0 ? "light one off" : "light one on", confidence: Double(line) / 12)
                    ], seconds: 1)
            }, seed: 1)
    }
    private let negatives = FalseAccepts(
        manifest: "n.tsv",
        results: [
            ClipResult(
                Fixture.clip("n.wav", nil), answers: [Fixture.answer("light two on", confidence: 0.4)], seconds: 60)
        ])

    @Test("is one page with tables, charts and the misses to be listened to")
    func page() {
        var asked: [String] = []
        let html = AccuracyPage(accuracies, [negatives], facts: [("grammar", "lights")]).html { clip, snr in
            asked.append("\(clip.name) \(snr.map { "\($0)" } ?? "clean")")
            return "data:audio/wav;base64,AAAA"
        }
        #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
        #expect(asked.count == 10 && asked.contains("8.wav 6.0") && asked.contains("n.wav clean"))
        #expect(html.components(of: "<audio").count == 10)
        // By noise, trade-off, and by label or speaker for each condition.
        #expect(html.components(of: "<svg ").count == 5)
        #expect(html.contains("a &amp; &lt;b&gt;.tsv") && !html.contains("<b>"))
        // Nothing is fetched from anywhere.
        #expect(!html.contains("src=\"http") && !html.contains("href="))
    }

    @Test("stays readable when there are more misses and sounds than a page can hold")
    func caps() {
        let many = AccuracyScore(
            manifest: "m", snr: nil,
            results: (1...900).map { line in
                ClipResult(
                    Fixture.clip("\(line).wav", "light one on", speaker: "s\(line)", line: line),
                    answers: [Fixture.answer("light one off")], seconds: 1)
            }, seed: 1)
        let html = AccuracyPage([many], [], facts: []).html { _, _ in "data:x" }
        #expect(html.contains("<h3>Misses: 900</h3>\n<p>500 of 900 are listed, evenly chosen; 75 can be listened to"))
        #expect(html.components(of: "<audio").count == 75)
        #expect(html.contains("the worst 60 of 900"))
        let silent = AccuracyPage([many], [], facts: []).html { _, _ in nil }
        #expect(silent.contains("0 can be listened to"))
    }

    @Test("draws a panel for each list of negatives, by the hour for long recordings and by the number for words")
    func detection() {
        let words = FalseAccepts(
            manifest: "w.tsv",
            results: [ClipResult(Fixture.clip("w.wav", nil), answers: [Fixture.answer("light two on")], seconds: 1)])
        let svg = DetectionChart(accuracies, [negatives, words]).picture().document
        #expect(svg.components(of: "Right against false accepts").count == 2)
        #expect(svg.contains("false accepts an hour") && svg.contains("recordings in which something is obeyed, %"))
        #expect(svg.components(of: "<polyline").count == 6)
        #expect(DetectionChart([], []).picture().document.contains("not enough was heard"))
    }

    @Test("writes sound as a WAV file that says how long it is")
    func wav() {
        let bytes = WAVSound.bytes([1, -2, 300])
        #expect(bytes.count == 50)
        #expect(Array(bytes[4..<8]) == [42, 0, 0, 0] && Array(bytes[40..<44]) == [6, 0, 0, 0])
        #expect(Array(bytes[24..<32]) == [0x80, 0x3E, 0, 0, 0, 0x7D, 0, 0])
        #expect(Array(bytes[44...]) == [1, 0, 0xFE, 0xFF, 0x2C, 1])
    }
}

extension String {
    /// Each occurrence of `part`.
    fileprivate func components(of part: String) -> [Range<String.Index>] { ranges(of: part) }
}
