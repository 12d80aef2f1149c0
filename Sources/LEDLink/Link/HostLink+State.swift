internal import CommandLanguage

extension HostLink {
    enum Phase: Equatable, Sendable {
        case closed
        /// HELLO is sent again and again.
        case greeting(Greeting)
        /// HELLO is answered, STATUS is in flight; the deadline is the handshake's.
        case learning(deadline: Instant)
        case ready
        /// The board does not answer; whatever comes next begins with HELLO.
        case lost
    }

    struct Greeting: Equatable, Sendable {
        let sequence: Int
        let deadline: Instant
        var nextHello: Instant
        /// The first line that arrived and was no answer.
        var noise: [UInt8] = []
        /// The answer to HELLO that awaits a second one like it.
        var unconfirmed: String?
    }

    /// One line in flight.
    struct Exchange: Equatable, Sendable {
        let request: Request
        let sequence: Int
        /// The line as it was first sent, and is sent again.
        let line: [UInt8]
        let firstSent: Instant
        var attempts: Int
        var deadline: Instant
        /// A notification came in between: after a second attempt nobody knows which of the two changes was the later.
        var isContested = false
        /// The answer to STATUS that awaits a second one like it.
        var unconfirmed: String?
        /// An answer that passed the checksum and yet made no sense.
        var nonsense: [UInt8]?
    }

    enum Request: Equatable, Sendable {
        case status(BoardDescription)
        case command(Command)

        var body: String {
            switch self {
            case .status: "STATUS"
            case .command(let command): WireCommand(command).text
            }
        }

        /// STATUS has by far the longest answer, which a bad line damages most often, and may be needed twice.
        var patience: Int {
            switch self {
            case .status: 2
            case .command: 1
            }
        }

        /// Bytes in the longest answer, with a notification before it.
        var longestAnswer: Int {
            switch self {
            case .status(let board): 32 + 24 * board.abilities.count
            case .command: 48
            }
        }
    }

    /// One order of the caller's on its way.
    struct Order: Equatable, Sendable {
        let number: Int
        /// As it was given.
        let command: Command
        /// Absolute commands yet to be acknowledged, the one in flight first; `nil` until the order has begun.
        var remaining: [Command]?
        var receipts: [Receipt] = []
        /// How often the first of ``remaining`` was sent before the board restarted, and when first.
        var attempts = 0
        var firstSent: Instant?
        var restarts = 0
        /// Whether the board has already refused the first of ``remaining`` once.
        var isRefused = false

        init(number: Int, command: Command) {
            self.number = number
            self.command = command
        }

        /// What the link does of its own accord to bring the lights back; `nil` if there is nothing to do.
        init?(restoring commands: [Command]) {
            guard let first = commands.first else { return nil }
            self.init(number: Self.restoration, command: first)
            remaining = commands
        }

        private static let restoration = 0
        var isRestoration: Bool { number == Self.restoration }

        /// Whether its meaning depends on what the lights do now.
        var isRelative: Bool {
            if remaining != nil { return false }
            return switch command.action {
            case .toggle, .levelChange: true
            default: false
            }
        }
    }
}
