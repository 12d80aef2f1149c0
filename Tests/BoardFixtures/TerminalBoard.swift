public import CommandLanguage
internal import Foundation
public import LEDLink
internal import Synchronization

/// A ``ModelBoard`` at the far end of a pseudo-terminal, answering on a thread of its own.
public final class TerminalBoard: Sendable {
    private let terminal = PseudoTerminal()
    private let state: Mutex<State>

    private struct State {
        var board: ModelBoard
        var isOver = false
    }

    /// - Parameter answer: the lines to say instead of the firmware's answer.
    public init(answer: (@Sendable (Frame) -> [String])? = nil) {
        var board = ModelBoard()
        board.answer = answer
        state = Mutex(State(board: board))
        let thread = Thread { [weak self, terminal] in
            while true {
                let bytes = terminal.receive(within: .milliseconds(100))
                guard let self, !self.state.withLock({ $0.isOver }) else { return }
                self.hear(bytes)
            }
        }
        thread.start()
    }

    public var path: String { terminal.path }
    public var model: ModelBoard { state.withLock { $0.board } }

    /// Presses the reset button.
    public func reset() {
        say([state.withLock { $0.board.reset() }])
    }

    /// Restarts, once, in the middle of the next command of this body: by itself, however late its caller is.
    public func restart(on body: String) {
        state.withLock { $0.board.restartsOn = body }
    }

    /// Somebody's phone changes something.
    public func phone(_ command: Command) {
        say([state.withLock { $0.board.phone(command) }])
    }

    public func answer(_ answer: (@Sendable (Frame) -> [String])?) {
        state.withLock { $0.board.answer = answer }
    }

    /// Pulls the cable.
    public func unplug() {
        state.withLock { $0.isOver = true }
        terminal.hangUp()
    }

    public func say(_ lines: [String]) {
        terminal.write(lines.flatMap { Array("\($0)\r\n".utf8) })
    }

    private func hear(_ bytes: [UInt8]) {
        let lines = state.withLock { state in bytes.flatMap { state.board.receive($0) } }
        if !lines.isEmpty { say(lines) }
    }
}
