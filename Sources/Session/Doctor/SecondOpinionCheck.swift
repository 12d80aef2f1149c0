import Foundation
import SpeechEmbedding
import Subprocess
import SystemPackage
import VocabularyFiles
import WordPrototypes

/// Whether the second opinion could be asked.
enum SecondOpinionCheck {
    private static let subject = "second opinion"
    static let remedy = "fetch it with: Scripts/fetch-embedding"
    /// Loading takes a tenth of a second.
    private static let patience = Duration.seconds(10)

    static func finding() async -> Finding {
        guard let files = EmbeddingFiles.own else {
            return .optional(
                subject, "neither XDG_DATA_HOME nor HOME names a folder for it", remedy: "set HOME to your folder")
        }
        if let missing = files.missing.first {
            return .optional(subject, "\(missing) is not there", remedy: remedy)
        }
        do {
            let prototypes = try WordPrototypes.builtIn(try ModelFolder.find())
            if let reason = await refusal() { return .optional(subject, reason, remedy: remedy) }
            return .well(subject, "\(files.folder), knows \(prototypes.words.count) words")
        } catch {
            let remedy = (error as? WordPrototypesError)?.hint ?? (error as? VocabularyError)?.hint
            return .optional(subject, "\(error)", remedy: remedy)
        }
    }

    /// Why the engine cannot be loaded: tried in a process of its own, since the library is somebody else's code.
    private static func refusal() async -> String? {
        let program = ProgramFolder.path + "/voiceled-recognizer"
        let late = BenchError("it could not be loaded within \(patience)")
        do {
            return try await withTimeLimit(patience, orThrow: late) {
                // It loads its engine, finds that nobody asks anything, and ends.
                let result = try await Subprocess.run(
                    .path(FilePath(program)), arguments: ["--engine", "embedding"], output: .discarded,
                    error: .string(limit: 10_000))
                guard result.terminationStatus != .exited(0) else { return nil }
                return result.standardError.split(separator: "\n").last.map(String.init) ?? "it ended while loading"
            }
        } catch {
            return "\(error)"
        }
    }
}
