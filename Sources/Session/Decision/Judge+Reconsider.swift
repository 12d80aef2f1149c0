import Recognition

extension Judge {
    /// What would have been decided were every probability enough. Everything else that speaks against it still counts.
    func reconsider(_ heard: Heard) -> Decision {
        var heard = heard
        heard.certainty = heard.certainty?.ignoringThresholds
        return decide(on: heard, isAsleep: false)
    }
}
