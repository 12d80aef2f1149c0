/// What happens to a decoder in the middle of an utterance.
enum IsolationFault: String, CaseIterable, Sendable {
    /// The library calls `exit`.
    case exit
    case abort
    /// Memory is touched that is not there.
    case segfault
    /// Everything stands still, by SIGSTOP.
    case stop
}

extension IsolationFault {
    /// As people call it.
    var words: String {
        switch self {
        case .exit: "exit"
        case .abort: "abort"
        case .segfault: "SIGSEGV"
        case .stop: "SIGSTOP"
        }
    }
}
