import AcousticModel
import Foundation
import Testing

@Suite("ModelDefinition")
struct ModelDefinitionTests {
    private static let bytes = Array(
        try! Data(contentsOf: URL(filePath: "/usr/share/pocketsphinx/model/en-us/en-us/mdef")))

    @Test("knows the phone of each senone, those without context first")
    func english() throws {
        let definition = try ModelDefinition(parsing: Self.bytes, file: "mdef")
        #expect(definition.phones == 42)
        #expect(definition.phoneOfSenone.count == 5_126)
        #expect(Array(definition.phoneOfSenone.prefix(126)) == (0..<126).map { $0 / 3 })
        #expect(Set(definition.phoneOfSenone) == Set(0..<42))
    }

    @Test("refuses text, other formats and what is cut off", arguments: [0, 3, 4, 8, 60, 1_100, 100_000, 2_900_000])
    func cutOff(length: Int) {
        let cut = Array(Self.bytes.prefix(length))
        #expect(throws: ParameterError.self) { try ModelDefinition(parsing: cut, file: "mdef") }
        let other = Array("0.3\n".utf8) + Self.bytes
        #expect(throws: ParameterError.self) { try ModelDefinition(parsing: other, file: "mdef") }
    }

    @Test("survives any number in its header", arguments: 0..<10)
    func damaged(field: Int) {
        // The header follows the description of the format, whose length stands before it.
        let start = 12 + Int(Self.bytes[8]) + Int(Self.bytes[9]) << 8
        for value: [UInt8] in [[255, 255, 255, 255], [0, 0, 0, 0], [1, 0, 0, 0], [255, 255, 255, 127]] {
            var bytes = Self.bytes
            bytes.replaceSubrange(start + 4 * field..<start + 4 * field + 4, with: value)
            if let definition = try? ModelDefinition(parsing: bytes, file: "mdef") {
                #expect(definition.phoneOfSenone.allSatisfy { (0..<definition.phones).contains($0) })
            }
        }
    }
}
