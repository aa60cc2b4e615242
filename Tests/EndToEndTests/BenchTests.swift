import Foundation
import Testing

/// `nakami bench` as a script would call it.
@Suite struct BenchTests {
  private static let small = [
    "--layers", "1", "--heads", "2", "--width", "16", "--context", "8", "--batch", "2",
    "--vocabulary", "11",
  ]
  private static let spread = ["median_ms", "min_ms", "max_ms", "repetitions"]

  private func measure(_ arguments: [String]) throws -> [String: Double] {
    let result = try Program.run(["bench"] + arguments + ["--seconds", "0.01", "--json"])
    #expect(result.exitCode == 0, "\(result.error)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Double], "\(result.output)")
  }

  @Test(arguments: [
    ("step", spread + ["tokens_per_s", "gflops", "peak_gflops", "share_of_peak", "parameters"]),
    (
      "generate",
      spread + [
        "tokens_per_s", "read_gb_per_s", "peak_read_gb_per_s", "share_of_peak",
        "prompt_tokens_per_s", "parameters",
      ]
    ),
    (
      "recording",
      [
        "off_median_ms", "on_median_ms", "cost_percent", "cost_low_percent", "cost_high_percent",
        "repetitions",
      ]
    ),
    (
      "memory", ["parameters_mb", "training_state_mb", "resident_growth_mb", "resident_mb"]
    ),
  ])
  func aShapeOfOnesOwnGivesOneObject(name: String, fields: [String]) throws {
    let values = try measure([name, "--threads", "2"] + Self.small)
    #expect(Set(values.keys) == Set(fields))
    if let median = values["median_ms"], let least = values["min_ms"], let most = values["max_ms"] {
      #expect(0 < least && least <= median && median <= most)
    }
    if let cost = values["cost_percent"] {
      let (low, high) = (values["cost_low_percent"]!, values["cost_high_percent"]!)
      #expect(low <= cost && cost <= high)
      #expect(values["repetitions"]! >= 21)
    }
  }

  @Test func aMatrixProductIsAShareOfThePeak() throws {
    let values = try measure(["matmul", "--size", "96", "--threads", "1"])
    #expect(Set(values.keys) == Set(Self.spread + ["gflops", "peak_gflops", "share_of_peak"]))
    let share = values["gflops"]! / values["peak_gflops"]!
    #expect(abs(share - values["share_of_peak"]!) < 1e-5)
  }

  /// What each step of the usage stage took, by its name.
  private func measureUsage(_ arguments: [String]) throws -> [String: [String: Double]] {
    let result = try Program.run(
      ["bench", "usage"] + arguments + ["--seconds", "0.01", "--json"])
    #expect(result.exitCode == 0, "\(result.error)")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: [String: Double]], "\(result.output)")
  }

