import Pronunciation
import Subprocess
import SystemPackage

/// eSpeak NG, asked how words are spoken that no dictionary has.
struct Espeak: Sendable {
    private let program: String
    private let limit: Duration

    /// - Parameters:
    ///   - program: its name or its path.
    ///   - limit: for all words together; eSpeak NG takes about a millisecond for each.
    init(program: String = "espeak-ng", limit: Duration = .seconds(30)) {
        self.program = program
        self.limit = limit
    }

    /// - Parameter words: without white space.
    /// - Returns: for each word its phones; none where it found nothing to say.
    /// - Throws: ``WordsError``; eSpeak NG has ended then.
    func phones(of words: [String]) async throws -> [[String]] {
        // Full stops would end a line of the answer.
        let lines = words.map { word in
            String(word.map { $0.isLetter || $0.isNumber || $0 == "'" ? $0 : " " })
        }
        let late = WordsError.espeakFailed("it was not done after \(limit)")
        let (output, status) = try await withTimeLimit(limit, orThrow: late) {
            try await run(lines.joined(separator: "\n") + "\n", words)
        }
        guard case .exited(0) = status else { throw WordsError.espeakFailed("it ended with \(status)") }
        let answers = output.split(separator: "\n", omittingEmptySubsequences: false).prefix(words.count)
        guard answers.count == words.count else {
            throw WordsError.espeakFailed("it answered \(answers.count) of \(words.count) words")
        }
        return answers.map { EspeakTranscription.phones(of: $0) }
    }

    private func run(_ input: String, _ words: [String]) async throws -> (String, TerminationStatus) {
        var options = PlatformOptions()
        // Of its own, so that Ctrl-C reaches only us.
        options.processGroupID = 0
        options.teardownSequence = []
        do {
            let result = try await Subprocess.run(
                program.contains("/") ? .path(FilePath(program)) : .name(program),
                arguments: ["-q", "-x", "--sep=_", "-v", "en-us"], platformOptions: options,
                input: .string(input), output: .string(limit: 16 << 20), error: .discarded)
            return (result.standardOutput, result.terminationStatus)
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw WordsError.espeakMissing(words)
        }
    }
}
