/// The recogniser cannot be reached where it should be.
public struct ServerError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
    /// What to do about it.
    public let hint: String?

    init(_ address: ServerAddress, _ reason: String, hint: String? = nil) {
        description = "cannot listen at \(address): \(reason)"
        self.hint = hint
    }
}

extension ServerError {
    static func taken(_ address: ServerAddress) -> ServerError {
        let another = if case .unix = address { "another path" } else { "another port" }
        return ServerError(address, "another server is listening there", hint: "stop it, or choose \(another)")
    }

    static func remote(_ address: ServerAddress) -> ServerError {
        ServerError(
            address, "other computers could reach it, and nobody has to log in",
            hint: "use 127.0.0.1 instead, or add --allow-remote if that is what you want")
    }
}
