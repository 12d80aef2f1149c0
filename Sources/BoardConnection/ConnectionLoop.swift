internal import LEDLink
internal import SerialPort

/// What the connection's thread does: waits for bytes, commands and deadlines, and lets ``HostLink`` decide.
///
/// Owned by that one thread. Waits in `poll` only, until the next deadline and no shorter.
struct ConnectionLoop: ~Copyable {
    typealias Opening = CheckedContinuation<Result<BoardPicture, BoardError>, Never>

    let path: String
    let baud: BaudRate
    let mailbox: Mailbox
    let events: AsyncStream<BoardEvent>.Continuation
    private var link: HostLink
    /// Who waits for the first handshake; `nil` once told.
    private var opening: Opening?
    private var orders: [Int: Mailbox.Order] = [:]
    private let start = ContinuousClock.now

    /// The longest that a driver may take to accept one line of at most 60 bytes.
    private static let writeLimit = Duration.seconds(1)

    init(
        path: String, baud: BaudRate, timing: LinkTiming, mailbox: Mailbox,
        events: AsyncStream<BoardEvent>.Continuation, opening: Opening
    ) {
        self.path = path
        self.baud = baud
        self.mailbox = mailbox
        self.events = events
        self.opening = opening
        link = HostLink(timing: timing)
    }

    /// Opens the port and serves it until it is closed or gone. The port is released when this returns.
    mutating func run() {
        do throws(SerialError) {
            let port = try SerialPort(path: path, baud: baud)
            link.open(at: now)
            try serve(port)
            end(.init(.closed, path: path, baud: baud))
        } catch {
            let error = BoardError(error, path: path, baud: baud)
            if opening == nil { events.yield(.unplugged(error)) }
            end(error)
        }
    }

    private var now: HostLink.Instant { start.duration(to: .now) }

    private mutating func serve(_ port: borrowing SerialPort) throws(SerialError) {
        while !mailbox.isClosing {
            try port.write(link.takeOutput(), within: Self.writeLimit)
            guard report() else { return }
            let readiness = try port.wait(upTo: link.deadline.map { $0 - now }, or: mailbox.wakeUp)
            if readiness.contains(.readable) { link.receive(try port.read(), at: now) }
            if readiness.contains(.woken) { takeOrders() }
            link.advance(to: now)
        }
    }

    private mutating func takeOrders() {
        for order in mailbox.take() {
            orders[link.carryOut(order.command, at: now)] = order
        }
    }

    /// Hands on what the link has to tell.
    ///
    /// - Returns: `false` if the first handshake has failed.
    private mutating func report() -> Bool {
        let outcomes = link.takeOutcomes()
        // The picture is there before anyone hears of what changed it.
        if !outcomes.isEmpty { mailbox.picture = link.picture }
        for outcome in outcomes {
            switch outcome {
            case .ready(let picture):
                if opening == nil { events.yield(.restarted(picture)) }
                tellOpener(.success(picture))
            case .lost(let failure):
                let error = BoardError(failure, path: path, baud: baud)
                guard opening == nil else {
                    tellOpener(.failure(error))
                    return false
                }
                events.yield(.lost(error))
            case .carriedOut(let number, let receipts):
                orders.removeValue(forKey: number)?.outcome.resume(returning: .success(receipts))
            case .failed(let number, let failure):
                let error = BoardError(failure, path: path, baud: baud)
                orders.removeValue(forKey: number)?.outcome.resume(returning: .failure(error))
            case .changed(let command, let origin):
                events.yield(.changed(command, by: origin))
            case .corrected(let picture):
                events.yield(.corrected(picture))
            case .restarted:
                // Told when the board answers again, with its lights.
                break
            }
        }
        return true
    }

    private mutating func tellOpener(_ result: Result<BoardPicture, BoardError>) {
        opening?.resume(returning: result)
        opening = nil
    }

    /// Leaves nobody waiting.
    private mutating func end(_ reason: BoardError) {
        let late = mailbox.end(reason)
        tellOpener(.failure(reason))
        for order in Array(orders.values) + late { order.outcome.resume(returning: .failure(reason)) }
        orders.removeAll()
        events.finish()
    }
}
