internal import AcousticModel
internal import Foundation

/// Carries out the steps from recordings to an adapted model, in a folder of its own.
///
/// What each clip says about the sounds (`bw`, with the model that is adapted) is collected once for each part of the
/// clips; those sums can be added. So a model without any one part costs next to nothing more.
struct Adapter: Sendable {
    let base: String
    let toolkit: Toolkit
    let work: WorkFolder
    let features: FeatureParameters
    /// Seconds of sound in all, for the time limits.
    let seconds: Double

    /// - Parameters:
    ///   - base: folder of the model that is adapted.
    ///   - dictionary: how the words of the clips are pronounced.
    /// - Throws: ``AdaptationError``, `ParameterError`.
    init(base: String, dictionary: String, toolkit: Toolkit, seconds: Double) async throws {
        self.base = base
        self.toolkit = toolkit
        self.seconds = seconds
        work = try WorkFolder()
        features = FeatureParameters(parsing: String(decoding: try Self.read(base + "/feat.params"), as: UTF8.self))
        guard features.isTiedByPhone else {
            throw AdaptationError(
                .unusable, "the model \(base) cannot be adapted: it does not have one codebook for each phone (PTM)",
                hint: "name PocketSphinx's own English model with --base stock")
        }
        try work.write(dictionary, to: "dict")
        try work.write(try Self.read(base + "/noisedict"), to: "filler")
        let sendump = base + "/sendump"
        let weights = MixtureWeights(
            try SenoneDump(parsing: try Self.read(sendump), file: sendump, streams: features.streams))
        try work.write(weights.file.bytes, to: "mixture_weights")
        try await tool("pocketsphinx_mdef_convert", ["-text", base + "/mdef", path("mdef.txt")])
    }

    static func read(_ path: String) throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(filePath: path)))
        } catch {
            throw AdaptationError(
                .missing, "cannot read \(path): it is not there or may not be read",
                hint: "sudo apt-get install pocketsphinx-en-us")
        }
    }

    private func path(_ name: String) -> String { "\(work.path)/\(name)" }

    private func tool(_ name: String, _ arguments: [String], extraSeconds: Double = 0) async throws {
        try await Tool.run(
            toolkit.path(name), arguments, within: .seconds((30 + extraSeconds) * toolkit.patience))
    }

    /// Turns the clips into features; they are known by their place in `clips` from then on.
    ///
    /// - Throws: ``AdaptationError``, also if a clip gave none.
    func extractFeatures(of clips: [TrainingClip]) async throws {
        let sound = try work.makeFolder("sound")
        let cepstra = try work.makeFolder("cepstra")
        for (index, clip) in clips.enumerated() {
            try clip.samples.withUnsafeBytes { try Data($0).write(to: URL(filePath: "\(sound)/\(index).raw")) }
        }
        try work.write(clips.indices.map { "\($0)\n" }.joined(), to: "all.ctl")
        try await tool(
            "sphinx_fe",
            features.cepstralArguments + [
                "-c", path("all.ctl"), "-di", sound, "-do", cepstra, "-ei", "raw", "-eo", "mfc", "-raw", "yes",
                "-input_endian", "little",
                // As in the decoder: it would shift the times, and take away what the words begin with.
                "-remove_silence", "no",
            ], extraSeconds: seconds)
        // The trainer waits for ever for one that is missing.
        for (index, clip) in clips.enumerated() where !Self.hasContent("\(cepstra)/\(index).mfc") {
            throw AdaptationError(.unusable, "\(clip.name): no features could be made from it", hint: "leave it out")
        }
    }

    private static func hasContent(_ path: String) -> Bool {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return (size ?? 0) > 4
    }

    /// Collects what some of the clips say about the sounds.
    ///
    /// - Parameters:
    ///   - clips: by their places, with the words and pauses in them.
    func accumulate(_ clips: [(index: Int, transcript: String)], into part: Int) async throws {
        let sums = try work.makeFolder("sums\(part)")
        try work.write(clips.map { "\($0.index)\n" }.joined(), to: "\(part).ctl")
        try work.write(
            clips.map { "<s> \($0.transcript) </s> (\($0.index))\n" }.joined(), to: "\(part).transcription")
        try await tool(
            "bw",
            features.dynamicArguments + [
                "-moddeffn", path("mdef.txt"), "-ts2cbfn", ".ptm.", "-mixwfn", path("mixture_weights"),
                "-meanfn", base + "/means", "-varfn", base + "/variances", "-tmatfn", base + "/transition_matrices",
                "-dictfn", path("dict"), "-fdictfn", path("filler"), "-cepdir", path("cepstra"), "-cepext", "mfc",
                "-ctlfn", path("\(part).ctl"), "-lsnfn", path("\(part).transcription"), "-accumdir", sums,
                "-timing", "no",
            ], extraSeconds: seconds)
    }

    /// Makes a model from the sums of some parts.
    ///
    /// - Parameters:
    ///   - isFinal: whole, with copies of all files and the weights in the decoder's own form; else just good enough to
    ///     be tried.
    /// - Returns: its folder.
    func model(_ method: AdaptationMethod, from parts: [Int], named name: String, isFinal: Bool) async throws -> String
    {
        let folder = try work.makeFolder(name)
        let sums = parts.map { path("sums\($0)") }.joined(separator: ",")
        var means = base + "/means"
        if method != .map {
            let turned = "\(folder)/means"
            let matrix = path("\(name).mllr")
            try await tool(
                "mllr_solve",
                ["-meanfn", means, "-varfn", base + "/variances", "-outmllrfn", matrix, "-accumdir", sums])
            try await tool(
                "mllr_transform",
                ["-inmeanfn", means, "-outmeanfn", turned, "-varfn", base + "/variances", "-mllrmat", matrix])
            means = turned
        }
        var replaced: Set = ["means"]
        if method != .mllr {
            let weights = isFinal ? path("\(name).mixture_weights") : "\(folder)/mixture_weights"
            let moved = path("\(name).means")
            try await tool(
                "map_adapt",
                [
                    "-moddeffn", path("mdef.txt"), "-ts2cbfn", ".ptm.", "-meanfn", means, "-varfn",
                    base + "/variances", "-mixwfn", path("mixture_weights"), "-tmatfn", base + "/transition_matrices",
                    "-accumdir", sums, "-mapmeanfn", moved, "-mapmixwfn", weights,
                ])
            try? FileManager.default.removeItem(atPath: "\(folder)/means")
            try FileManager.default.moveItem(atPath: moved, toPath: "\(folder)/means")
            if isFinal {
                try await tool(
                    "mk_s2sendump",
                    [
                        "-pocketsphinx", "yes", "-moddeffn", path("mdef.txt"), "-mixwfn", weights, "-sendumpfn",
                        "\(folder)/sendump",
                    ])
            }
            replaced.insert("sendump")
        }
        for file in ModelFiles.parameters where !replaced.contains(file) {
            if isFinal {
                try FileManager.default.copyItem(atPath: "\(base)/\(file)", toPath: "\(folder)/\(file)")
            } else {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/\(file)", withDestinationPath: "\(base)/\(file)")
            }
        }
        try check("\(folder)/means")
        return folder
    }

    /// A value that is not a number would make the decoder deaf.
    private func check(_ path: String) throws {
        let words = try S3File(parsing: try Self.read(path), file: path).words
        guard words.allSatisfy({ Float(bitPattern: $0).isFinite }) else {
            throw AdaptationError(
                .failed, "adaptation gave values that are no numbers", hint: "record more, or other, phrases")
        }
    }
}
