import Testing
import WordPrototypes

@Suite("Enrolment")
struct EnrolmentTests {
    private let enrolment = Enrolment(
        samples: ["on": [[1, -0.5, 0.25], [0, 12.345, 3]], "movie night": [[4, 5, 6]]])

    @Test("is read as it was written, words of two and all")
    func reading() throws {
        let read = try Enrolment(parsing: enrolment.text, file: "e.txt", featureCount: 3)
        #expect(read == enrolment)
        #expect(read.count == 3 && !read.isEmpty)
        #expect(Enrolment(samples: ["on": []]).isEmpty)
    }

    @Test("keeps of another what it has no sample of")
    func keeping() {
        let other = Enrolment(samples: ["on": [[9, 9, 9]], "off": [[7, 8, 9]]])
        let both = enrolment.keeping(other)
        #expect(both.samples["on"] == enrolment.samples["on"])
        #expect(both.samples["off"] == [[7, 8, 9]])
    }

    @Test(
        "says what is wrong with a file, and where",
        arguments: [
            ("sample \"on\" 1 2", "e.txt:2: \"sample \"on\"\" is to be followed by 3 numbers"),
            ("sample \"on\" 1 2 nan", "e.txt:2: \"sample \"on\"\" is to be followed by 3 numbers"),
            ("sample 1 2 3", "e.txt:2: there is no entry \"sample\""),
            ("word \"on\" 1 2 3", "e.txt:2: there is no entry \"word \"on\"\""),
        ])
    func damage(line: String, message: String) {
        let error = #expect(throws: WordPrototypesError.self) {
            try Enrolment(parsing: "# mine\n\(line)\n", file: "e.txt", featureCount: 3)
        }
        #expect(error?.description == message)
    }
}
