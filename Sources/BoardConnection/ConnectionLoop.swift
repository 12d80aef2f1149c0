internal import CommandLanguage
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
    /// When each waiting order has waited long enough for the port; empty while the port is there.
    private var expiries: [Int: HostLink.Instant] = [:]
    /// Whether the port went, and the board behind it has not answered since.
    private var isAway = false
    private let absence: AbsencePolicy
    private let start = ContinuousClock.now

    /// The longest that a driver may take to accept one line of at most 60 bytes.
    private static let writeLimit = Duration.seconds(1)

    init(
        path: String, baud: BaudRate, timing: LinkTiming, absence: AbsencePolicy, mailbox: Mailbox,
        events: AsyncStream<BoardEvent>.Continuation, opening: Opening
    ) {
        self.path = path
        self.baud = baud
        self.absence = absence
        self.mailbox = mailbox
        self.events = events
        self.opening = opening
        link = HostLink(timing: timing)
    }

    /// Opens the port and serves it until the connection is closed. The port is released when this returns.
    mutating func run() {
        do throws(SerialError) {
            let port = try SerialPort(path: path, baud: baud)
            // Only now is it known which device that is: after a return it may have another number.
            let stablePath = SerialPortList.stablePath(of: path)
            let error = serve(port)
            if opening == nil, let error { outlive(error, stablePath) } else if let error { throw error }
            end(.init(.closed, path: path, baud: baud))
        } catch {
            end(BoardError(error, path: path, baud: baud))
        }
    }

    private var now: HostLink.Instant { start.duration(to: .now) }

    /// - Returns: what became of the port; `nil` if the connection was closed.
    private mutating func serve(_ port: consuming SerialPort) -> SerialError? {
        link.open(at: now)
        do throws(SerialError) {
            while !mailbox.isClosing {
                try port.write(link.takeOutput(), within: Self.writeLimit)
                guard report() else { return nil }
                let readiness = try port.wait(upTo: link.deadline.map { $0 - now }, or: mailbox.wakeUp)
                if readiness.contains(.readable) { link.receive(try port.read(), at: now) }
                if readiness.contains(.woken) { takeOrders() }
                link.advance(to: now)
            }
            return nil
        } catch {
            return error
        }
    }

    /// Waits for the port to come back, as often as it goes.
    private mutating func outlive(_ error: SerialError, _ stablePath: String) {
        var reason: SerialError? = error
        while let current = reason {
            leave(current)
            var pause = absence.firstPause
            var told = SerialError.Kind.notFound
            reason = nil
            while !mailbox.isClosing {
                _ = mailbox.wakeUp.wait(upTo: pause)
                pause = min(pause * 2, absence.longestPause)
                takeOrders()
                dropExpired()
                do throws(SerialError) {
                    let port = try SerialPort(path: stablePath, baud: baud)
                    expiries.removeAll()
                    reason = serve(port)
                    break
                } catch {
                    // While udev sets the port up it may be forbidden; what stays so is told once.
                    if error.kind != told, pause == absence.longestPause {
                        told = error.kind
                        events.yield(.lost(BoardError(error, path: path, baud: baud)))
                    }
                }
            }
        }
    }

    private mutating func leave(_ error: SerialError) {
        _ = report()
        if !isAway { events.yield(.unplugged(BoardError(error, path: path, baud: baud))) }
        isAway = true
        link.close()
        for number in orders.keys { expiries[number] = now + absence.patience }
    }

    private mutating func dropExpired() {
        let now = now
        for (number, expiry) in expiries.sorted(by: { $0.key < $1.key }) where expiry <= now {
            drop(number, .away(absence.patience))
        }
    }

    private mutating func drop(_ number: Int, _ reason: BoardError.Kind) {
        link.recall(number)
        expiries[number] = nil
        let error = BoardError(reason, path: path, baud: baud)
        orders.removeValue(forKey: number)?.outcome.resume(returning: .failure(error))
    }

    private mutating func takeOrders() {
        for order in mailbox.take() {
            if isAway { supersede(by: order.command) }
            let number = link.carryOut(order.command, at: now)
            orders[number] = order
            if isAway { expiries[number] = now + absence.patience }
        }
    }

    /// While the board is away only the newest of the commands that say what the same lights shall be is kept.
    private mutating func supersede(by command: Command) {
        guard command.isAbsolute else { return }
        let same = orders.filter {
            expiries[$0.key] != nil && $0.value.command.target == command.target && $0.value.command.isAbsolute
        }
        for number in same.keys.sorted() { drop(number, .superseded) }
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
                if opening == nil { events.yield(isAway ? .reconnected(picture) : .restarted(picture)) }
                isAway = false
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
            case .restored(let receipts): events.yield(.restored(receipts))
            case .notRestored(let failure):
                events.yield(.notRestored(BoardError(failure, path: path, baud: baud)))
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

extension Command {
    fileprivate var isAbsolute: Bool {
        switch action {
        case .toggle, .levelChange: false
        // These leave part of what an earlier command set, a colour for instance the blinking.
        case .color, .level, .blink: false
        case .on, .off: true
        }
    }
}
