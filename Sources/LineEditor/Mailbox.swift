internal import Synchronization

/// What other threads leave for the one that reads a line: texts to show, and the wish that it stop.
///
/// Texts go to the output at once while no line is being edited, and are otherwise kept until the editing thread, the
/// only one that knows where the cursor is, has made room for them.
final class Mailbox: Sendable {
    private let pipe: WakePipe
    private let output: Descriptor
    private let state = Mutex(State())

    private struct State {
        var isEditing = false
        var isInterrupted = false
        var texts: [String] = []
        var unshown = 0
    }

    /// More texts than this are only counted: nobody reads faster, and a terminal stopped with Ctrl-S never does.
    static let capacity = 1_000

    init(output: Descriptor) throws(LineEditorError) {
        pipe = try WakePipe()
        self.output = output
    }

    /// A descriptor that is readable when there is something to collect.
    var wake: Int32 { pipe.readEnd }

    // MARK: Any thread

    func post(_ text: String) {
        state.withLock { state in
            guard state.isEditing else {
                output.write(text + "\n")
                return
            }
            if state.texts.count < Self.capacity { state.texts.append(text) } else { state.unshown += 1 }
            pipe.signal()
        }
    }

    func interrupt() {
        state.withLock { state in
            state.isInterrupted = true
            pipe.signal()
        }
    }

    // MARK: The reading thread

    func beginEditing() {
        state.withLock { $0.isEditing = true }
    }

    /// Shows what came after the last ``collect()``; from now on texts are shown at once.
    func endEditing() {
        state.withLock { state in
            state.isEditing = false
            for text in Self.takeTexts(&state) { output.write(text + "\n") }
        }
    }

    /// - Returns: everything posted since the last call, and whether to stop reading.
    func collect() -> (texts: [String], isInterrupted: Bool) {
        state.withLock { state in
            pipe.clear()
            let isInterrupted = state.isInterrupted
            state.isInterrupted = false
            return (Self.takeTexts(&state), isInterrupted)
        }
    }

    private static func takeTexts(_ state: inout State) -> [String] {
        defer {
            state.texts = []
            state.unshown = 0
        }
        return state.unshown == 0 ? state.texts : state.texts + ["(\(state.unshown) more messages not shown)"]
    }
}
