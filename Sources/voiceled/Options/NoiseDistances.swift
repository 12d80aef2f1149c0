import ArgumentParser

/// Distances between speech and noise, in decibels, as in `6,9,clean`.
struct NoiseDistances: ExpressibleByArgument {
    /// `nil` is without noise.
    let decibels: [Double?]

    init?(argument: String) {
        var decibels: [Double?] = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            if part == "clean" {
                decibels.append(nil)
            } else if let value = Double(part), (-40...80).contains(value) {
                decibels.append(value)
            } else {
                return nil
            }
        }
        self.decibels = decibels
    }
}
