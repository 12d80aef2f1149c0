extension HostLink {
    /// Does everything that the state and the time call for.
    mutating func pump(_ now: Instant) {
        switch phase {
        case .closed:
            break
        case .lost:
            guard !waiting.isEmpty else { return }
            greet(at: now)
            pump(now)
        case .greeting(let greeting):
            greetAgain(greeting, at: now)
        case .learning, .ready:
            if exchange == nil { beginNext(at: now) } else { sendAgain(at: now) }
        }
    }

    /// Begins a handshake.
    mutating func greet(at now: Instant, until deadline: Instant? = nil) {
        exchange = nil
        phase = .greeting(
            Greeting(sequence: nextSequence(), deadline: deadline ?? now + timing.answerWithin, nextHello: now))
    }

    /// Begins `request` as the one line in flight.
    ///
    /// - Parameter attempts: how often the same was sent before the board restarted.
    mutating func begin(_ request: Request, attempts: Int = 0, firstSent: Instant? = nil, at now: Instant) {
        // A sequence number of two digits and a command or STATUS are always within a frame's bounds.
        guard let frame = Frame(sequence: nextSequence(), body: request.body) else { return }
        var exchange = Exchange(
            request: request, sequence: frame.sequence, line: takesSecondChecksum ? frame.strictBytes : frame.bytes,
            firstSent: firstSent ?? now,
            attempts: attempts, deadline: now)
        send(&exchange, at: now)
        self.exchange = exchange
    }

    private mutating func send(_ exchange: inout Exchange, at now: Instant) {
        exchange.attempts += 1
        exchange.deadline =
            now
            + timing.timeout(
                sent: exchange.line.count, answer: exchange.request.longestAnswer, attempt: exchange.attempts)
        output += exchange.line
    }

    private mutating func greetAgain(_ greeting: Greeting, at now: Instant) {
        var greeting = greeting
        if now >= greeting.deadline {
            if greeting.noise.isEmpty { greeting.noise = unfinishedLine() ?? [] }
            lose(greeting.noise.isEmpty ? .silent : .garbage(excerpt: Excerpt.printable(greeting.noise)))
        } else if now >= greeting.nextHello {
            greeting.nextHello = now + timing.helloInterval
            phase = .greeting(greeting)
            if let hello = Frame(sequence: greeting.sequence, body: "HELLO") { output += hello.bytes }
        }
    }

    private mutating func sendAgain(at now: Instant) {
        guard var exchange, now >= exchange.deadline else { return }
        if exchange.attempts < exchange.request.patience * timing.attempts {
            send(&exchange, at: now)
            self.exchange = exchange
        } else {
            giveUp(exchange)
            pump(now)
        }
    }

    /// Nobody knows whether the board has obeyed: what comes next begins with a handshake.
    private mutating func giveUp(_ exchange: Exchange) {
        let failure =
            exchange.nonsense.map { LinkFailure.garbage(excerpt: Excerpt.printable($0)) }
            ?? .noAnswer(attempts: exchange.attempts)
        // A board that answers HELLO and then nothing would let the waiting orders go round for ever.
        guard case .ready = phase else { return lose(failure) }
        if let order { fail(order, failure) }
        self.exchange = nil
        phase = .lost
        outcomes.append(.lost(failure))
    }

    /// Chooses the next line, now that none is in flight.
    private mutating func beginNext(at now: Instant) {
        guard case .ready = phase, let picture else { return }
        if order == nil, !waiting.isEmpty {
            if refreshDue != nil, waiting[0].isRelative { return begin(.status(picture.board), at: now) }
            order = waiting.removeFirst()
        }
        if let order {
            advance(order, picture, at: now)
        } else if let refreshDue, now >= refreshDue {
            begin(.status(picture.board), at: now)
        }
    }

    private mutating func advance(_ current: Order, _ picture: BoardPicture, at now: Instant) {
        var current = current
        if current.remaining == nil {
            do throws(CommandError) {
                current.remaining = try picture.resolve(current.command)
            } catch {
                fail(current, .impossible(error))
                return pump(now)
            }
        }
        if let next = current.remaining?.first {
            order = current
            begin(.command(next), attempts: current.attempts, firstSent: current.firstSent, at: now)
        } else {
            order = nil
            if current.isRestoration {
                interruptedRestorations = 0
                outcomes.append(.restored(current.receipts))
            } else {
                outcomes.append(.carriedOut(current.number, current.receipts))
            }
            pump(now)
        }
    }

    mutating func fail(_ failed: Order, _ failure: LinkFailure) {
        order = nil
        guard failed.isRestoration else { return outcomes.append(.failed(failed.number, failure)) }
        // A board that refuses would be asked for ever; one that is only out of reach gets it after the next handshake.
        guard case .refused = failure else { return }
        desired = picture
        outcomes.append(.notRestored(failure))
    }

    /// Ends the handshake without a board, and every order with it.
    mutating func lose(_ failure: LinkFailure) {
        phase = .lost
        exchange = nil
        let failed = ([order].compactMap(\.self) + waiting).filter { !$0.isRestoration }
        order = nil
        waiting.removeAll()
        outcomes += failed.map { .failed($0.number, failure) }
        outcomes.append(.lost(failure))
    }
}
