internal import CommandLanguage

extension HostLink {
    mutating func heed(_ notification: Notification, at now: Instant) {
        switch notification {
        case .ready: heedRestart(at: now)
        case .changed(let command, let origin):
            guard case .ready = phase else { return }
            picture?.apply(command, by: origin)
            desired?.apply(command, by: origin)
            // One in 256 damaged notifications passes its only checksum.
            doubtPicture(at: now)
            exchange?.isContested = true
            outcomes.append(.changed(command, by: origin))
        }
    }

    mutating func heed(_ reply: Reply, at now: Instant) {
        if case .greeting(let greeting) = phase, reply.sequence == greeting.sequence {
            heedHello(reply, greeting, at: now)
        } else if let exchange, reply.sequence == exchange.sequence {
            switch exchange.request {
            case .status(let board): heedStatus(reply, of: board, at: now)
            case .command(let command): heedAcknowledgement(reply, of: command, exchange, at: now)
            }
        }
        // Anything else is a second answer to a line that was sent twice.
    }

    /// Keeps the first noise of a handshake for the error; later on, noise may have been a notification.
    mutating func heedNoise(_ line: [UInt8], at now: Instant) {
        isNoisy = true
        switch phase {
        case .greeting(var greeting):
            guard greeting.noise.isEmpty else { return }
            greeting.noise = line
            phase = .greeting(greeting)
        case .ready:
            doubtPicture(at: now)
        case .closed, .learning, .lost:
            break
        }
    }

    private mutating func doubtPicture(at now: Instant) {
        refreshDue = refreshDue ?? now + timing.refreshInterval
    }

    /// The board has started: HELLO at once, and then the command in flight again.
    private mutating func heedRestart(at now: Instant) {
        switch phase {
        case .closed:
            break
        case .greeting(var greeting):
            // The HELLOs sent so far went to the boot loader. The deadline stays: a board may not stretch it.
            greeting.nextHello = now
            phase = .greeting(greeting)
        case .lost:
            greet(at: now)
        case .learning, .ready:
            beginAnew(at: now)
        }
    }

    /// The board has forgotten what it was told, or never heard HELLO.
    private mutating func beginAnew(at now: Instant) {
        if case .learning(let deadline) = phase { return greet(at: now, until: deadline) }
        outcomes.append(.restarted)
        keepCommandInFlight()
        greet(at: now)
    }

    private mutating func keepCommandInFlight() {
        if order?.isRestoration == true {
            interruptedRestorations += 1
            order = nil
        }
        guard var current = order else { return }
        current.restarts += 1
        if let exchange, case .command = exchange.request {
            current.attempts = exchange.attempts
            current.firstSent = exchange.firstSent
        }
        order = current
        guard current.restarts <= timing.restarts, current.attempts < timing.attempts else {
            return fail(current, .restarting(times: current.restarts))
        }
        setOrderAside()
    }

    /// The order that has begun waits, as the first, until the lights are as they were.
    mutating func setOrderAside() {
        guard let current = order else { return }
        order = nil
        if !current.isRestoration { waiting.insert(current, at: 0) }
    }

    private mutating func heedHello(_ reply: Reply, _ greeting: Greeting, at now: Instant) {
        guard case .ok(let details) = reply.verdict, let board = BoardDescription(helloAnswer: details) else {
            return heedNoise(Array(reply.line.utf8), at: now)
        }
        guard !isDoubtful(board, details, greeting, at: now) else { return }
        guard board.protocolVersion == BoardDescription.supportedProtocol else {
            return lose(.wrongProtocol(board.protocolVersion))
        }
        takesSecondChecksum = board.takesSecondChecksum
        phase = .learning(deadline: greeting.deadline)
        begin(.status(board), at: now)
    }

    /// A board that has become another one, or a first answer amid noise, counts once it has come twice: lights that were
    /// thought to be another board's would not be set again.
    private mutating func isDoubtful(
        _ board: BoardDescription, _ details: String, _ greeting: Greeting, at now: Instant
    ) -> Bool {
        let isSurprising = picture.map { $0.board != board } ?? !greeting.noise.isEmpty
        guard isSurprising, greeting.unconfirmed != details else { return false }
        var greeting = greeting
        greeting.unconfirmed = details
        greeting.nextHello = now
        phase = .greeting(greeting)
        return true
    }

    private mutating func heedStatus(_ reply: Reply, of board: BoardDescription, at now: Instant) {
        if reply.asksForHandshake { return beginAnew(at: now) }
        guard case .ok(let details) = reply.verdict, let answer = StatusAnswer(details),
            let seen = BoardPicture(of: board, states: answer.states)
        else {
            // One in 256 damaged lines passes the checksum: ask again before believing it.
            exchange?.nonsense = Array(reply.line.utf8)
            exchange?.unconfirmed = nil
            isNoisy = true
            return
        }
        guard !isDoubtful(details) else { return }
        exchange = nil
        refreshDue = nil
        isNoisy = false
        let before = picture
        picture = seen
        let isHandshake = phase != .ready
        if isHandshake {
            phase = .ready
            outcomes.append(.ready(seen))
        } else if seen != before {
            outcomes.append(.corrected(seen))
        }
        restore(from: seen, afterHandshake: isHandshake)
    }

    /// On a line that damages bytes an answer counts once it has come twice.
    private mutating func isDoubtful(_ status: String) -> Bool {
        guard let asked = exchange, isNoisy || asked.attempts > 1, asked.unconfirmed != status else { return false }
        exchange?.unconfirmed = status
        exchange?.deadline = .zero
        return true
    }

    /// Sends what differs from what shall be. A light that a phone set last stays as the phone wants it.
    private mutating func restore(from seen: BoardPicture, afterHandshake isHandshake: Bool) {
        guard let wanted = desired, wanted.board == seen.board else {
            desired = seen
            return
        }
        let (goal, commands) = wanted.restoration(of: seen)
        desired = goal
        guard let restoration = Order(restoring: commands) else {
            interruptedRestorations = 0
            if isHandshake { outcomes.append(.restored([])) }
            return
        }
        guard interruptedRestorations < timing.restarts else {
            desired = seen
            outcomes.append(.notRestored(.restarting(times: interruptedRestorations)))
            interruptedRestorations = 0
            return
        }
        setOrderAside()
        order = restoration
    }

    private mutating func heedAcknowledgement(
        _ reply: Reply, of command: Command, _ exchange: Exchange, at now: Instant
    ) {
        if reply.asksForHandshake { return beginAnew(at: now) }
        self.exchange = nil
        guard var current = order else { return }
        switch reply.verdict {
        case .refused where !current.isRefused:
            // What is sent has been resolved and is not refused, unless damage on the way passed the checksum.
            current.isRefused = true
            order = current
        case .refused(let word):
            fail(current, .refused(word))
        case .ok:
            picture?.apply(command, by: .usb)
            desired?.apply(command, by: .usb)
            if exchange.attempts > 1, exchange.isContested { doubtPicture(at: now) }
            current.receipts.append(
                Receipt(command: command, attempts: exchange.attempts, latency: now - exchange.firstSent))
            current.remaining?.removeFirst()
            current.attempts = 0
            current.firstSent = nil
            current.restarts = 0
            current.isRefused = false
            order = current
        }
    }
}

extension Reply {
    /// The board has started unheard, or expects another number: a line before this one was not obeyed as it seemed.
    fileprivate var asksForHandshake: Bool { verdict == .refused("hello") || verdict == .refused("order") }
}
