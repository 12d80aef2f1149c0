internal import Audio

extension Recording {
    /// All samples of the recording at `path`, 16 kHz mono, for those that need it as a whole.
    ///
    /// - Throws: ``SoundFileError``, also when the recording breaks off.
    public static func samples(of path: String) throws(SoundFileError) -> [Int16] {
        var recording = try Recording(path: path)
        var samples: [Int16] = []
        var piece = [Int16](repeating: 0, count: AudioFormat.sampleRate)
        while true {
            var room = piece.mutableSpan
            let count = try recording.read(into: &room)
            if count == 0 { return samples }
            samples += piece[..<count]
        }
    }
}
