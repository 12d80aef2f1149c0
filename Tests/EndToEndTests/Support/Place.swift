import Foundation

/// Where the parts of the package are that these tests use.
enum Place {
    /// The package's own folder.
    static let project = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Where the executables are built: beside the tests.
    static let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    static let fixtures = project.appending(path: "Tests/Fixtures")
}
