import BoardConnection
import LEDLink

extension SessionEvent {
    /// What a board does without being told, as a session tells it.
    init(_ event: BoardEvent) {
        self =
            switch event {
            case .changed(let command, let origin):
                .changed(LightChange(change: command.wireText, by: origin == .bluetooth ? "bluetooth" : "usb"))
            case .restarted: .warning("the board has restarted; its lights are off until told otherwise")
            case .corrected: .warning("a change of the lights had gone unheard; what they do is known again")
            case .lost(let error), .unplugged(let error): .failure(error.description, hint: error.hint)
            }
    }
}

extension BoardError {
    /// How often the command was sent; 0 if it was not worth sending.
    var attempts: Int {
        if case .noAnswer(let attempts) = kind { attempts } else { 0 }
    }
}
