public import LEDLink
public import SerialPort

/// Why a board cannot be reached, or has not done what it was told, and what the user can do about it.
public struct BoardError: Error, Hashable, Sendable {
    public let kind: Kind
    /// The port that the board is on.
    public let path: String
    public let baud: BaudRate

    /// What callers may branch on.
    public enum Kind: Hashable, Sendable {
        /// The port cannot be opened or used.
        case port(SerialError)
        /// Not a byte came back.
        case silent
        /// Something answers that does not speak this protocol; the excerpt is printable.
        case garbage(excerpt: String)
        /// The sketch speaks this other version of the protocol.
        case wrongProtocol(Int)
        /// The board has no such light or ability; nothing was sent.
        case impossible(CommandError)
        /// The board itself refused, with this word of the firmware's.
        case refused(String)
        /// The board spoke before and has now not answered this many attempts; it may have obeyed.
        case noAnswer(attempts: Int)
        /// The board started anew this many times in the middle of one command.
        case restarting(times: Int)
        /// The port was there and is gone.
        case unplugged(SerialError)
        /// The port was gone when the command came, or went then, and has not come back in time.
        case away(Duration)
        /// While the port was gone, a later command for the same lights took the place of this one.
        case superseded
        /// ``BoardConnection/close()`` was called, or the opening task was cancelled.
        case closed
        /// The system has no thread left.
        case noThread
    }

    init(_ kind: Kind, path: String, baud: BaudRate) {
        self.kind = kind
        self.path = path
        self.baud = baud
    }

    init(_ failure: LinkFailure, path: String, baud: BaudRate) {
        let kind: Kind =
            switch failure {
            case .silent: .silent
            case .garbage(let excerpt): .garbage(excerpt: excerpt)
            case .wrongProtocol(let version): .wrongProtocol(version)
            case .refused(let word): .refused(word)
            case .noAnswer(let attempts): .noAnswer(attempts: attempts)
            case .restarting(let times): .restarting(times: times)
            case .impossible(let error): .impossible(error)
            }
        self.init(kind, path: path, baud: baud)
    }

    /// What is wrong with the port, as an error of the board on it.
    public init(_ error: SerialError, path: String, baud: BaudRate) {
        self.init(error.kind == .unplugged ? .unplugged(error) : .port(error), path: path, baud: baud)
    }
}

extension BoardError: CustomStringConvertible {
    /// One line: what is wrong and why.
    public var description: String {
        switch kind {
        case .port(let error), .unplugged(let error): error.description
        case .silent: "no answer from \(path) at \(baud)"
        case .garbage(let excerpt) where isNoise: "\(path) sends noise at \(baud): \"\(excerpt)\""
        case .garbage(let excerpt): "\(path) answers at \(baud), but not as a VoiceLED board does: \"\(excerpt)\""
        case .wrongProtocol(let version):
            "the sketch on \(path) speaks version \(version) of the protocol, "
                + "not version \(BoardDescription.supportedProtocol)"
        case .impossible(let error): error.description
        case .refused(let word): "the board refused: \(Self.words(for: word))"
        case .noAnswer(let attempts): "\(path) has stopped answering: the command was sent \(attempts) times"
        case .restarting(let times): "the board on \(path) restarted \(times) times in the middle of one command"
        case .away(let wait):
            "\(path) was unplugged and has not come back within \(wait.components.seconds) seconds: "
                + "the command was dropped"
        case .superseded: "\(path) was unplugged, and a later command for the same light replaced this one"
        case .closed: "the connection to \(path) is closed"
        case .noThread: "cannot talk to \(path): the system has no thread left"
        }
    }

    /// What to do about it, where there is something.
    public var hint: String? {
        switch kind {
        case .port(let error), .unplugged(let error): error.hint
        case .silent where isBluetooth:
            "is the module powered, paired, and wired to pins 10 and 11, and voice_to_led on the board?"
        case .silent: "is the sketch voice_to_led on the board? To put it there: \(flash)"
        case .garbage where isNoise: "its speed is another one (--baud), or another sketch is on it. \(toFlash)"
        case .garbage: "there is another sketch on the board, or no board at all. \(toFlash)"
        case .wrongProtocol(let version) where version > BoardDescription.supportedProtocol:
            "its sketch is newer than this program: update the program. \(toFlash)"
        case .wrongProtocol: "its sketch is older than this program. \(toFlash)"
        case .noAnswer: "check the cable, or press the reset button of the board"
        case .restarting: "its power may be too weak for the lights: try another USB port or cable"
        case .away: "plug the board in again; the lights will be as they were, then say the command again"
        case .impossible, .refused, .superseded, .closed, .noThread: nil
        }
    }

    /// Whether more than a third of what the board answers is no text, as when two ends differ in speed.
    public var isNoise: Bool {
        guard case .garbage(let excerpt) = kind else { return false }
        let unprintable = excerpt.split(separator: "\\x", omittingEmptySubsequences: false).count - 1
        // Each stands there as four characters, `\xF8`.
        return unprintable * 3 > excerpt.count - unprintable * 3
    }

    private var isBluetooth: Bool { AvailablePort.isBluetooth(path) }

    private var toFlash: String {
        isBluetooth ? "Put voice_to_led on the board over USB" : "To put ours on it: \(flash)"
    }

    private var flash: String { "voiceled flash voice_to_led --port \(path)" }

    /// The firmware has flash for a word only.
    private static func words(for word: String) -> String {
        switch word {
        case "unknown": "it does not know this command"
        case "syntax": "it cannot read this command"
        case "led": "it has no such LED"
        case "color": "only its lamp has colours"
        case "range": "a number is out of its range"
        default: word
        }
    }
}
