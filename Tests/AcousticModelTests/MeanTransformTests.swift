import AcousticModel
import Testing

@Suite("MeanTransform")
struct MeanTransformTests {
    /// Two codebooks, streams of two and one features, two Gaussians.
    private func means(_ values: [Float]) -> S3File {
        S3File(words: [2, 2, 2, 2, 1, UInt32(values.count)] + values.map(\.bitPattern))
    }

    private let map = """
        # made of nothing
        1
        2
        2
        1 2
        0 1
        10 20
        1 1
        1
        3
        -1
        1
        """

    @Test("moves the means of each stream by its own rows and sums, in every codebook")
    func moving() throws {
        let transform = try MeanTransform(parsing: map, file: "m")
        let moved = try transform.moving(means([1, 2, 3, 4, 5, 6, 0, 1, 1, 0, 7, 8]), file: "means")
        #expect(moved == means([15, 22, 21, 24, 14, 17, 12, 21, 11, 20, 20, 23]))
    }

    @Test(
        "says what is wrong with a file",
        arguments: [
            ("", "it is not a map of means with one class"),
            ("2 1 1 1 1 1", "it is not a map of means with one class"),
            ("1 1 1 x 1 1", "it is not a map of means with one class"),
            ("1 1 2 1 0 0 1 0", "it ends too early"),
            ("1 1 1 1 0 1 5", "it is longer than it should be"),
        ])
    func damage(text: String, reason: String) {
        #expect(throws: ParameterError("m", reason)) { try MeanTransform(parsing: text, file: "m") }
    }

    @Test("refuses means with other streams")
    func strange() throws {
        let transform = try MeanTransform(parsing: "1 1 1 1 0 1", file: "m")
        #expect(throws: ParameterError("means", "its streams are not those of the map")) {
            try transform.moving(means([Float](repeating: 0, count: 12)), file: "means")
        }
    }
}
