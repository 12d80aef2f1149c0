/// A phrase that is to be said now.
public struct CalibrationPrompt: Equatable, Sendable {
    public let phrase: String
    /// From 1, and how many there are in all.
    public let number: Int
    public let total: Int

    public init(_ phrase: String, number: Int, of total: Int) {
        self.phrase = phrase
        self.number = number
        self.total = total
    }

    /// Each phrase so many times, one after the other instead of the same again and again: nobody says it the same way
    /// in a new round.
    static func all(_ phrases: [String], times: Int) -> [CalibrationPrompt] {
        let total = phrases.count * times
        return (0..<total).map { CalibrationPrompt(phrases[$0 % phrases.count], number: $0 + 1, of: total) }
    }
}
