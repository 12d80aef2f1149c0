/// How long the host waits, and how often it tries.
public struct LinkTiming: Hashable, Sendable {
    /// Bits per second; ten bits carry a byte.
    public var baud: Int
    /// The longest that a healthy board and the driver take beyond the time on the wire. The board's Bluetooth end
    /// holds it up for several bytes of 1 ms each, and a USB converter gathers bytes for up to 16 ms.
    public var boardTime: Duration
    /// Between two HELLOs while the board starts.
    public var helloInterval: Duration
    /// The longest start of a board, boot loader included, after which its silence counts.
    public var answerWithin: Duration
    /// How often one command is sent before the host gives up.
    public var attempts: Int
    /// How often the board may restart under one command before the host gives up.
    public var restarts: Int
    /// Between two questions for the STATUS of an idle board whose notifications may have been damaged.
    public var refreshInterval: Duration

    public init(
        baud: Int, boardTime: Duration = .milliseconds(40), helloInterval: Duration = .milliseconds(150),
        answerWithin: Duration = .seconds(4), attempts: Int = 12, restarts: Int = 3,
        refreshInterval: Duration = .seconds(1)
    ) {
        self.baud = max(baud, 1)
        self.boardTime = boardTime
        self.helloInterval = helloInterval
        self.answerWithin = answerWithin
        self.attempts = max(attempts, 1)
        self.restarts = restarts
        self.refreshInterval = refreshInterval
    }

    /// How long to wait for an answer of at most `answer` bytes to a line of `sent` bytes.
    ///
    /// - Parameter attempt: counted from 1; the wait doubles with each, up to eight times the first, in case the board
    ///   is not deaf but slow.
    func timeout(sent: Int, answer: Int, attempt: Int) -> Duration {
        let onTheWire = Duration.seconds(1) * ((sent + answer) * 10) / baud
        return (onTheWire + boardTime) * (1 << min(attempt - 1, 3))
    }
}
