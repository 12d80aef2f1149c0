/// A measurement cannot be made as it was asked for.
public struct BenchError: Error, Equatable, CustomStringConvertible {
    public let description: String
    /// What to do about it.
    public let hint: String?

    public init(_ description: String, hint: String? = nil) {
        self.description = description
        self.hint = hint
    }
}
