/// A file of an acoustic model is not what it should be.
public struct ParameterError: Error, Equatable, CustomStringConvertible {
    public let file: String
    public let reason: String
    public var hint: String? { "its model has to be installed or made again" }

    public init(_ file: String, _ reason: String) {
        self.file = file
        self.reason = reason
    }

    public var description: String { "cannot use \(file): \(reason)" }
}
