/// How a phone of the CMU dictionary is made with the mouth, as far as it tells which ones are mistaken for each other.
///
/// After the chart of the International Phonetic Association, as General American is described with it.
enum Phone: Equatable, Sendable {
    case consonant(place: Place, manner: Manner, isVoiced: Bool)
    case vowel(Vowel)

    /// Where the mouth narrows, from the lips to the throat.
    enum Place: Int, Sendable {
        case labial, dental, alveolar, postalveolar, velar, glottal
    }

    enum Manner: Sendable {
        case stop, affricate, fricative, nasal, liquid, glide
    }

    struct Vowel: Equatable, Sendable {
        /// From 0, open, to 3, closed.
        let height: Double
        /// From 0, front, to 2, back.
        let backness: Double
        var isRounded = false
        var glide = Glide.none
        var hasR = false
    }

    /// Where a diphthong goes.
    enum Glide: Sendable {
        case none, front, back
    }

    /// - Parameter name: without stress.
    /// - Returns: `nil` for what is no phone of English.
    init?(_ name: String) {
        guard let phone = Self.table[name] else { return nil }
        self = phone
    }

    private static let table: [String: Phone] = [
        "P": .consonant(place: .labial, manner: .stop, isVoiced: false),
        "B": .consonant(place: .labial, manner: .stop, isVoiced: true),
        "T": .consonant(place: .alveolar, manner: .stop, isVoiced: false),
        "D": .consonant(place: .alveolar, manner: .stop, isVoiced: true),
        "K": .consonant(place: .velar, manner: .stop, isVoiced: false),
        "G": .consonant(place: .velar, manner: .stop, isVoiced: true),
        "CH": .consonant(place: .postalveolar, manner: .affricate, isVoiced: false),
        "JH": .consonant(place: .postalveolar, manner: .affricate, isVoiced: true),
        "F": .consonant(place: .labial, manner: .fricative, isVoiced: false),
        "V": .consonant(place: .labial, manner: .fricative, isVoiced: true),
        "TH": .consonant(place: .dental, manner: .fricative, isVoiced: false),
        "DH": .consonant(place: .dental, manner: .fricative, isVoiced: true),
        "S": .consonant(place: .alveolar, manner: .fricative, isVoiced: false),
        "Z": .consonant(place: .alveolar, manner: .fricative, isVoiced: true),
        "SH": .consonant(place: .postalveolar, manner: .fricative, isVoiced: false),
        "ZH": .consonant(place: .postalveolar, manner: .fricative, isVoiced: true),
        "HH": .consonant(place: .glottal, manner: .fricative, isVoiced: false),
        "M": .consonant(place: .labial, manner: .nasal, isVoiced: true),
        "N": .consonant(place: .alveolar, manner: .nasal, isVoiced: true),
        "NG": .consonant(place: .velar, manner: .nasal, isVoiced: true),
        "L": .consonant(place: .alveolar, manner: .liquid, isVoiced: true),
        "R": .consonant(place: .postalveolar, manner: .liquid, isVoiced: true),
        "W": .consonant(place: .labial, manner: .glide, isVoiced: true),
        "Y": .consonant(place: .postalveolar, manner: .glide, isVoiced: true),
        "IY": .vowel(Vowel(height: 3, backness: 0)),
        "IH": .vowel(Vowel(height: 2.5, backness: 0.3)),
        "EY": .vowel(Vowel(height: 2, backness: 0, glide: .front)),
        "EH": .vowel(Vowel(height: 1.5, backness: 0)),
        "AE": .vowel(Vowel(height: 0.8, backness: 0.1)),
        "AA": .vowel(Vowel(height: 0, backness: 1.5)),
        "AO": .vowel(Vowel(height: 0.8, backness: 2, isRounded: true)),
        "OW": .vowel(Vowel(height: 1.7, backness: 2, isRounded: true, glide: .back)),
        "UH": .vowel(Vowel(height: 2.5, backness: 1.7, isRounded: true)),
        "UW": .vowel(Vowel(height: 3, backness: 2, isRounded: true)),
        "AH": .vowel(Vowel(height: 1.3, backness: 1)),
        "ER": .vowel(Vowel(height: 1.6, backness: 1, hasR: true)),
        "AY": .vowel(Vowel(height: 0.3, backness: 1, glide: .front)),
        "AW": .vowel(Vowel(height: 0.3, backness: 1, glide: .back)),
        "OY": .vowel(Vowel(height: 1, backness: 2, isRounded: true, glide: .front)),
    ]
}
