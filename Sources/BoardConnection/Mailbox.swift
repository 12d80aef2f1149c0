internal import CommandLanguage
internal import LEDLink
internal import SerialPort
internal import Synchronization

/// Where callers leave their commands and the connection's thread leaves what it knows.
final class Mailbox: Sendable {
    let wakeUp: WakeUp
    private let state = Mutex(State())

    init(wakeUp: WakeUp) {
        self.wakeUp = wakeUp
    }

    struct Order: Sendable {
        let command: Command
        let outcome: CheckedContinuation<Result<[Receipt], BoardError>, Never>
    }

    private struct State {
        var orders: [Order] = []
        var picture: BoardPicture?
        var isClosing = false
        /// Why no further order is taken.
        var end: BoardError?
    }

    /// The lights as last known; `nil` until the first handshake is done.
    var picture: BoardPicture? {
        get { state.withLock { $0.picture } }
        set { state.withLock { $0.picture = newValue } }
    }

    var isClosing: Bool { state.withLock { $0.isClosing } }

    /// Leaves an order; it fails at once when the connection has ended.
    func put(_ order: Order) {
        let end = state.withLock { state in
            if state.end == nil { state.orders.append(order) }
            return state.end
        }
        if let end { order.outcome.resume(returning: .failure(end)) } else { wakeUp.signal() }
    }

    /// Takes the orders that have come in, first come first.
    func take() -> [Order] {
        state.withLock { state in
            defer { state.orders.removeAll() }
            return state.orders
        }
    }

    /// Asks the thread to end.
    func close() {
        state.withLock { $0.isClosing = true }
        wakeUp.signal()
    }

    /// Takes no more orders; `reason` answers those that come nevertheless.
    ///
    /// - Returns: the orders that came in and were not taken.
    func end(_ reason: BoardError) -> [Order] {
        state.withLock { state in
            defer { state.orders.removeAll() }
            state.end = state.end ?? reason
            return state.orders
        }
    }
}
