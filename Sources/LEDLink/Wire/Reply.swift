/// The board's answer to one ``Frame``: `#17 OK*hh`, `#17 OK details*hh` or `#17 ERR word*hh`.
public struct Reply: Hashable, Sendable {
    /// The number of the frame that is answered.
    public let sequence: Int
    public let verdict: Verdict

    public enum Verdict: Hashable, Sendable {
        /// Done. The details answer a question (`HELLO`, `STATUS`) and are empty for a command.
        case ok(String)
        /// Not done, and why in one word of the firmware's.
        case refused(String)
    }

    public init(sequence: Int, verdict: Verdict) {
        self.sequence = sequence
        self.verdict = verdict
    }

    /// Reads a line that comes without its newline.
    ///
    /// - Returns: `nil` if it is not an answer, or a damaged one.
    public init?(line: some Collection<UInt8>) {
        guard let checked = CheckedLine(line: line), checked.mark == .frame,
            let (sequence, body) = Frame.split(checked.body)
        else { return nil }
        let parts = body.split(separator: " ", maxSplits: 1)
        let details = parts.count > 1 ? String(parts[1]) : ""
        switch parts.first {
        case "OK": self.init(sequence: sequence, verdict: .ok(details))
        case "ERR": self.init(sequence: sequence, verdict: .refused(details))
        default: return nil
        }
    }

    /// The line as the board sends it, without a newline.
    public var line: String {
        let words =
            switch verdict {
            case .ok(""): "OK"
            case .ok(let details): "OK \(details)"
            case .refused(let word): "ERR \(word)"
            }
        return CheckedLine(.frame, "\(sequence) \(words)").text
    }
}
