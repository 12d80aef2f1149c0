/// One linear map for all means of a model: maximum likelihood linear regression (Leggetter and Woodland, 1995).
///
/// The file is what SphinxTrain's `mllr_solve` writes, in text: one class; how many streams; for each stream its
/// length n, n rows of n numbers, n numbers to be added, and n for the variances, which stay as they are. What
/// follows `#` is a comment.
public struct MeanTransform: Equatable, Sendable {
    /// One for each stream.
    private let streams: [Stream]

    private struct Stream: Equatable {
        let length: Int
        /// Row by row.
        let matrix: [Float]
        let offset: [Float]

        func move(_ values: inout [Float], at place: Int) {
            let mean = Array(values[place..<place + length])
            for row in 0..<length {
                var sum = offset[row]
                for column in 0..<length { sum += matrix[row * length + column] * mean[column] }
                values[place + row] = sum
            }
        }
    }

    /// - Throws: ``ParameterError`` for another format.
    public init(parsing text: String, file: String) throws(ParameterError) {
        let fields = text.split(separator: "\n").flatMap { line in
            line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
        }
        let numbers = fields.compactMap { Float($0) }
        guard numbers.count == fields.count, numbers.allSatisfy(\.isFinite), numbers.count > 2, numbers[0] == 1,
            let count = Int(exactly: numbers[1]), (1...16).contains(count)
        else { throw ParameterError(file, "it is not a map of means with one class") }
        var rest = numbers.dropFirst(2)
        var streams: [Stream] = []
        for _ in 0..<count {
            guard let length = rest.popFirst().flatMap(Int.init(exactly:)), (1...1_000).contains(length),
                rest.count >= length * (length + 2)
            else { throw ParameterError(file, "it ends too early") }
            let matrix = Array(rest.prefix(length * length))
            let offset = Array(rest.dropFirst(length * length).prefix(length))
            streams.append(Stream(length: length, matrix: matrix, offset: offset))
            rest = rest.dropFirst(length * (length + 2))
        }
        guard rest.isEmpty else { throw ParameterError(file, "it is longer than it should be") }
        self.streams = streams
    }

    /// The file `means` of a model, with all means moved.
    ///
    /// - Parameter file: for the errors.
    /// - Throws: ``ParameterError`` if the means have other streams.
    public func moving(_ means: S3File, file: String) throws(ParameterError) -> S3File {
        let parameters = try GaussianParameters(means, file: file)
        guard parameters.lengths == streams.map(\.length) else {
            throw ParameterError(file, "its streams are not those of the map")
        }
        var values = parameters.values
        var place = 0
        for _ in 0..<parameters.codebooks {
            for stream in streams {
                for _ in 0..<parameters.gaussians {
                    stream.move(&values, at: place)
                    place += stream.length
                }
            }
        }
        return S3File(words: means.words.dropLast(values.count) + values.map(\.bitPattern))
    }
}
