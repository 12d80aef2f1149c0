/// What it took to have utterances decoded, one after the other.
struct HandOff: Sendable {
    /// Of each, in microseconds: from when it was given until its answer was there, without the time in which the
    /// decoder was at it.
    var beside: [Double] = []
    /// Of all, in seconds, with the decoding.
    var seconds = 0.0
    var utterances = 0
    /// Of all processes that took part.
    var contextSwitches = ContextSwitches()

    /// One more.
    ///
    /// - Parameters:
    ///   - time: from when it was given until its answer was there.
    ///   - decoding: the decoder's part of that.
    mutating func add(_ time: Duration, decoding: Duration) {
        beside.append((time - decoding).microseconds)
        seconds += time.milliseconds / 1_000
        utterances += 1
    }

    var perSecond: Double? { seconds > 0 ? Double(utterances) / seconds : nil }

    /// - Parameter kind: which of the context switches.
    func perUtterance(_ kind: (ContextSwitches) -> Int) -> Double? {
        utterances > 0 ? Double(kind(contextSwitches)) / Double(utterances) : nil
    }
}

extension HandOff {
    static func += (sum: inout HandOff, more: HandOff) {
        sum.beside += more.beside
        sum.seconds += more.seconds
        sum.utterances += more.utterances
        sum.contextSwitches = sum.contextSwitches + more.contextSwitches
    }
}
