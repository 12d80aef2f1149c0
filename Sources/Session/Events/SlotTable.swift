import CommandLanguage

/// Slots as a JSON object. A name that stands several times, as in "light one on and lamp red", has an array.
struct SlotTable: Encodable, Sendable {
    private let values: [String: [String]]

    init(_ slots: [Slot]) {
        values = Dictionary(grouping: slots, by: \.name).mapValues { $0.map(\.value) }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, values) in values {
            if values.count == 1 {
                try container.encode(values[0], forKey: Name(stringValue: name))
            } else {
                try container.encode(values, forKey: Name(stringValue: name))
            }
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
