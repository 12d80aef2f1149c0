/// One line of a file of prototypes, or of somebody's samples.
///
/// It has a name, perhaps a word in quotes, and numbers, separated by tabs and blanks; what follows `#` is a comment.
struct PrototypeEntry {
    let name: String
    /// What stands in quotes.
    var word: String?
    /// `nil` if one of them is no number.
    let values: [Float]?
    /// How many there are, numbers or not.
    let count: Int

    /// As the errors name it.
    var label: String { word.map { "\(name) \"\($0)\"" } ?? name }

    /// - Returns: `nil` for a line without an entry.
    init?(_ line: Substring) {
        var rest = line.prefix { $0 != "#" }
        func isBlank(_ character: Character) -> Bool { character.isWhitespace }
        rest = rest.drop(while: isBlank)
        let name = rest.prefix { !isBlank($0) }
        guard !name.isEmpty else { return nil }
        self.name = String(name)
        rest = rest[name.endIndex...].drop(while: isBlank)
        if rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") {
            word = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
        }
        let values = rest.split(whereSeparator: isBlank).map { Float($0) }
        count = values.count
        self.values = values.allSatisfy { $0?.isFinite ?? false } ? values.compactMap(\.self) : nil
    }
}
