public import CommandLanguage

/// The host's end of the wire: bytes and the time go in, bytes and outcomes come out.
///
/// Does no input or output and reads no clock, so that every fault can be tested in no time. The caller
/// 1. calls ``open(at:)`` once the line is open,
/// 2. hands in what arrives with ``receive(_:at:)``, orders with ``carryOut(_:at:)``, and calls ``advance(to:)`` at
///    ``deadline``,
/// 3. after each of these sends what ``takeOutput()`` returns and heeds ``takeOutcomes()``.
///
/// Every order is carried out once and ends within bounded time, whatever the line does: one line is in flight at a
/// time, it is sent again unchanged until its own answer comes, and the board does not obey a number twice. After a
/// restart of the board the handshake comes again, then what restores the lights, then the command in flight, which is
/// absolute and thus harmless.
///
/// A time is a `Duration` since any fixed moment of a clock that never goes back.
public struct HostLink: Sendable {
    public typealias Instant = Duration

    /// What the lights do; `nil` before the first handshake.
    public internal(set) var picture: BoardPicture?

    /// What the lights shall do: as found at first, then as told by this host, a phone or whoever was last.
    public internal(set) var desired: BoardPicture?

    let timing: LinkTiming
    var phase = Phase.closed
    /// The one line in flight.
    var exchange: Exchange?
    /// The order that is being carried out.
    var order: Order?
    var waiting: [Order] = []
    /// When to ask the idle board for its STATUS; `nil` as long as the picture is sure.
    var refreshDue: Instant?
    /// What the board said in its answer to HELLO; HELLO itself has one checksum, for nobody knows yet who hears it.
    var takesSecondChecksum = false
    /// Whether the line has shown damage since the last STATUS that was believed.
    var isNoisy = false
    /// How often in a row the board restarted while its lights were being restored.
    var interruptedRestorations = 0
    var output: [UInt8] = []
    var outcomes: [LinkOutcome] = []
    private var assembler = LineAssembler()
    private var lastSequence = -1
    private var orderCount = 0

    public init(timing: LinkTiming) {
        self.timing = timing
    }

    /// Begins the handshake, also on a line that was lost and is open again: HELLO until it is answered or
    /// ``LinkTiming/answerWithin`` has passed.
    public mutating func open(at now: Instant) {
        _ = assembler.finish()
        setOrderAside()
        greet(at: now)
        pump(now)
    }

    /// Takes bytes as they arrive, in pieces of any size.
    public mutating func receive(_ bytes: some Sequence<UInt8>, at now: Instant) {
        for byte in bytes {
            if let line = assembler.append(byte) { take(line, at: now) }
        }
        pump(now)
    }

    /// Takes an order, absolute or not, and begins it when those before it have ended.
    ///
    /// - Returns: the number by which the outcome names this order.
    @discardableResult
    public mutating func carryOut(_ command: Command, at now: Instant) -> Int {
        orderCount += 1
        waiting.append(Order(number: orderCount, command: command))
        pump(now)
        return orderCount
    }

    /// Does what is due: sends again, gives up.
    public mutating func advance(to now: Instant) {
        pump(now)
    }

    /// Takes note that the line is gone. Orders wait for ``open(at:)``; whoever gave them may recall them.
    public mutating func close() {
        setOrderAside()
        exchange = nil
        refreshDue = nil
        phase = .closed
        output.removeAll()
    }

    /// Takes back an order that has not ended; its outcome will not come.
    public mutating func recall(_ number: Int) {
        waiting.removeAll { $0.number == number }
        guard order?.number == number else { return }
        order = nil
        // Its line may have been obeyed: the picture is not sure until the board is asked.
        exchange = nil
        if case .ready = phase { refreshDue = .zero }
    }

    /// When ``advance(to:)`` has something to do next; `nil` if only bytes or orders can change anything.
    public var deadline: Instant? {
        switch phase {
        case .closed, .lost: nil
        case .greeting(let greeting): min(greeting.nextHello, greeting.deadline)
        case .learning, .ready: exchange?.deadline ?? refreshDue
        }
    }

    /// Bytes to send now. They are gone from here afterwards.
    public mutating func takeOutput() -> [UInt8] {
        defer { output.removeAll(keepingCapacity: true) }
        return output
    }

    /// What has happened since the last call.
    public mutating func takeOutcomes() -> [LinkOutcome] {
        defer { outcomes.removeAll() }
        return outcomes
    }

    /// A number that differs from the one before it.
    mutating func nextSequence() -> Int {
        lastSequence = (lastSequence + 1) % 100
        return lastSequence
    }

    /// What has arrived of a line that has not ended.
    mutating func unfinishedLine() -> [UInt8]? { assembler.finish() }

    private mutating func take(_ line: [UInt8], at now: Instant) {
        if let notification = Notification(line: line) {
            heed(notification, at: now)
        } else if let reply = Reply(line: line) {
            heed(reply, at: now)
        } else {
            heedNoise(line, at: now)
        }
    }
}
