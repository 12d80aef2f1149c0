import CommandLanguage
import Testing

@testable import Pronunciation

@Suite("PhoneDistance")
struct PhoneDistanceTests {
    private let distance = PhoneDistance()

    private func between(_ one: String, _ other: String) -> Double {
        func phones(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
        return distance.between(phones(one), phones(other))
    }

    @Test("knows every phone of English")
    func complete() {
        for phone in PronunciationDictionary.englishPhones where phone != "SIL" { #expect(Phone(phone) != nil) }
    }

    @Test("is symmetric, 0 only for the same, and never above 1 a phone")
    func metric() {
        for one in PronunciationDictionary.englishPhones {
            #expect((0.5...1).contains(distance.gap(one)))
            for other in PronunciationDictionary.englishPhones {
                let cost = distance.substitution(one, other)
                #expect(cost == distance.substitution(other, one))
                #expect(one == other ? cost == 0 : cost > 0 && cost <= 1)
            }
        }
    }

    @Test("is small for what differs in one feature, large for what differs in all")
    func features() {
        #expect(distance.substitution("P", "B") < distance.substitution("P", "M"))
        #expect(distance.substitution("IY", "IH") < distance.substitution("IY", "AA"))
        #expect(distance.substitution("M", "N") < distance.substitution("M", "S"))
        #expect(distance.substitution("K", "AA") == 1)
    }

    @Test("tells phrases that are mistaken for each other from those that are not")
    func phrases() {
        #expect(between("M UW V IY N AY T", "M UW V IY L AY T") < 0.1)
        #expect(between("R EH D", "L EH D") < 0.2)
        #expect(between("M UW V IY N AY T", "M UW V IY T AY M") > 0.2)
        #expect(between("M UW V IY", "G R IY N") > 0.4)
        #expect(between("B L UW", "B L UW") == 0)
        #expect(between("", "B") == 1)
    }
}
