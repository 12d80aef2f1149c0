import Foundation
import Testing

@testable import AcousticModel

@Suite("SenoneScorer")
struct SenoneScorerTests {
    private static let model = "/usr/share/pocketsphinx/model/en-us/en-us"

    /// Two phones of one Gaussian or two, one feature, and three senones, of which the second phone has two.
    private func scorer(best: Int) throws -> SenoneScorer {
        func parameters(_ values: [Float]) throws -> GaussianParameters {
            try GaussianParameters(S3File(words: [2, 1, 2, 1, 4] + values.map(\.bitPattern)), file: "test")
        }
        // Steps of a logarithm by Gaussian and senone; 255 is next to nothing.
        let weights: [UInt8] = [0, 0, 255, 255, 255, 0]
        let header = [0, 2, 3].flatMap { value in withUnsafeBytes(of: Int32(value).littleEndian) { Array($0) } }
        return try SenoneScorer(
            means: parameters([0, 5, 10, 12]), variances: parameters([1, 1, 1, 4]),
            definition: ModelDefinition(phones: 2, phoneOfSenone: [0, 1, 1]),
            weights: SenoneDump(parsing: header + weights, file: "test", streams: 1), best: best)
    }

    private func scores(_ features: [Float], by scorer: SenoneScorer) -> [[Int16]] {
        let frames = features.count / scorer.dimensions
        let row = scorer.senones + 1
        let all = [Int16](unsafeUninitializedCapacity: frames * row) { scores, count in
            count = scores.count
            scorer.score(features.span, into: UnsafeMutableBufferPointer(rebasing: scores[..<count]))
        }
        return (0..<frames).map { Array(all[$0 * row..<($0 + 1) * row]) }
    }

    @Test("counts how much less probable each senone is than the best one, as the formula of a Gaussian says")
    func formula() throws {
        let frames = scores([0, 10, 11], by: try scorer(best: 2))
        let unit = 1_024 * log(1.0001)
        #expect(frames.map { $0[0] } == [3, 3, 3])
        // At 0 the first phone fits; the floor is 96 steps below the best.
        #expect(frames[0][1] == 0 && abs(frames[0][2] - 96) <= 1)
        // At 10 the second Gaussian of the second phone is half as high, being twice as wide, and one mean of it away.
        #expect(frames[1][2] == 0)
        #expect(abs(Double(frames[1][3]) - (log(2) + 0.5) / unit) <= 1.1)
        // At 11 the first is a deviation away, the second half a one.
        #expect(abs(Double(frames[2][3] - frames[2][2]) - (log(2) + 0.125 - 0.5) / unit) <= 1.1)
    }

    @Test("takes only the best Gaussians")
    func best() throws {
        let frames = scores([10], by: try scorer(best: 1))
        // Of the second phone the first Gaussian is the best, and the third senone hardly draws from it.
        #expect(frames[0][2] == 0 && frames[0][3] > 200)
    }

    @Test("scores a frame the same whatever frames come before it, also beside others at once")
    func independence() throws {
        let scorer = try SenoneScorer(folder: Self.model, best: 8)
        #expect(scorer.senones == 5_126 && scorer.dimensions == 39)
        var generator = SystemRandomNumberGenerator()
        let features = (0..<39 * 100).map { _ in Float.random(in: -20...20, using: &generator) }
        let all = scores(features, by: scorer)
        for frame in [0, 1, 49, 50, 99] {
            let alone = scores(Array(features[frame * 39..<(frame + 1) * 39]), by: scorer)
            #expect(alone == [all[frame]])
        }
        #expect(all.allSatisfy { $0.dropFirst().min() == 0 })
    }

    @Test(
        "survives sounds that are no numbers",
        arguments: [Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude])
    func noNumbers(value: Float) throws {
        let frames = scores([value, 10], by: try scorer(best: 2))
        #expect(frames[1][2] == 0)
    }

    @Test("refuses the parts of different models")
    func mixed() throws {
        let one = try GaussianParameters(S3File(words: [1, 1, 1, 1, 1, 0]), file: "test")
        let header = [0, 2, 3].flatMap { value in withUnsafeBytes(of: Int32(value).littleEndian) { Array($0) } }
        let weights = try SenoneDump(parsing: header + [0, 0, 0, 0, 0, 0], file: "test", streams: 1)
        let error = #expect(throws: ParameterError.self) {
            try SenoneScorer(
                means: one, variances: one, definition: ModelDefinition(phones: 2, phoneOfSenone: [0, 1, 1]),
                weights: weights, best: 8)
        }
        #expect(error?.description == "cannot use the model: it does not have one codebook for each phone")
    }
}
