import Accuracy
import Audio
public import CommandLanguage
import Foundation
import LEDLink
import SoundFile
import Synchronization

/// One recorded command, made ready to be measured.
public struct LatencyRecording: Sendable {
    public let path: String
    /// 16 kHz mono, with silence behind it, as a room goes on after a word.
    let samples: [Int16]
    /// Samples to the end of the speech.
    let endOfSpeech: Int
    /// The lights that the command is given to: all of them lit, or all dark.
    let startsLit: Bool

    /// More than the longest pause that the endpointer waits for, and than most decisions take.
    private static let silence = Duration.milliseconds(1_500)

    /// Reads a recording, and hears it once without a board, to know which lights it changes.
    ///
    /// - Throws: `SoundFileError`; ``BenchError`` if it cannot be told where its speech ends, or if what is said in it
    ///   changes no light.
    public static func read(_ path: String, grammar: Grammar, through ear: Ear) async throws -> LatencyRecording {
        let samples = try Recording.samples(of: path)
        guard let endOfSpeech = EndOfSpeech.position(in: samples) else {
            throw BenchError(
                "cannot measure with \(path): it is not clear where the speech in it ends, for nothing is "
                    + "\(Int(EndOfSpeech.leastDistance)) dB louder than its noise",
                hint: "take a recording of one command in a quiet room")
        }
        let padded = samples + [Int16](repeating: 0, count: AudioFormat.samples(in: silence))
        let decisions = Mutex<[Decision]>([])
        let session = Session(grammar: grammar, lights: try await Lights.open(.none)) { event in
            if case .utterance(let decision) = event { decisions.withLock { $0.append(decision) } }
        }
        try await session.replay(padded, named: path, through: ear)
        // What is not understood now is played all the same, and counted as such.
        let commands = decisions.withLock { $0 }.filter(\.isAccepted).map(\.commands)
        let dark = BoardPicture.voiceToLED
        var startsLit = false
        if !commands.isEmpty, !dark.changes(under: commands.joined()) {
            startsLit = true
            guard dark.lit.changes(under: commands.joined()) else {
                throw BenchError(
                    "cannot measure with \(path): what is said in it changes no light",
                    hint: "take a command that switches a light, such as \"light two on\"")
            }
        }
        return LatencyRecording(path: path, samples: padded, endOfSpeech: endOfSpeech, startsLit: startsLit)
    }

    /// Without folders.
    var name: String { URL(filePath: path).lastPathComponent }

    /// Writes it as it is to be played.
    ///
    /// - Returns: the new file, in `folder`.
    func write(into folder: String) throws(BenchError) -> String {
        let file = "\(folder)/\(name).wav"
        do {
            try Data(WAVSound.bytes(samples)).write(to: URL(filePath: file))
        } catch {
            throw BenchError("cannot write \(file): \(error.localizedDescription)")
        }
        return file
    }
}

extension BoardPicture {
    /// The same board with every light on.
    fileprivate var lit: BoardPicture {
        var picture = self
        picture.apply(Command(.all, .on), by: .usb)
        return picture
    }

    /// Whether anybody would see a difference.
    fileprivate func changes(under commands: some Sequence<Command>) -> Bool {
        var picture = self
        for command in commands {
            for absolute in (try? picture.resolve(command)) ?? [] { picture.apply(absolute, by: .usb) }
        }
        return board.names.contains { name in
            let (before, after) = (self[name], picture[name])
            return before?.visibleLevel != after?.visibleLevel || before?.blink != after?.blink
                || after?.isOn == true && before?.color != after?.color
        }
    }
}
