extension WordPrototypes {
    /// The same, nearer to how one person says the words.
    ///
    /// - Parameters:
    ///   - enrolment: samples of what that person said, each with as many features as ``mean`` has; one to three of each
    ///     word are enough. A word that is not among ``words`` joins them.
    ///   - weight: what one sample counts, the prototype counting 1.
    public func enrolling(_ enrolment: Enrolment, weight: Double = 1) -> WordPrototypes {
        var enrolled = self
        for (text, features) in enrolment.samples.sorted(by: { $0.key < $1.key }) {
            var sum = [Float](repeating: 0, count: axes.count)
            for direction in features.map(direction) {
                for place in sum.indices { sum[place] += direction[place] * Float(weight) }
            }
            if let known = enrolled.words.firstIndex(where: { $0.text == text }) {
                for place in sum.indices { sum[place] += enrolled.words[known].direction[place] }
                enrolled.words[known].direction = Self.normalised(sum)
            } else {
                enrolled.words.append(Word(text: text, direction: Self.normalised(sum)))
            }
        }
        return enrolled
    }
}
