import Audio

/// Where the speech of a recording ends, by its energy alone: what the endpointer thinks of it does not matter.
enum EndOfSpeech {
    /// Decibels below the loudest moment down to which sound belongs to the word.
    static let depth = 35.0
    /// Decibels above the recording's own noise from which on sound belongs to the word.
    static let clearance = 10.0
    /// Speech less far above its noise than this has no end that could be told; decibels.
    static let leastDistance = 20.0
    /// 5 ms, and so exact the answer is.
    static let step = AudioFormat.samplesPerFrame / 2

    /// Behind the last 5 ms that are within ``depth`` of the loudest and ``clearance`` above the noise, which is what a
    /// tenth of the recording does not exceed.
    ///
    /// - Parameter samples: 16 kHz mono.
    /// - Returns: a number of samples; `nil` for silence, and for speech that its noise hides.
    static func position(in samples: [Int16]) -> Int? {
        let levels = stride(from: 0, through: samples.count - step, by: step).map { start in
            LevelMeter.level(of: samples.span.extracting(start..<start + step)).rms
        }
        let sorted = levels.sorted()
        guard let loudest = sorted.last else { return nil }
        let noise = sorted[sorted.count / 10]
        guard loudest - noise >= leastDistance else { return nil }
        let threshold = max(loudest - depth, noise + clearance)
        return levels.lastIndex { $0 >= threshold }.map { ($0 + 1) * step }
    }
}
