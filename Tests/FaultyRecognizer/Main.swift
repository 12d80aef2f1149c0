import Glibc
import Wyoming

/// A recogniser for tests that answers every utterance with its own process number and the number of samples, and
/// misbehaves where its arguments say so, and `say=WORDS` for another answer: `FAULT:N` in every N-th utterance of a process, `FAULT` alone before it is ready.
@main
struct Main {
    private var reader = EventReader()
    private var samples = 0
    private var utterances = 0
    private var ballast: [UInt8] = []

    static func main() {
        var recognizer = Main()
        recognizer.run()
    }

    private mutating func run() {
        if CommandLine.arguments.dropFirst().contains("never-ready") { while true { pause() } }
        if CommandLine.arguments.dropFirst().contains("crash") {
            Self.write("no luck today\n".utf8, to: STDERR_FILENO)
            exit(3)
        }
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            guard count > 0 else { return }
            reader.append(piece[..<count])
            while let item = reader.next() {
                if case .event(let event) = item { obey(event) }
            }
        }
    }

    private mutating func obey(_ event: Event) {
        switch event.type {
        case Describe.type: say(Info(recognizers: []).event)
        case Ping.type: if !has("deaf") { say(Pong().event) }
        case AudioStart.type: samples = 0
        case AudioChunk.type: samples += event.payload.count / 2
        case AudioStop.type:
            utterances += 1
            decide()
        default: break
        }
    }

    private mutating func decide() {
        if isDue("hang") { while true { pause() } }
        if isDue("abort") { abort() }
        if isDue("exit") { exit(0) }
        if isDue("kill") { kill(getpid(), SIGKILL) }
        if isDue("stop") { kill(getpid(), SIGSTOP) }
        if isDue("garble") { Self.write("{\"type\": \"transcript\", \"data_length\": -4}\n".utf8, to: STDOUT_FILENO) }
        if isDue("truncate") {
            let bytes = Transcript(text: "never").event.bytes
            Self.write(bytes.dropLast(5), to: STDOUT_FILENO)
            exit(0)
        }
        if isDue("refuse") { return say(ErrorEvent(text: "not this one").event) }
        // Written to, so that it is really there.
        if isDue("grow") { ballast += [UInt8](repeating: 7, count: 64 << 20) }
        let words = CommandLine.arguments.first { $0.hasPrefix("say=") }?.dropFirst(4)
        say(Transcript(text: words.map(String.init) ?? "\(getpid()) \(samples)").event)
        if isDue("die-later") { exit(0) }
    }

    private func has(_ name: String) -> Bool { CommandLine.arguments.contains(name) }

    private func isDue(_ fault: String) -> Bool {
        CommandLine.arguments.contains { argument in
            let parts = argument.split(separator: ":")
            guard parts.count == 2, parts[0] == fault, let every = Int(parts[1]) else { return false }
            return utterances % every == 0
        }
    }

    private func say(_ event: Event) { Self.write(event.bytes, to: STDOUT_FILENO) }

    private static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32) {
        _ = Array(bytes).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
