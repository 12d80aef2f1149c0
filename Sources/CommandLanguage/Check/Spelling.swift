/// Guesses what was meant by a name that nobody knows.
enum Spelling {
    /// The candidate with the fewest letters changed, if these are at most a third of the name.
    static func nearest(to name: String, among candidates: [String]) -> String? {
        guard candidates.count <= 2_000, name.count <= 40 else { return nil }
        let letters = Array(name.lowercased())
        let distances = candidates.lazy.filter { $0.count <= 60 }
            .map { (name: $0, distance: distance(letters, Array($0.lowercased()))) }
        guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, letters.count / 3) ? best.name : nil
    }

    /// Levenshtein's: letters to insert, remove or replace.
    private static func distance(_ from: [Character], _ to: [Character]) -> Int {
        var row = Array(0...to.count)
        for (i, letter) in from.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in to.enumerated() {
                let replaced = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[to.count]
    }
}
