/// How far a training has come.
public struct TrainingProgress: Sendable {
    public enum Stage: String, Sendable {
        case preparing
        case hearing = "hearing as before"
        case collecting
        case crossChecking = "hearing what was held back"
        case making = "making the model"
        case checking = "checking the model"
    }

    public let stage: Stage
    /// Of all steps.
    public let done: Int
    public let total: Int
}
