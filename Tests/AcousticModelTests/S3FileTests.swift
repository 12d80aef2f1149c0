import Foundation
import Testing

@testable import AcousticModel

@Suite("Files of parameters")
struct S3FileTests {
    private static let model = "/usr/share/pocketsphinx/model/en-us/en-us"

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(model)/\(name)")))
    }

    @Test("the trainer's own file is read, and written so that it reads the same")
    func roundTrip() throws {
        let means = try S3File(parsing: Self.bytes("means"), file: "means")
        // Codebooks, streams, Gaussians, and the length of each stream.
        #expect(Array(means.words.prefix(6)) == [42, 3, 128, 13, 13, 13])
        #expect(try S3File(parsing: means.bytes, file: "copy") == means)
    }

    @Test("one flipped bit is noticed")
    func damaged() throws {
        var bytes = try Self.bytes("means")
        bytes[400_000] ^= 4
        let error = #expect(throws: ParameterError.self) { try S3File(parsing: bytes, file: "means") }
        #expect(error?.description == "cannot use means: its checksum does not fit: the file is damaged")
    }

    @Test("what is cut off, empty or something else is refused", arguments: [0, 3, 40, 60])
    func cutOff(length: Int) throws {
        let bytes = Array(try Self.bytes("means").prefix(length))
        #expect(throws: ParameterError.self) { try S3File(parsing: bytes, file: "means") }
        #expect(throws: ParameterError.self) {
            try SenoneDump(parsing: Array(try Self.bytes("sendump").prefix(length)), file: "s", streams: 3)
        }
    }

    @Test("the decoder's weights become numbers that add up to one for each sound and stream")
    func weights() throws {
        let weights = MixtureWeights(try SenoneDump(parsing: Self.bytes("sendump"), file: "sendump", streams: 3))
        #expect(weights.sounds == 5_126 && weights.gaussians == 128)
        for row in [0, 1, 7_689, 15_377] {
            let sum = weights.values[row * 128..<(row + 1) * 128].reduce(0, +)
            #expect(abs(sum - 1) < 1e-4)
        }
        #expect(Array(weights.file.words.prefix(4)) == [5_126, 3, 128, 5_126 * 3 * 128])
    }

    @Test("weights as the trainer writes them become the decoder's own again, but for rounding")
    func dump() throws {
        let dump = try SenoneDump(parsing: Self.bytes("sendump"), file: "sendump", streams: 3)
        let again = try SenoneDump(mixtureWeights: MixtureWeights(dump).file, file: "mixture_weights")
        #expect(again.senones == 5_126 && again.streams == 3 && again.gaussians == 128)
        let far = zip(dump.steps, again.steps).count { abs(Int($0) - Int($1)) > 1 && min($0, $1) < 150 }
        #expect(far == 0)
        let short = S3File(words: MixtureWeights(dump).file.words.dropLast())
        #expect(throws: ParameterError.self) { try SenoneDump(mixtureWeights: short, file: "mixture_weights") }
    }
}
