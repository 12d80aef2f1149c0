/// Measures frames for the endpointer: only what changes fast counts, so neither a constant offset nor mains hum or
/// the rumble of a desk looks like speech, and soft consonants look louder.
struct FrameLevel: Sendable {
    private var last: Double = 0
    private var isFirst = true

    /// How much of the last sample is taken off each sample.
    private static let emphasis = 0.95

    /// The level of the next frame in decibels relative to full scale.
    mutating func measure(_ frame: Span<Int16>) -> Double {
        guard frame.count > 0 else { return Level.silence }
        // Otherwise an offset would make a click of the very first sample.
        if isFirst { last = Double(frame[0]) }
        isFirst = false
        var squares = 0.0
        var sum = 0.0
        for index in frame.indices {
            let sample = Double(frame[index])
            let value = sample - Self.emphasis * last
            last = sample
            sum += value
            squares += value * value
        }
        let mean = sum / Double(frame.count)
        let variance = max(0, squares / Double(frame.count) - mean * mean)
        return LevelMeter.decibels(variance.squareRoot())
    }
}
