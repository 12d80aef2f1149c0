/// A language that commands come in.
public enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case korean = "ko"
}
