public import CommandLanguage

/// How easily one row of phones is taken for another: the fewer features of the mouth differ, the easier.
///
/// A phone that differs in everything costs 1, one that differs in little about 0.2. The weights are set by hand.
public struct PhoneDistance: SoundCosts {
    public init() {}

    public func substitution(_ phone: String, _ other: String) -> Double {
        if phone == other { return 0 }
        guard let one = Phone(phone), let two = Phone(other) else { return 1 }
        switch (one, two) {
        case (.consonant(let place, let manner, let isVoiced), .consonant(let otherPlace, let otherManner, let also)):
            let cost =
                0.2 * Double(abs(place.rawValue - otherPlace.rawValue)) + Self.cost(manner, otherManner)
                + (isVoiced == also ? 0 : 0.25)
            return min(1, max(0.2, cost))
        case (.vowel(let vowel), .vowel(let otherVowel)): return Self.cost(vowel, otherVowel)
        default: return Self.areKin(phone, other) ? 0.5 : 1
        }
    }

    public func gap(_ phone: String) -> Double {
        switch phone {
        // Said so weakly that they are hardly there.
        case "AH", "HH": 0.6
        case "IH", "T", "D": 0.8
        default: 1
        }
    }

    /// The least cost of turning one into the other (Levenshtein's distance with these costs), divided by the number of
    /// phones of the longer one: 0 for the same, about 1 for what has nothing in common.
    public func between(_ phones: [String], _ others: [String]) -> Double {
        guard !phones.isEmpty || !others.isEmpty else { return 0 }
        var row = [0.0]
        for other in others { row.append(row.last! + gap(other)) }
        for phone in phones {
            var next = [row[0] + gap(phone)]
            for (index, other) in others.enumerated() {
                next.append(
                    min(
                        row[index] + substitution(phone, other), row[index + 1] + gap(phone),
                        next[index] + gap(other)))
            }
            row = next
        }
        return row.last! / Double(max(phones.count, others.count))
    }

    private static func cost(_ manner: Phone.Manner, _ other: Phone.Manner) -> Double {
        if manner == other { return 0 }
        switch Set([manner, other]) {
        case [.stop, .affricate], [.affricate, .fricative], [.liquid, .glide]: return 0.3
        case [.stop, .fricative], [.stop, .nasal], [.nasal, .liquid]: return 0.5
        default: return 0.8
        }
    }

    private static func cost(_ vowel: Phone.Vowel, _ other: Phone.Vowel) -> Double {
        var cost = 0.2 * abs(vowel.height - other.height) + 0.2 * abs(vowel.backness - other.backness)
        if vowel.isRounded != other.isRounded { cost += 0.1 }
        if vowel.glide != other.glide { cost += 0.3 }
        if vowel.hasR != other.hasR { cost += 0.3 }
        return min(1, max(0.15, cost))
    }

    /// A consonant, and the vowel that it is a short form of.
    private static func areKin(_ phone: String, _ other: String) -> Bool {
        [["Y", "IY"], ["W", "UW"], ["R", "ER"]].contains([phone, other])
            || [["Y", "IY"], ["W", "UW"], ["R", "ER"]].contains([other, phone])
    }
}
