internal import Glibc

/// The decoder's own form of how much each Gaussian counts in each senone: the file `sendump`.
public struct SenoneDump: Equatable, Sendable {
    public let streams: Int
    public let gaussians: Int
    public let senones: Int
    /// By stream, Gaussian, senone: logarithms in steps of ``LogUnit``, of which the higher is the less.
    let steps: [UInt8]

    /// - Throws: ``ParameterError`` if the sizes are not those of one codebook a phone with `streams` streams, or the
    ///   weights are packed.
    public init(parsing bytes: [UInt8], file: String, streams: Int) throws(ParameterError) {
        var reader = ByteReader(bytes)
        while true {
            guard let length = reader.word(), length >= 0, length < 4_096 else {
                throw ParameterError(file, "its header has no end")
            }
            if length == 0 { break }
            let text = reader.text(length)
            if text.hasPrefix("cluster_count "), !text.hasPrefix("cluster_count 0") {
                throw ParameterError(file, "its weights are packed in clusters")
            }
        }
        guard let gaussians = reader.word(), let senones = reader.word(), (1...4_096).contains(gaussians),
            (1...1_000_000).contains(senones), reader.rest == gaussians * senones * streams
        else { throw ParameterError(file, "its size does not fit its header") }
        self.streams = streams
        self.gaussians = gaussians
        self.senones = senones
        steps = Array(bytes[reader.place...])
    }

    /// What each step stands for.
    static let weights = (0..<256).map { Float(exp(-LogUnit.nats * Double($0))) }
}
