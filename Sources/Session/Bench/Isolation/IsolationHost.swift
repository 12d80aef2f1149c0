import Glibc
import PocketSphinxDecoder
import RealtimeQueue
import Synchronization
import VocabularyFiles

/// The program in which the thread dies: a main thread that answers, and a decoder's thread that is told to fail.
///
/// It is told in lines on standard input: `take N` and N bytes of an utterance, answered by `took` and the time on the
/// machine's clock; `load`, answered by `loaded`; `decode`, answered by `answer` and the text, when it is done; `fail`
/// and the name of a fault for the next `decode`; `ping`, answered by `pong`. It ends with its input.
public enum IsolationHost {
    /// What the decoder's thread does in the middle of the next utterance.
    private static let fault = Mutex<IsolationFault?>(nil)

    public static func run() throws -> Never {
        // The terminal's Ctrl-C is for the measuring program, which then ends this one.
        signal(SIGINT, SIG_IGN)
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        let (grammar, dictionary) = try Vocabulary.spoken(
            grammarPath: nil, dictionaryPath: nil, language: .english
        ).forDecoder()
        let settings = DecoderSettings(
            acousticModel: DecoderSettings.englishModel, dictionary: .text(dictionary), grammar: grammar)
        var input = HostInput()
        var samples: [Int16] = []
        var thread: DecodingThread?
        while let line = input.line() {
            let words = line.split(separator: " ")
            switch words.first {
            case "take":
                samples = input.samples(byteCount: words.last.flatMap { Int($0) } ?? 0)
                say("took \(HostTime.now.nanoseconds)")
            case "load":
                thread = try DecodingThread(settings) { fail() }
                say("loaded")
            case "fail": fault.withLock { $0 = words.last.flatMap { IsolationFault(rawValue: String($0)) } }
            case "decode":
                guard let thread else { continue }
                let utterance = samples
                // This thread goes on listening meanwhile.
                NamedThread.start("asking") { _ in
                    say("answer \((try? thread.decode(utterance).text) ?? "")")
                }
            case "ping": say("pong")
            default: break
            }
        }
        exit(0)
    }

    private static func fail() {
        switch fault.withLock({ $0.take() }) {
        case nil: break
        case .exit: exit(1)
        case .abort: abort()
        case .segfault: UnsafeMutablePointer<UInt8>(bitPattern: 8)?.pointee = 1
        case .stop: kill(getpid(), SIGSTOP)
        }
    }

    private static func say(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
}
