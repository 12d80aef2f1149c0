internal import CPocketSphinx
internal import Glibc

/// How well each frame of one utterance fits each sound of the model.
struct SenoneScores: ~Copyable {
    private let file: UnsafeMutablePointer<FILE>

    /// - Parameter file: is closed with this value.
    init(_ file: UnsafeMutablePointer<FILE>) { self.file = file }

    deinit { fclose(file) }

    /// Runs the search that is set over them.
    ///
    /// - Parameter decoder: of the same model, which has never been given any sound: it would crash then.
    /// - Returns: the number of frames.
    borrowing func search(with decoder: OpaquePointer) throws(DecoderError) -> Int {
        rewind(file)
        let frames = ps_decode_senscr(decoder, file)
        guard frames >= 0 else { throw DecoderLoading.failure(.decoding, "cannot compare") }
        return Int(frames)
    }
}
