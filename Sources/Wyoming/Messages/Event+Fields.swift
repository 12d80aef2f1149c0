extension Event {
    func requiredString(_ name: String) throws(MessageError) -> String {
        guard let value = data[name]?.string else { throw MessageError(type, name, needs: "a text") }
        return value
    }

    func requiredCount(_ name: String) throws(MessageError) -> Int {
        guard let value = data[name]?.integer, value > 0 else {
            throw MessageError(type, name, needs: "a whole number above 0")
        }
        return value
    }

    /// - Returns: `nil` when the field is missing or null.
    func optionalString(_ name: String) throws(MessageError) -> String? {
        guard let value = present(name) else { return nil }
        guard let text = value.string else { throw MessageError(type, name, needs: "a text or null") }
        return text
    }

    /// - Returns: `nil` when the field is missing or null.
    func optionalInteger(_ name: String) throws(MessageError) -> Int? {
        guard let value = present(name) else { return nil }
        guard let number = value.integer else { throw MessageError(type, name, needs: "a whole number or null") }
        return number
    }

    /// - Returns: `nil` when the field is missing or null.
    func optionalBool(_ name: String) throws(MessageError) -> Bool? {
        guard let value = present(name) else { return nil }
        guard let answer = value.bool else { throw MessageError(type, name, needs: "true, false or null") }
        return answer
    }

    private func present(_ name: String) -> EventValue? {
        guard let value = data[name], value != .null else { return nil }
        return value
    }
}

extension [String: EventValue] {
    /// An object of the fields that have a value.
    init(present fields: KeyValuePairs<String, EventValue?>) {
        self = [:]
        for (name, value) in fields { self[name] = value }
    }
}
