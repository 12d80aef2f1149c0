import Accuracy
import Testing

@Suite("Manifest")
struct ManifestTests {
    @Test("reads recordings beside it and elsewhere, and passes over comments, empty lines and Windows' line ends")
    func reading() throws {
        let text =
            "\u{FEFF}# file\tlabel\tspeaker\r\n\r\na/1.flac\tlight one on\tanna\r\n/tmp/2.wav\tled=2 power=off\t-\r\n"
        let manifest = try Manifest(parsing: text, path: "lists/words.tsv")
        #expect(
            manifest.entries == [
                .init(name: "a/1.flac", path: "lists/a/1.flac", label: "light one on", speaker: "anna", line: 3),
                .init(name: "/tmp/2.wav", path: "/tmp/2.wav", label: "led=2 power=off", speaker: "-", line: 4),
            ])
        #expect(try Manifest(parsing: "x.wav\ton\tme", path: "here.tsv").entries[0].path == "x.wav")
    }

    @Test(
        "names the line and the column that is missing",
        arguments: [
            ("a.wav", "the label and the speaker are missing"), ("a.wav\ton", "the speaker is missing"),
            ("a.wav\t\tme", "the label is missing"), ("\ton\tme", "the file is missing"),
            ("a.wav\ton\tme\tmore", "4 columns, where 3 are expected"),
        ])
    func problems(line: String, message: String) throws {
        let error = #expect(throws: ManifestError.self) {
            try Manifest(parsing: "# comment\n\(line)\nb.wav\toff\tme\n", path: "words.tsv")
        }
        #expect(error?.description == "words.tsv:2: \(message)")
        #expect(error?.hint == "each line is: file, tab, label, tab, speaker (- if unknown); # begins a comment")
    }

    @Test("takes a recording for a mistake and not for a thousand")
    func noText() {
        let error = #expect(throws: ManifestError.self) { try Manifest(parsing: "RIFF\0\n\n\0\n", path: "a.wav") }
        #expect(error?.description == "a.wav: it is no list of recordings, for it is no text")
    }

    @Test("shows the first ten of many wrong lines, and counts the rest")
    func manyProblems() throws {
        let error = #expect(throws: ManifestError.self) {
            try Manifest(parsing: String(repeating: "a.wav\n", count: 13), path: "words.tsv")
        }
        let lines = try #require(error?.description.split(separator: "\n"))
        #expect(lines.count == 11)
        #expect(lines.last == "and 3 more like these")
    }

    @Test("refuses a list without recordings", arguments: ["", "\n\n", "# only a comment\n"])
    func empty(text: String) {
        let error = #expect(throws: ManifestError.self) { try Manifest(parsing: text, path: "words.tsv") }
        #expect(error?.description == "words.tsv: it names no recording")
    }

    @Test("needs only the file where only the sound counts")
    func sound() throws {
        let manifest = try Manifest(parsing: "noise.flac\ntap.flac\tnoise:tap\t-\n", path: "noise.tsv", for: .sound)
        #expect(manifest.entries.map(\.name) == ["noise.flac", "tap.flac"])
        #expect(throws: ManifestError.self) { try Manifest(parsing: "\tx", path: "noise.tsv", for: .sound) }
    }

    @Test("leaves out labels that the grammar cannot mean, and says which and where")
    func leavingOut() throws {
        let text = "1.wav\tlight one on\ta\n2.wav\teight\ta\n3.wav\tled=9\ta\n4.wav\teight\tb\n"
        let manifest = try LabelledManifest(
            Manifest(parsing: text, path: "words.tsv"), in: Fixture.grammar)
        #expect(manifest.clips.map(\.name) == ["1.wav"])
        #expect(manifest.leftOutCount == 3)
        #expect(
            manifest.leftOut.map(\.description) == [
                "words.tsv:2: the grammar lights cannot mean \"eight\" (2 recordings)",
                "words.tsv:3: the grammar lights cannot mean \"led=9\"",
            ])
    }

    @Test("refuses a list for another grammar")
    func otherGrammar() throws {
        let manifest = try Manifest(parsing: "1.wav\teight\ta\n", path: "words.tsv")
        let error = #expect(throws: ManifestError.self) { try LabelledManifest(manifest, in: Fixture.grammar) }
        #expect(error?.description == "words.tsv:1: the grammar lights cannot mean \"eight\"")
        #expect(error?.hint?.contains("--grammar") == true)
    }

    @Test("draws the same sample for the same seed, whole when there is no limit")
    func sample() {
        let clips = (1...50).map { Fixture.clip("\($0)", "light one on", line: $0) }
        #expect(clips.sampled(nil, seed: 1).count == 50)
        #expect(Set(clips.sampled(nil, seed: 1)) == Set(clips))
        #expect(clips.sampled(9, seed: 1) == clips.sampled(9, seed: 1))
        #expect(clips.sampled(9, seed: 1) != clips.sampled(9, seed: 2))
        #expect(clips.sampled(9, seed: 1) == Array(clips.sampled(20, seed: 1).prefix(9)))
    }
}
