import Foundation

/// What can befall a spoken command between a mouth and a file. Sox does it, the same in every run.
enum Alteration: String, CaseIterable, Sendable {
    case quiet = "40 dB too quiet"
    case clipped = "20 dB too loud, and cut off at full scale"
    case offset = "off centre by a fifth of full scale"
    case telephone = "at 8 kHz"
    case disc = "at 44.1 kHz"
    case studio = "at 48 kHz"
    case stereo = "in two channels, one of them 12 dB lower"
    case abrupt = "with its first word at the first sample"
    case room = "with the rumble of a room, 20 dB below the voice"

    /// Writes the altered recording into `folder`.
    ///
    /// - Returns: its path.
    func write(_ fixture: UtteranceFixture, into folder: String) async throws -> String {
        let path = "\(folder)/\(self)-\(fixture.file).wav"
        // Repeatable, without dither, and silent about the samples that it clips.
        let (sox, always) = ("sox", ["-R", "-D", "-V1"])
        guard self == .room else {
            try await Self.run(sox, always + [fixture.path, "-b", "16", path] + effects)
            return path
        }
        // As long as any of the recordings; the mix ends with the voice.
        let noise = path + ".noise.wav"
        try await Self.run(
            sox, always + ["-n", "-r", "16000", "-b", "16", noise, "synth", "5", "brownnoise", "gain", "-n", "-24"])
        let length = try await Self.run("soxi", ["-D", fixture.path])
        try await Self.run(
            sox, always + ["-m", "-v", "1", fixture.path, "-v", "1", noise, "-b", "16", path, "trim", "0", length])
        return path
    }

    private var effects: [String] {
        switch self {
        case .quiet: ["gain", "-40"]
        case .clipped: ["gain", "20"]
        case .offset: ["gain", "-3", "dcshift", "0.2"]
        case .telephone: ["rate", "8000"]
        case .disc: ["rate", "44100"]
        case .studio: ["rate", "48000"]
        case .stereo: ["remix", "1", "1v0.25"]
        case .abrupt: ["silence", "1", "0.01", "0.5%"]
        case .room: []
        }
    }

    @discardableResult
    private static func run(_ program: String, _ arguments: [String]) async throws -> String {
        let ending = try await Program(program, arguments).ended()
        guard ending.status == 0 else { throw Program.Failure(description: "\(program): \(ending.errors)") }
        return ending.lines.first ?? ""
    }
}
