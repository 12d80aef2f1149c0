import CommandLanguage
import Foundation
import Testing

@testable import Session

@Suite("Pronouncer")
struct PronouncerTests {
    private static func dictionary(_ text: String) -> PronunciationDictionary {
        try! PronunciationDictionary(parsing: text, file: "test.dict")
    }

    private let pronouncer = Pronouncer(
        vocabulary: dictionary("light L AY T\n"), own: dictionary("zzyzx Z AY Z IH K S\nlight X\n"))

    @Test("asks the vocabulary, the user's words, the large dictionary, and then eSpeak NG")
    func sources() async throws {
        let found = try await pronouncer.pronounce(["light", "zzyzx", "movie", "light", "quuxify"])
        #expect(found.map(\.word) == ["light", "zzyzx", "movie", "quuxify"])
        #expect(found.map(\.source) == [.vocabulary, .own, .large, .proposed])
        #expect(found[0].pronunciations == [["L", "AY", "T"]])
        #expect(found[2].pronunciations == [["M", "UW", "V", "IY"]])
        #expect(found[3].pronunciations == [["K", "W", "AH", "K", "S", "IH", "F", "AY"]])
    }

    @Test("believes the user before all others")
    func said() async throws {
        let found = try await pronouncer.pronounce(["movie"], said: ["movie": ["M", "OW"]])
        #expect(found == [WordPronunciation(word: "movie", pronunciations: [["M", "OW"]], source: .said)])
    }

    @Test("proposes sounds for many words at once, whatever is in them")
    func proposals() async throws {
        let words = ["movie", "l.e.d.", "rock-n-roll", "o'clock", "x.y.", "caf\u{E9}", "movie"]
        let found = try await pronouncer.propose(words)
        #expect(found.map(\.word) == words)
        #expect(found[0] == found[6])
        #expect(found[1].pronunciations == [["EH", "L", "IY", "D", "IY"]])
    }

    @Test("finds out which word the user means")
    func assigning() throws {
        func assign(_ says: [String], _ words: [String]) throws -> [String: [String]] {
            try pronouncer.assign(says, to: words)
        }
        #expect(try assign(["k w ah1 k"], ["light", "quux"]) == ["quux": ["K", "W", "AH", "K"]])
        #expect(try assign(["L EY T", "K W AH K"], ["light", "quux"])["light"] == ["L", "EY", "T"])
        #expect(try assign(["light=L EY T", "K"], ["light", "quux"]) == ["light": ["L", "EY", "T"], "quux": ["K"]])
        #expect(try assign(["L EY T"], ["light"]) == ["light": ["L", "EY", "T"]])
        for wrong in [["K", "K", "K"], ["lamp=K"], ["K Q"], [""], ["light="]] {
            let error = #expect(throws: WordsError.self) { try assign(wrong, ["light", "quux"]) }
            #expect(error?.hint?.isEmpty == false)
        }
    }

    @Test("says what to install, and that sounds can be given, when eSpeak NG is missing or hangs")
    func missing() async throws {
        let without = Pronouncer(
            vocabulary: .init(), own: .init(), espeak: Espeak(program: "/nowhere/espeak-ng"))
        let error = await #expect(throws: WordsError.self) { try await without.pronounce(["quuxify"]) }
        #expect(error?.description.hasPrefix("'quuxify' is in no dictionary, and espeak-ng") == true)
        #expect(error?.hint?.contains("sudo apt-get install espeak-ng") == true)
        #expect(error?.hint?.contains("--says \"quuxify=") == true)

        let sleeper = FileManager.default.temporaryDirectory.appending(path: "voiceled-espeak-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: sleeper) }
        try Data("#!/bin/sh\nexec sleep 60\n".utf8).write(to: URL(filePath: sleeper))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sleeper)
        let hanging = Pronouncer(
            vocabulary: .init(), own: .init(), espeak: Espeak(program: sleeper, limit: .milliseconds(200)))
        let late = await #expect(throws: WordsError.self) { try await hanging.pronounce(["quuxify"]) }
        #expect(late?.description == "espeak-ng proposes no sounds: it was not done after 0.2 seconds")
    }
}
