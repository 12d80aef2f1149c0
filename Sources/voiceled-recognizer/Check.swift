import Glibc
import Recognition

/// `--check`: a trial of the decoder that `TrialOrder` on standard input describes, for `voiceled`'s canary.
enum Check {
    /// Writes a `TrialVerdict` to standard output; what kills the process leaves none.
    static func run() throws {
        let verdict = try DecoderTrial.run(TrialOrder(json: standardInput())).json
        _ = write(STDOUT_FILENO, verdict, verdict.count)
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            guard count > 0 else { return bytes }
            bytes += piece[..<count]
        }
    }
}
