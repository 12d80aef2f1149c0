internal import Glibc
internal import Recognition

/// Tries what a `TrialOrder` on standard input says.
@main
enum Main {
    static func main() {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        guard let order = try? TrialOrder(json: bytes), let verdict = try? DecoderTrial.run(order).json else { exit(2) }
        _ = write(STDOUT_FILENO, verdict, verdict.count)
    }
}
