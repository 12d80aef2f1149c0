/// Everything that a session tells: what it heard, what it decided, and what the board did.
///
/// The terminal shows some of them in words; with `--json` each of them but ``level(decibels:isSpeech:)`` and ``obeyed(_:_:)`` is one line.
public enum SessionEvent: Sendable {
    /// The source is open and the recogniser loaded.
    case listening(Listening)
    /// Loudness of the last moment in dBFS, about twenty times a second.
    case level(decibels: Float, isSpeech: Bool)
    /// Seconds from the start of the source.
    case speechStarted(at: Double)
    /// What the words so far sound like; may still change.
    case partial(String)
    case utterance(Decision)
    case board(BoardReport)
    /// The end of one decision, with everything that the board did for it.
    case obeyed(Decision, [BoardReport])
    /// A light that somebody else changed, for instance from a phone.
    case changed(LightChange)
    /// The board went, restarted, or is back.
    case link(LinkChange)
    /// A pin of the simulated board changed.
    case led(PinChange)
    /// The session goes on, but the user should know.
    case warning(String)
    /// The session, or one recording of it, cannot go on.
    case failure(String, hint: String?)
    case ended(Tally)
}

public struct Listening: Sendable {
    /// The microphone or the recording, by name.
    public let source: String
    /// How it was opened, in words.
    public let format: String
    /// How urgently the thread that empties the microphone runs: `real-time`, or `normal` with the reason.
    public let scheduling: String
    /// From the start of the program to now.
    public let startup: Duration

    public init(source: String, format: String, scheduling: String, startup: Duration) {
        self.source = source
        self.format = format
        self.scheduling = scheduling
        self.startup = startup
    }
}

/// What became of one command.
public struct BoardReport: Sendable {
    /// As sent, for example `LED2 ON`.
    public let command: String
    public let outcome: Outcome
    /// From handing it over to the board's answer.
    public let latency: Duration
    /// How often the line was sent.
    public let attempts: Int

    public enum Outcome: Sendable, Equatable {
        case done
        /// There is no board, or it shall not be touched.
        case notSent
        case failed(String, hint: String?)
    }
}

/// A light that was not changed by this session.
public struct LightChange: Sendable {
    /// As on the wire, for example `LED2 ON`.
    public let change: String
    /// `bluetooth` or `usb`.
    public let by: String
}

/// The board went or came back.
public enum LinkChange: Sendable, Equatable {
    /// Why it does not do what it was told.
    case lost(String, hint: String?)
    /// The lights are as they shall be; these commands, as on the wire, brought them there.
    case restored([String])
}

extension LinkChange: CustomStringConvertible {
    public var description: String {
        switch self {
        case .lost(let reason, _): reason
        case .restored([]): "the board answers again; its lights are as they were"
        case .restored(let commands):
            "the board answers again; its lights were set as before: \(commands.joined(separator: ", "))"
        }
    }
}
