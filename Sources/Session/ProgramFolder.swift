import Foundation

/// The folder of the running program, symbolic links followed: what belongs to the program is looked for from there.
enum ProgramFolder {
    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
}
