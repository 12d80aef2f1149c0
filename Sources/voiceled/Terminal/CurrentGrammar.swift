import CommandLanguage
import Synchronization

/// The grammar in use, for the thread that completes words while another may exchange it.
final class CurrentGrammar: Sendable {
    private let current: Mutex<Grammar>

    init(_ grammar: Grammar) { current = Mutex(grammar) }

    var grammar: Grammar {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }
}
