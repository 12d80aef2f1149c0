/// An open recording, read piece by piece as 16 kHz mono 16-bit samples whatever its own form.
///
/// Memory does not grow with its length. Closed when the value goes away.
public struct Recording: ~Copyable {
    /// Opens the recording at `path`, or standard input for `-`.
    ///
    /// - Throws: ``SoundFileError``.
    public init(path: String) throws(SoundFileError) {
        fatalError()
    }

    /// Reads on, up to `samples.count` samples.
    ///
    /// - Returns: how many were read; 0 at the end.
    /// - Throws: ``SoundFileError`` of kind `cutOff` or `unreadable`.
    public mutating func read(into samples: inout MutableSpan<Int16>) throws(SoundFileError) -> Int {
        fatalError()
    }
}
