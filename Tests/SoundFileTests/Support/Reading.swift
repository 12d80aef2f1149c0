import SoundFile

/// Everything in the recording at `path`, read in pieces of `pieceLength` samples.
func samples(of path: String, pieceLength: Int = 1_000) throws -> [Int16] {
    var recording = try Recording(path: path)
    var samples: [Int16] = []
    var piece = [Int16](repeating: 0, count: pieceLength)
    while true {
        var room = piece.mutableSpan
        let count = try recording.read(into: &room)
        if count == 0 { return samples }
        samples += piece[..<count]
    }
}
