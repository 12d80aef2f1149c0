import Foundation
import PocketSphinxDecoder
import VocabularyFiles

/// Which decoders have come through their trial before, so that a vocabulary is tried once and not at every start.
///
/// A file of fingerprints in the user's cache. One that cannot be read or written only costs another trial.
public struct PassedTrials: Sendable, Equatable {
    /// The newest last; more are forgotten.
    static let capacity = 64

    private let path: String

    public init(path: String) { self.path = path }

    /// `$XDG_CACHE_HOME/voiceled/passed-trials`, else under `~/.cache`.
    public static func standard() -> PassedTrials { standard(environment: ProcessInfo.processInfo.environment) }

    static func standard(environment: [String: String]) -> PassedTrials {
        // Nothing can be written below a file.
        PassedTrials(path: (CacheFolder.path(environment: environment) ?? "/dev/null") + "/passed-trials")
    }

    func contains(_ fingerprint: Fingerprint) -> Bool { fingerprints.contains(fingerprint.text) }

    func add(_ fingerprint: Fingerprint) {
        var known = fingerprints.filter { $0 != fingerprint.text }
        known.append(fingerprint.text)
        let text = known.suffix(Self.capacity).joined(separator: "\n") + "\n"
        let file = URL(filePath: path)
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        // Replaced as a whole: two programs may do it at the same time.
        try? Data(text.utf8).write(to: file, options: .atomic)
    }

    private var fingerprints: [String] {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
