import BoardConnection
import LEDLink

extension SessionEvent {
    /// What a board does without being told, as a session tells it.
    init(_ event: BoardEvent) {
        self =
            switch event {
            case .changed(let command, let origin):
                .changed(LightChange(change: command.wireText, by: origin == .bluetooth ? "bluetooth" : "usb"))
            case .restarted: .link(.lost("the board has restarted", hint: nil))
            case .reconnected: .warning("the board is plugged in again")
            case .restored(let receipts): .link(.restored(receipts.map(\.wire)))
            case .notRestored(let error):
                .failure("the lights could not be set as they were: \(error)", hint: error.hint)
            case .corrected: .warning("a change of the lights had gone unheard; what they do is known again")
            case .lost(let error): .link(.lost(error.description, hint: error.hint))
            case .unplugged(let error): .link(.lost(error.description, hint: Self.whileAway))
            }
    }

    private static let whileAway =
        "plug it in again, and its lights are set as they were; commands wait "
        + "\(AbsencePolicy().patience.components.seconds) seconds for it"
}

extension BoardError {
    /// How often the command was sent; 0 if it was not worth sending.
    var attempts: Int {
        if case .noAnswer(let attempts) = kind { attempts } else { 0 }
    }
}
