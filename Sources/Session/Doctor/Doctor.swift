import ALSACapture
import Foundation
import PocketSphinxDecoder
import SerialPort
import VocabularyFiles

/// Looks whether everything that the program uses is there. Changes nothing, and opens neither microphone nor port.
public enum Doctor {
    /// - Parameter tell: is called with each finding as soon as it is known.
    public static func examine(tell: (Finding) -> Void) async {
        tell(microphone())
        tell(port())
        tell(acousticModel())
        tell(await words())
        tell(recognizer())
        tell(firmware())
        tell(
            program(
                "/usr/lib/sphinxtrain/bw", as: "sphinxtrain", for: "adapts the acoustic model to voices",
                package: "sphinxtrain"))
        tell(
            program("espeak-ng", as: "espeak-ng", for: "proposes how new words are spoken", package: "espeak-ng"))
        tell(
            program("avrdude", as: "avrdude", for: "puts sketches on a board", package: "avrdude"))
        tell(await SecondOpinionCheck.finding())
    }

    private static func microphone() -> Finding {
        let microphones = Microphone.all()
        guard let first = microphones.first else {
            return .missing(
                "microphone", "ALSA knows none", remedy: "plug one in; `arecord -L` lists what ALSA knows")
        }
        return .well("microphone", microphones.count == 1 ? first.name : "\(microphones.count), see `voiceled mics`")
    }

    private static func port() -> Finding {
        let ports = SerialPortList.all()
        guard let first = ports.first else {
            return .optional(
                "port", "no board is plugged in",
                remedy: "plug it in with a cable that carries data, or try --port sim")
        }
        if let obstacle = SerialPort.obstacle(at: first.path) {
            return .missing("port", "\(first.path): \(obstacle)", remedy: obstacle.hint)
        }
        return .well("port", ports.count == 1 ? first.path : "\(ports.count), see `voiceled ports`")
    }

    private static func acousticModel() -> Finding {
        let folder = DecoderSettings.englishModel
        let parts = ["\(folder)/mdef", DecoderSettings.englishDictionary, DecoderSettings.englishLanguageModel]
        guard let missing = parts.first(where: { !FileManager.default.fileExists(atPath: $0) }) else {
            return .well("acoustic model", folder)
        }
        return .missing(
            "acoustic model", "\(missing) is not there", remedy: "sudo apt-get install pocketsphinx-en-us")
    }

    /// Loads the built-in grammar as `listen` does.
    private static func words() async -> Finding {
        do {
            let vocabulary = try Vocabulary.spoken(grammarPath: nil, dictionaryPath: nil, language: .english)
            try await Ear.check(vocabulary)
            return .well("words", vocabulary.files.map(\.path).joined(separator: ", "))
        } catch {
            let remedy =
                (error as? VocabularyError)?.hint ?? (error as? CanaryError)?.hint ?? (error as? DecoderError)?.hint
            return .missing("words", "\(error)", remedy: remedy)
        }
    }

    private static func recognizer() -> Finding {
        let path = ProgramFolder.path + "/voiceled-recognizer"
        guard FileManager.default.isExecutableFile(atPath: path) else {
            return .optional("fallback recogniser", "\(path) is not there", remedy: "build it with: make build")
        }
        return .well("fallback recogniser", path)
    }

    private static func firmware() -> Finding {
        let board = ProgramFolder.path + "/voiceled-board"
        guard FileManager.default.isExecutableFile(atPath: board) else {
            return .optional("simulated board", "\(board) is not there", remedy: "build it with: make build")
        }
        guard let path = SketchImage.builtPath(of: SketchImage.names[0]) else {
            return .optional("simulated board", "the sketches are not built", remedy: "build them with: make firmware")
        }
        return .well("simulated board", path)
    }

    /// - Parameter name: a path, or a name that is looked for in `PATH`.
    private static func program(_ name: String, as subject: String, for use: String, package: String) -> Finding {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let places = name.hasPrefix("/") ? [name] : folders.map { "\($0)/\(name)" }
        if let path = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) {
            return .well(subject, path)
        }
        return .optional(subject, "it \(use)", remedy: "sudo apt-get install \(package)")
    }
}
