internal import Glibc

/// Where a decoder leaves how well each frame of an utterance fits each sound of the model, its senones.
///
/// Working that out is nearly all the time that decoding takes; with these scores any other search takes a hundredth of
/// it. The library can only hand them over in a file, in a folder that it is told once. So the folder, in memory where
/// the system has such a place, is there while an utterance begins and at no other time: nothing is left of a program
/// that is killed.
struct SenoneFolder {
    let path: String

    private static let places = ["/dev/shm", "/tmp"]

    /// - Throws: ``DecoderError`` if there is no place for it.
    init() throws(DecoderError) {
        for place in Self.places {
            let path = "\(place)/voiceled-\(getpid())-\(UInt64.random(in: .min ... .max))"
            guard mkdir(path, 0o700) == 0 else { continue }
            rmdir(path)
            self.path = path
            return
        }
        throw DecoderError(
            .model, "cannot keep scores to compare commands with",
            reason: "\(String(cString: strerror(errno))) (\(Self.places.joined(separator: " and ")))")
    }

    /// Has a decoder begin an utterance.
    ///
    /// - Parameter begin: opens the only file in the folder.
    /// - Returns: its scores, which are complete when it begins another one; `nil` if it could not write them.
    func scores(ofUtterance begin: () -> Bool) -> SenoneScores? {
        guard mkdir(path, 0o700) == 0 else { return nil }
        defer { rmdir(path) }
        guard begin(), let name = fileName else { return nil }
        defer { unlink("\(path)/\(name)") }
        return fopen("\(path)/\(name)", "rb").map { SenoneScores($0) }
    }

    private var fileName: String? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".sen") { return name }
        }
        return nil
    }
}
