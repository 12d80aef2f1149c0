extension Info {
    /// One recogniser.
    public struct Program: Equatable, Sendable {
        public var name: String
        public var description: String?
        public var version: String?
        public var author: Author
        public var models: [Model]
        /// Whether it sends `transcript-start`, `-chunk` and `-stop`.
        public var streamsTranscripts: Bool

        public init(
            name: String, description: String?, version: String?, author: Author, models: [Model],
            streamsTranscripts: Bool
        ) {
            self.name = name
            self.description = description
            self.version = version
            self.author = author
            self.models = models
            self.streamsTranscripts = streamsTranscripts
        }
    }

    /// What a recogniser listens with, chosen by the name in `transcribe`.
    public struct Model: Equatable, Sendable {
        public var name: String
        public var description: String?
        public var version: String?
        public var author: Author
        public var languages: [String]

        public init(name: String, description: String?, version: String?, author: Author, languages: [String]) {
            self.name = name
            self.description = description
            self.version = version
            self.author = author
            self.languages = languages
        }
    }

    /// Who made it, and where it is from.
    public struct Author: Equatable, Sendable {
        public var name: String
        public var url: String

        public init(name: String, url: String) {
            self.name = name
            self.url = url
        }
    }
}
