public import PocketSphinxDecoder
internal import VocabularyFiles

/// What stands between a vocabulary and this process's decoder: a canary, unless the same has been tried before.
public struct Trial: Sendable {
    private let canary: Canary
    private let passed: PassedTrials

    public init(canary: Canary = Canary(), passed: PassedTrials = .standard()) {
        self.canary = canary
        self.passed = passed
    }

    /// Returns once the settings are known to be harmless.
    ///
    /// - Throws: as ``Canary/send(ahead:)``.
    public func pass(_ settings: DecoderSettings) async throws {
        let fingerprint = Fingerprint(of: settings, program: canary.program)
        guard !passed.contains(fingerprint) else { return }
        try await canary.send(ahead: settings)
        passed.add(fingerprint)
    }
}
