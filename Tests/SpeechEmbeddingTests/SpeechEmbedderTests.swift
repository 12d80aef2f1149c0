import Foundation
import Testing

@testable import SpeechEmbedding

/// What `Scripts/fetch-embedding` fetches; the tests of it are skipped where it has not run.
private let isFetched = EmbeddingFiles.own?.missing.isEmpty ?? false

@Suite("SpeechEmbedder")
struct SpeechEmbedderTests {
    /// A tone that rises, as features must be of something.
    private func sweep(_ count: Int, loudness: Double = 8_000) -> [Int16] {
        (0..<count).map { Int16(loudness * sin(Double($0) * (0.02 + Double($0) / 200_000))) }
    }

    @Test(
        "gives numbers that are the same for the same sound, and of silence around it",
        .enabled(if: isFetched, "Scripts/fetch-embedding has not been run"))
    func features() throws {
        var embedder = try SpeechEmbedder(#require(EmbeddingFiles.own))
        let sound = sweep(16_000)
        let features = try embedder.features(of: sound.span)
        #expect(features.count == SpeechEmbedder.count && features.allSatisfy(\.isFinite))
        let silence = [Int16](repeating: 0, count: 8_000)
        #expect(try embedder.features(of: (silence + sound + silence).span) == features)
        #expect(try embedder.features(of: sweep(16_000, loudness: 300).span) != features)
        // The first number is a mean of what the 97th is the maximum of.
        #expect((0..<96).allSatisfy { features[$0] <= features[$0 + 96] && features[$0 + 192] >= 0 })
    }

    @Test(
        "takes sound of any length, and looks at its middle",
        .enabled(if: isFetched, "Scripts/fetch-embedding has not been run"))
    func lengths() throws {
        var embedder = try SpeechEmbedder(#require(EmbeddingFiles.own))
        let sound = sweep(SpeechEmbedder.window)
        let noise = (0..<5_000).map { Int16(truncatingIfNeeded: $0 &* 7_919) }
        let features = try embedder.features(of: sound.span)
        #expect(try embedder.features(of: (noise + sound + noise).span) == features)
        #expect(try embedder.features(of: [Int16]().span).count == SpeechEmbedder.count)
    }

    @Test("says which file is missing, or is not what it should be, and how to mend it")
    func broken() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "embedding-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = EmbeddingFiles(folder: folder.path)
        #expect(files.missing.count == 3)
        func error() -> SpeechEmbeddingError? {
            #expect(throws: SpeechEmbeddingError.self) { _ = try SpeechEmbedder(files) }
        }
        #expect(error()?.description == "cannot load \(files.library): it is not there")
        for path in files.missing { try Data("no library".utf8).write(to: URL(filePath: path)) }
        #expect(error()?.what == "cannot load \(files.library)")
        #expect(error()?.reason.contains("invalid ELF header") == true || error()?.reason.contains("too short") == true)
        #expect(error()?.hint?.contains("Scripts/fetch-embedding") == true)
    }

    @Test("finds the user's folder as the XDG specification says")
    func folder() {
        func folder(_ environment: [String: String]) -> String? {
            EmbeddingFiles.own(environment: environment)?.folder
        }
        #expect(folder(["HOME": "/home/a"]) == "/home/a/.local/share/voiceled/embedding")
        #expect(folder(["HOME": "/home/a", "XDG_DATA_HOME": "/data"]) == "/data/voiceled/embedding")
        #expect(folder(["HOME": "/home/a", "XDG_DATA_HOME": "data"]) == "/home/a/.local/share/voiceled/embedding")
        #expect(folder([:]) == nil)
    }
}
