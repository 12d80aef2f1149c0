/// Which phone each senone of a model belongs to: the file `mdef` in its binary form.
///
/// The format is that of `bin_mdef.c` of PocketSphinx.
public struct ModelDefinition: Equatable, Sendable {
    /// Phones without context, noises and silence among them.
    public let phones: Int
    /// The number of its phone, by senone.
    public let phoneOfSenone: [Int]

    init(phones: Int, phoneOfSenone: [Int]) {
        self.phones = phones
        self.phoneOfSenone = phoneOfSenone
    }

    /// - Throws: ``ParameterError`` for text, another order of bytes or another version, and for what is damaged.
    public init(parsing bytes: [UInt8], file: String) throws(ParameterError) {
        guard bytes.starts(with: "BMDF".utf8) else {
            throw ParameterError(file, "it is not a binary model definition with little-endian numbers")
        }
        guard let definition = Self.parse(bytes) else { throw ParameterError(file, "it is damaged, or of a new kind") }
        (phones, phoneOfSenone) = definition
    }

    private static func parse(_ bytes: [UInt8]) -> (Int, [Int])? {
        var reader = ByteReader(bytes, from: 4)
        guard reader.word() == 1, let length = reader.word(), reader.skip(length),
            let phones = reader.word(), let phonesInContext = reader.word(), let states = reader.word(),
            reader.word() != nil, let senones = reader.word(), reader.word() != nil, let sequences = reader.word(),
            reader.word() != nil, let nodes = reader.word(), reader.word() != nil,
            (1...1_000).contains(phones), (phones...10_000_000).contains(phonesInContext),
            (1...16).contains(states), (1...1_000_000).contains(senones), sequences >= 0, nodes >= 0
        else { return nil }
        let names = reader.place
        for _ in 0..<phones {
            guard let end = bytes[reader.place...].firstIndex(of: 0), reader.skip(end + 1 - reader.place) else {
                return nil
            }
        }
        // The names fill whole words; the tree that finds phones in context follows.
        guard reader.skip((4 - (reader.place - names) % 4) % 4), reader.skip(8 * nodes) else { return nil }
        guard let centres = centres(&reader, phones, phonesInContext), reader.word() == sequences * states else {
            return nil
        }
        var phoneOfSenone = [Int](repeating: 0, count: senones)
        var senonesOfSequences: [Int] = []
        for _ in 0..<sequences * states {
            guard let senone = reader.half(), senone < senones else { return nil }
            senonesOfSequences.append(senone)
        }
        for (sequence, phone) in centres {
            guard (0..<sequences).contains(sequence) else { return nil }
            for state in 0..<states { phoneOfSenone[senonesOfSequences[sequence * states + state]] = phone }
        }
        return (phones, phoneOfSenone)
    }

    /// - Returns: for each phone in context the number of its sequence of senones, and that of the phone in its middle.
    private static func centres(
        _ reader: inout ByteReader, _ phones: Int, _ phonesInContext: Int
    ) -> [(sequence: Int, phone: Int)]? {
        var centres: [(Int, Int)] = []
        centres.reserveCapacity(phonesInContext)
        for index in 0..<phonesInContext {
            guard let sequence = reader.word(), reader.skip(4), let place = reader.half(), reader.skip(2) else {
                return nil
            }
            // Those without context come first; of the others the place in the word comes before the phone itself.
            let phone = index < phones ? index : place >> 8
            guard phone < phones else { return nil }
            centres.append((sequence, phone))
        }
        return centres
    }
}
