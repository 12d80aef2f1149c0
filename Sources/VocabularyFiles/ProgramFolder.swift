internal import FoundationEssentials

/// The folder of the running program, symbolic links followed: what belongs to the program is looked for from there.
package enum ProgramFolder {
    package static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path
}
