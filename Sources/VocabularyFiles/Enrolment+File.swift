import Foundation
package import WordPrototypes

extension Enrolment {
    /// Reads the file at `path`; there is nothing in one that is not there.
    ///
    /// - Throws: ``VocabularyError`` or `WordPrototypesError`.
    package init(keptIn path: String, featureCount: Int) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            self.init(samples: [:])
            return
        }
        try self.init(parsing: try TextFile.read(path), file: path, featureCount: featureCount)
    }
}
