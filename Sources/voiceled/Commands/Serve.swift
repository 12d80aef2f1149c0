import ArgumentParser
import Session
import VocabularyFiles

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The recogniser for other programs.",
        discussion: """
            Home Assistant, or any client of the Wyoming protocol, sends sound and gets
            words. The recogniser is a process of its own that is started again when it
            dies. `transcribe` chooses between the models grammar and dictation.

            Examples:
              voiceled serve --recognizer tcp://127.0.0.1:10300
              voiceled serve --recognizer unix:///run/user/1000/voiceled.sock
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("Where clients are to find it: tcp://HOST:PORT or unix://PATH.", valueName: "uri"))
    var recognizer: String

    @Flag(name: .long, help: "Let other computers reach it over TCP. Nobody has to log in.")
    var allowRemote = false

    @OptionGroup var vocabulary: VocabularyOptions
    @OptionGroup var options: RecognizerOptions

    func validate() throws {
        guard vocabulary.language == .english else {
            throw ValidationError("--language \(vocabulary.language.rawValue): only English can be heard")
        }
        guard recognizer.hasPrefix("tcp://") || recognizer.hasPrefix("unix://") else {
            throw ValidationError("--recognizer \(recognizer): it needs tcp://HOST:PORT or unix://PATH")
        }
    }

    func run() async throws {
        let served = ServedRecognizer(arguments: try arguments)
        try await untilInterrupted {
            try await served.run { event in
                switch event {
                case .said(let line): Output.error.line(line)
                case .died(let status, _):
                    Diagnostics.line("the recogniser died (\(status)); it is started again")
                }
            }
        }
    }

    private var arguments: [String] {
        get throws {
            var arguments = ["--uri", recognizer]
            if allowRemote { arguments.append("--allow-remote") }
            if vocabulary.ownWords { arguments.append("--own-words") }
            let model = options.folder(for: try vocabulary.spoken())
            for (name, value) in [
                ("--grammar", vocabulary.grammar), ("--dictionary", vocabulary.dictionary), ("--model", model),
            ] {
                if let value { arguments += [name, value] }
            }
            return arguments
        }
    }
}