  @Test func theUsageStageIsMeasuredStepByStep() throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
    let steps = try measureUsage(["--model", folder.path + "/model", "--prompt", "A gull"])
    let names = [
      "cold start", "load model", "detect language", "prepare prompt", "first token",
      "record activations", "causal map", "tidy answer", "answer",
    ]
    #expect(Set(steps.keys) == Set(names.map { "usage " + $0 }))
    for (name, values) in steps {
      let more = name == "usage answer" ? ["tokens_per_s", "prompt_tokens", "answer_tokens"] : []
      #expect(Set(values.keys) == Set(Self.spread + more), "\(name)")
      #expect(0 < values["min_ms"]! && values["min_ms"]! <= values["median_ms"]!, "\(name)")
      #expect(values["median_ms"]! <= values["max_ms"]! && values["repetitions"]! >= 5, "\(name)")
    }
    let answer = steps["usage answer"]!
    // The model has a token for each byte; it was asked for six and may write 64.
    #expect(answer["prompt_tokens"] == 6)
    #expect((1...64).contains(answer["answer_tokens"]!))
    let rate = answer["answer_tokens"]! / answer["median_ms"]! * 1e3
    #expect(abs(rate - answer["tokens_per_s"]!) < 1e-4 * rate)
    // A whole is no shorter than its part: a start reads the model, a record holds an answer.
    #expect(steps["usage cold start"]!["min_ms"]! > steps["usage load model"]!["min_ms"]!)
    #expect(steps["usage record activations"]!["min_ms"]! > answer["min_ms"]! / 2)
    let longer = try measureUsage(["--model", folder.path + "/model", "--prompt", "Two gulls"])
    #expect(longer["usage answer"]!["prompt_tokens"] == 9)
  }

  private static let stages = ["collect", "clean", "split", "tokenize", "dataset"]

  /// The sum of the stages is the whole, and what was read is what was given.
  @Test func textIsPreparedStageByStage() throws {
    let folder = try TemporaryFolder()
    let lines = (0..<900).map {
      "The boat number \($0) comes home with the tide at \($0 % 24) o'clock."
    }
    let text = lines.map { $0 + "\n\n" }.joined()
    try text.write(toFile: folder.path + "/a.txt", atomically: true, encoding: .utf8)
    let values = try measure(["data", "--data", folder.path + "/a.txt"])
    #expect(
      Set(values.keys)
        == Set(
          Self.stages.map { $0 + "_s" } + [
            "all_s", "mb_per_s", "peak_mb", "growth_mb", "text_mb", "documents", "left", "tokens",
            "threads",
          ]))
    let sum = Self.stages.reduce(0) { $0 + values[$1 + "_s"]! }
    #expect(
      abs(values["all_s"]! - sum) < 1e-5 * sum && Self.stages.allSatisfy { values[$0 + "_s"]! > 0 })
    #expect(values["text_mb"] == Double(text.utf8.count) / 1e6)
    #expect(abs(values["mb_per_s"]! * sum - values["text_mb"]!) < 1e-5)
    #expect(values["left"]! <= values["documents"]! && values["documents"] == 1)
    #expect(values["peak_mb"]! > values["growth_mb"]! && values["tokens"]! > 1000)
  }

  /// Nothing that lies there already is written over.
  @Test func textThatIsKeptReplacesNone() throws {
    let folder = try TemporaryFolder()
    let own = folder.path + "/1-1000/1000.txt"
    try FileManager.default.createDirectory(
      atPath: folder.path + "/1-1000", withIntermediateDirectories: true)
    try "mine".write(toFile: own, atomically: true, encoding: .utf8)
    let result = try Program.run(["bench", "data", "--mb", "1", "--documents", folder.path])
    #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(result.error)")
    #expect(try String(contentsOfFile: own, encoding: .utf8) == "mine")
  }

  @Test func sizesOfTextAreWholeMegabytes() throws {
    for sizes in ["0", "20,", "x", "1.5", "-3"] {
      let result = try Program.run(["bench", "data", "--mb", sizes])
      #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(sizes): \(result.error)")
      #expect(result.error.contains("20,200,1000"))
    }
  }

  @Test func withoutAModelNothingIsMeasured() throws {
    let folder = try TemporaryFolder()
    for (arguments, word) in [
      ([], "no run"), (["--model", folder.path + "/none"], "none"),
    ] {
      let result = try Program.run(["bench", "usage", "--json"] + arguments, in: folder.path)
      #expect([65, 74].contains(result.exitCode), "\(result.error)")
      #expect(result.errorLines.count == 1 && result.error.contains(word), "\(result.error)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func allPagesAreRenderedOnceMoreFromARecording() throws {
    let folder = try TemporaryFolder()
    let pages = folder.path + "/Pages"
    let arguments = ["site", "--out", try TinyBuild.output, "--pages", pages, "--threads", "1"]
    let values = try measure(arguments)
    #expect(Set(values.keys) == Set(Self.spread + ["pages", "bytes"]))
    #expect(0 < values["min_ms"]! && values["min_ms"]! <= values["median_ms"]!)
    #expect(values["repetitions"]! >= 3)
    let written = TemporaryFolder.files(in: pages)
    let built = TemporaryFolder.files(in: try TinyBuild.output)
    #expect(Double(written.keys.count { $0.hasSuffix(".html") }) == values["pages"])
    #expect(Double(written.values.reduce(0) { $0 + $1.count }) == values["bytes"])
    #expect(written.keys.contains("diagrams/pipeline.ja.mmd") && written.count > 80)
    for (name, data) in written { #expect(built[name] == data, "\(name) differs") }
    // What lies there already may not mix with them.
    let again = try Program.run(["bench"] + arguments)
    #expect(again.exitCode == 64 && again.error.contains("--pages"), "\(again.error)")
    let none = try Program.run(["bench", "site", "--out", folder.path + "/None"])
    #expect(none.exitCode == 74 && none.errorLines.count == 1, "\(none.error)")
  }

  @Test func tokensPerSecondFollowFromTheMedian() throws {
    let step = try measure(["step"] + Self.small)
    #expect(abs(step["tokens_per_s"]! * step["median_ms"]! / 1e3 - 16) < 1e-3)
    let generation = try measure(["generate"] + Self.small)
    #expect(abs(generation["tokens_per_s"]! * generation["median_ms"]! / 1e3 - 8) < 1e-3)
  }

  @Test(arguments: [
    (["--width", "130", "--heads", "4"], "choose a multiple of 4"),
    (["--context", "0"], "--context"),
    (["--layers", "0"], "--layers"),
    (["--heads", "-1"], "--heads"),
    (["--batch", "0"], "--batch"),
    (["--vocabulary", "1"], "--vocabulary"),
    (["--width", "1000000000"], "--width"),
    (["--width", "16384", "--layers", "12"], "MB"),
    (["--width", "65536", "--layers", "512", "--batch", "65536", "--context", "65536"], "sizes"),
    (["--threads", "0"], "--threads"),
    (["--threads", "-2"], "--threads"),
    (["--threads", "two"], "--threads"),
    (["--layers", "4.5"], "--layers"),
    (["--layers", "99999999999999999999"], "--layers"),
  ])
  func impossibleShapesAreRefusedBeforeAnyWork(arguments: [String], word: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("play.txt", String(repeating: "to be or not to be ", count: 200).utf8)
    for command in [["bench", "step"], ["train", "--data", folder.path + "/play.txt"]] {
      let result = try Program.run(command + arguments)
      #expect(result.exitCode == 64, "\(command) \(arguments): \(result.output)\(result.error)")
      #expect(result.errorLines.count == 1, "\(result.error)")
      #expect(result.error.contains(word), "\(result.error)")
      #expect(result.output.isEmpty)
    }
  }

  /// Both stories of a run's model, and what its build took.
  @Test func theStoriesAreMeasuredBesideTheBuild() throws {
    let model = try TinyBuild.output + "/model"
    let result = try Program.run(
      ["bench", "improve", "--model", model, "--json"], in: Program.checkout)
    #expect(result.exitCode == 0, "\(result.error)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        as? [String: [String: Double]])
    #expect(
      Set(object.keys)
        == ["improve documents", "improve facts", "improve unknown", "improve build"])
    for story in ["improve facts", "improve unknown"] {
      let row = try #require(object[story])
      #expect(row["story_s"]! > 0 && row["limit_s"] == 60, "\(row)")
      for name in ["corrected_percent", "otherwise_percent", "known_after_percent"] {
        #expect((0...100).contains(row[name]!), "\(name)")
      }
    }
    let build = try #require(object["improve build"])
    #expect(build["build_s"]! > build["versions_s"]! && build["versions_s"]! > 0, "\(build)")
    // The table, too, has a heading for everything.
    let table = try Program.run(["bench", "improve", "--model", model], in: Program.checkout)
    #expect(table.exitCode == 0 && table.output.contains("whole build s"), "\(table.error)")
  }

  @Test func anUnknownBenchmarkIsAnsweredWithTheList() throws {
    let result = try Program.run(["bench", "generation"])
    #expect(result.exitCode == 64)
    #expect(result.error.contains("generate"), "\(result.error)")
  }

  @Test func aLossThatIsNotFiniteStopsAndKeepsTheLastGoodCheckpoint() throws {
    let folder = try TemporaryFolder()
    try folder.write("play.txt", String(repeating: "to be or not to be, ", count: 400).utf8)
    let command = [
      "train", "--data", folder.path + "/play.txt", "--layers", "1", "--heads", "2", "--width",
      "16", "--context", "8", "--batch", "2", "--steps", "400", "--learning-rate", "1000000",
      "--evaluation-interval", "1", "--evaluation-batches", "1", "--out", folder.path + "/Play",
      "--quiet",
    ]
    let first = try Program.run(command)
    #expect(first.exitCode == 65, "\(first.output)\(first.error)")
    #expect(first.errorLines.count == 1, "\(first.error)")
    #expect(first.error.contains("step ") && first.error.contains("--learning-rate"))
    let files = TemporaryFolder.files(in: folder.path + "/Play")
    #expect(files.keys.sorted() == ["checkpoint.safetensors", "nakami-files.txt"])

    // What was kept can be read, leads to the same step again, and stays as it is.
    let second = try Program.run(command + ["--resume"])
    #expect(second.exitCode == 65)
    #expect(second.error == first.error)
    #expect(TemporaryFolder.files(in: folder.path + "/Play") == files)
  }
}
