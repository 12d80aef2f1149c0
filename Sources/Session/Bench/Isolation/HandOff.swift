/// What it took to have utterances decoded, one after the other.
struct HandOff: Sendable {
    /// Of each, in microseconds: from when it was given until its answer was there, without the time in which the
    /// decoder's thread computed or waited for a processor to do so.
    var beside: [Double] = []
    /// Of all, in seconds, with the decoding.
    var seconds = 0.0
    var utterances = 0
    /// Of all processes that took part.
    var contextSwitches = ContextSwitches()

    var perSecond: Double? { seconds > 0 ? Double(utterances) / seconds : nil }

    /// - Parameter kind: which of the context switches.
    func perUtterance(_ kind: (ContextSwitches) -> Int) -> Double? {
        utterances > 0 ? Double(kind(contextSwitches)) / Double(utterances) : nil
    }
}
