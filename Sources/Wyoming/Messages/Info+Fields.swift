extension Info.Program {
    /// What is missing stays empty: descriptions are for people.
    init(_ fields: [String: EventValue]) {
        self.init(
            name: fields["name"]?.string ?? "", description: fields["description"]?.string,
            version: fields["version"]?.string, author: Info.Author(fields["attribution"]?.object ?? [:]),
            models: (fields["models"]?.array ?? []).compactMap { $0.object.map(Info.Model.init) },
            streamsTranscripts: fields["supports_transcript_streaming"]?.bool ?? false)
    }

    var value: EventValue {
        .object([
            "name": .string(name), "description": description.map { .string($0) } ?? .null,
            "version": version.map { .string($0) } ?? .null, "attribution": author.value, "installed": true,
            "models": .array(models.map(\.value)), "supports_transcript_streaming": .bool(streamsTranscripts),
        ])
    }
}

extension Info.Model {
    init(_ fields: [String: EventValue]) {
        self.init(
            name: fields["name"]?.string ?? "", description: fields["description"]?.string,
            version: fields["version"]?.string, author: Info.Author(fields["attribution"]?.object ?? [:]),
            languages: (fields["languages"]?.array ?? []).compactMap(\.string))
    }

    var value: EventValue {
        .object([
            "name": .string(name), "description": description.map { .string($0) } ?? .null,
            "version": version.map { .string($0) } ?? .null, "attribution": author.value, "installed": true,
            "languages": .array(languages.map { .string($0) }),
        ])
    }
}

extension Info.Author {
    init(_ fields: [String: EventValue]) {
        self.init(name: fields["name"]?.string ?? "", url: fields["url"]?.string ?? "")
    }

    var value: EventValue { .object(["name": .string(name), "url": .string(url)]) }
}
