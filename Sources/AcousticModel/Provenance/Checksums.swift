/// SHA-256 of the files of a model, in the form that `sha256sum --check` reads.
public struct Checksums: Equatable, Sendable {
    public static let fileName = "SHA256SUMS"

    /// For each name its sum in hexadecimal digits.
    public private(set) var sums: [String: String] = [:]

    public init() {}

    /// - Throws: ``ParameterError`` for a line of another form, or a name that leads out of the folder.
    public init(parsing text: String, file: String) throws(ParameterError) {
        for line in text.split(whereSeparator: \.isNewline) {
            let fields = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard fields.count == 2, fields[0].count == 64, fields[0].allSatisfy(\.isHexDigit) else {
                throw ParameterError(file, "it is not a list of checksums")
            }
            // A star says that the sum is of bytes; here it always is.
            let name = fields[1].drop { $0 == " " || $0 == "*" }
            guard !name.isEmpty, !name.contains("/"), name != ".." else {
                throw ParameterError(file, "it names a file outside its folder: \(name)")
            }
            sums[String(name)] = fields[0].lowercased()
        }
    }

    public var text: String { sums.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined() }

    /// Names whose sums differ, or that only one of the two has.
    public func differences(from other: Checksums) -> [String] {
        Set(sums.keys).union(other.sums.keys).filter { sums[$0] != other.sums[$0] }.sorted()
    }
}
