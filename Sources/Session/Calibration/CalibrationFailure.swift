import Foundation

/// Why there is no calibration.
public struct CalibrationFailure: Error, Equatable, CustomStringConvertible {
    public let description: String
    /// What to do about it.
    public let hint: String?

    init(_ description: String, hint: String? = nil) {
        self.description = description
        self.hint = hint
    }
}

extension CalibrationFailure {
    /// The environment names no folder for settings.
    public static let noFolder = CalibrationFailure(
        "there is no place for the calibration: neither XDG_CONFIG_HOME nor HOME names a folder",
        hint: "set XDG_CONFIG_HOME to a folder you can write to, or use --dry-run")

    static func cannotWrite(_ path: String, _ error: any Error) -> CalibrationFailure {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = underlying.map(\.code) ?? (error as NSError).code
        let reason = underlying == nil ? error.localizedDescription : String(cString: strerror(CInt(code)))
        return CalibrationFailure(
            "cannot write \(path): \(reason)",
            hint: "nothing was changed; make its folder writable, or set XDG_CONFIG_HOME to one that is")
    }

    static func nothingToUndo(_ path: String) -> CalibrationFailure {
        CalibrationFailure(
            "there is nothing to undo: \(path).previous is not there",
            hint: "each vocabulary has its own calibration: name the grammar with --grammar")
    }
}
