/// Makes bytes of unknown origin fit for an error message.
enum Excerpt {
    /// At most 40 bytes of `bytes`; those that are not printable ASCII appear as `\xF8`.
    static func printable(_ bytes: [UInt8]) -> String {
        let text = bytes.prefix(40).map { byte in
            if CheckedLine.isPrintable(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "\\x" + (digits.count < 2 ? "0" : "") + digits
        }
        return text.joined() + (bytes.count > 40 ? "..." : "")
    }
}
