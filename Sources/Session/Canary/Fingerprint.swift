import Glibc
import PocketSphinxDecoder

/// What a trial's outcome depends on, in 64 bits: the words, the settings, the model's files and the program.
///
/// FNV-1a, which is good against accidents; nobody gains by forging a fingerprint in his own cache.
struct Fingerprint: Equatable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    var text: String { String(value, radix: 16) }

    init(of text: String) {
        mix(text)
    }

    /// - Parameter program: another version of it is another trial.
    init(of settings: DecoderSettings, program: String) {
        mix(settings.grammar)
        switch settings.dictionary {
        case .text(let text): mix(text)
        case .file(let path): mix(file: path)
        }
        mix("\(settings.beam) \(settings.wordBeam) \(settings.phoneBeam) \(settings.gaussians)")
        mix(settings.acousticModel)
        for name in Self.modelFiles { mix(file: settings.acousticModel + "/" + name) }
        mix(file: program)
    }

    private static let modelFiles = [
        "feat.params", "mdef", "means", "mixture_weights", "noisedict", "sendump", "transition_matrices", "variances",
    ]

    /// Size and time stand for the content: reading a model takes longer than trying it.
    private mutating func mix(file path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return mix("none") }
        mix("\(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec) \(status.st_ino)")
    }

    private mutating func mix(_ text: String) {
        for byte in text.utf8 { mix(byte) }
        // Between two texts, so that no letter can move from one to the next unseen.
        mix(0xFF)
    }

    private mutating func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}
