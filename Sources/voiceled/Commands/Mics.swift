import ALSACapture
import ArgumentParser

struct Mics: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the microphones by stable names, for `listen --mic`.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        let microphones = Microphone.all()
        for microphone in microphones {
            if output.json {
                Output.standard.event("mic", MicrophoneLine(name: microphone.name, summary: microphone.summary))
            } else {
                Output.standard.line("\(microphone.name)  \(microphone.summary)")
            }
        }
        guard microphones.isEmpty else { return }
        Diagnostics.explain("there is no microphone", hint: "plug one in; `arecord -L` lists what ALSA knows")
        throw ExitStatus.notObeyed
    }
}

private struct MicrophoneLine: Encodable {
    let name: String
    let summary: String
}
