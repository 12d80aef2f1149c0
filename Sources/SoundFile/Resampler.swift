internal import CSampleRate

/// Sole owner of one libsamplerate converter from some rate to another, one channel.
///
/// `@unchecked Sendable` because the only pointer to the library's object moves with this value.
struct Resampler: ~Copyable, @unchecked Sendable {
    private let raw: OpaquePointer
    private let ratio: Double

    /// Hertz up to which a recording has so little of the upper band that a mirror image is better than nothing.
    private static let narrowRate = 8_000

    /// - Returns: `nil` if the library cannot make one. The C function is `src_new`.
    init?(from inputRate: Int, to outputRate: Int) {
        var status: CInt = 0
        // The middle of the three band-limited converters: 121 dB of signal to noise, 90 % of the bandwidth. From a
        // telephone it would leave nothing above 4 kHz, which no word of the acoustic model sounds like; held samples
        // mirror there what lies below.
        let isNarrow = inputRate <= Self.narrowRate && inputRate < outputRate
        let converter = isNarrow ? SRC_ZERO_ORDER_HOLD : SRC_SINC_MEDIUM_QUALITY
        guard let raw = src_new(CInt(converter), 1, &status) else { return nil }
        self.raw = raw
        ratio = Double(outputRate) / Double(inputRate)
    }

    deinit {
        src_delete(raw)
    }

    /// Converts `input` and appends what comes out to `output`. The C function is `src_process`.
    ///
    /// - Parameters:
    ///   - input: taken completely.
    ///   - isLast: nothing follows; what the converter still holds comes out as well.
    mutating func convert(_ input: ArraySlice<Float>, isLast: Bool, into output: inout [Float]) {
        var piece = [Float](repeating: 0, count: Int(Double(input.count) * ratio) + 256)
        var rest = input
        var isDone = false
        while !isDone {
            let (used, made) = rest.withUnsafeBufferPointer { source in
                piece.withUnsafeMutableBufferPointer { target in
                    var data = SRC_DATA()
                    data.data_in = source.baseAddress
                    data.input_frames = source.count
                    data.data_out = target.baseAddress
                    data.output_frames = target.count
                    data.end_of_input = isLast ? 1 : 0
                    data.src_ratio = ratio
                    return src_process(raw, &data) == 0 ? (data.input_frames_used, data.output_frames_gen) : (0, 0)
                }
            }
            output += piece.prefix(made)
            rest = rest.dropFirst(used)
            isDone = made == 0 && (rest.isEmpty || used == 0)
        }
    }
}
