import Foundation
import Testing

/// Settings and forms of an answer, through the command line.
@Suite struct AskTests {
  private static let question = "Where does Mira live?"

  private func ask(_ options: [String], question: String = AskTests.question) throws
    -> Program.Result
  {
    try Program.run(["ask", question] + options + ["--out", try TinyBuild.output])
  }

  private func object(_ options: [String]) throws -> [String: Any] {
    let result = try ask(options + ["--json"])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    (["--temperature", "-1"], "--temperature"), (["--min-p", "2"], "--min-p"),
    (["--repetition-penalty", "0"], "--repetition-penalty"), (["--stop", ""], "--stop"),
    (["--fork", "x"], "--fork takes a step and a token"), (["--fork", "0=a"], "--fork takes"),
    (["--fork", "1=#999999"], "there is no token"), (["--fork", "1=zqzqzq"], "tokens"),
    (["--fork", "1=a", "--fork", "1=b"], "names a step twice"),
    (["--json", "--steps"], "two forms of one answer"), (["--report", "x.pdf"], "FILE.html"),
    (["--compare", "--steps"], "is for one"), (["--compare", "--stop", "x"], "is for one"),
    (["--compare", "--report", "x.md"], "is for one"),
  ])
  func impossibleSettingsGetAWord(options: [String], word: String) throws {
    let result = try ask(options)
    #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(result.error)")
    #expect(result.error.contains(word), "\(result.error)")
  }

  @Test(arguments: [
    (["--top-k", "5"], "--top-k has no effect at temperature 0"),
    (["--seed", "3"], "--seed has no effect at temperature 0"),
    (["--temperature", "1", "--top-k", "1"], "--top-k 1 always takes the likeliest token"),
    (["--fork", "900=a"], "the answer ends at step"),
  ])
  func settingsWithoutEffectGetAWord(options: [String], word: String) throws {
    let result = try ask(options)
    #expect(result.exitCode == 0 && result.errorLines.count == 2, "\(result.error)")
    #expect(result.error.contains(word), "\(result.error)")
    #expect(try ask([]).errorLines.count == 1)
  }

  @Test func everySettingReachesTheAccount() throws {
    let object = try object([
      "--temperature", "0.9", "--top-k", "7", "--top-p", "0.8", "--min-p", "0.01",
      "--repetition-penalty", "1.5", "--stop", "q", "--stop", "z", "--seed", "4", "--tokens", "3",
    ])
    let account = try #require(object["account"] as? [String: Any])
    #expect(account["topK"] as? Int == 7 && account["seed"] as? Int == 4)
    #expect(account["stopStrings"] as? [String] == ["q", "z"])
    for (name, value) in [
      ("temperature", 0.9), ("topP", 0.8), ("minP", 0.01), ("repetitionPenalty", 1.5),
    ] {
      #expect(abs((account[name] as? Double ?? 0) - value) < 1e-6, "\(name)")
    }
    #expect((account["choices"] as? [Any]).map { $0.count <= 3 } == true)
  }

  @Test func theLimitIsTheReasonThatIsTold() throws {
    let object = try object(["--tokens", "1"])
    let choice = try #require((object["choices"] as? [[String: Any]])?.first)
    #expect(choice["finish_reason"] as? String == "length")
    #expect(try ask(["--tokens", "1"]).error.contains("as many as were allowed"))
    #expect(try ask(["--tokens", "1", "--quiet"]).error.isEmpty)
  }

  @Test func aForkTakesItsTokenAndTheStepsTellIt() throws {
    let result = try ask(["--fork", "1=#65", "--steps"])
    #expect(result.exitCode == 0 && result.output.contains("was put there"), "\(result.output)")
    let object = try object(["--fork", "1=#65"])
    let account = try #require(object["account"] as? [String: Any])
    let first = try #require((account["choices"] as? [[String: Any]])?.first)
    #expect(first["isForked"] as? Bool == true)
    #expect((first["chosen"] as? [String: Any])?["id"] as? Int == 65)
  }

  @Test func severalSettingsStandSideBySide() throws {
    let result = try ask(["--compare", "--tokens", "8"])
    for setting in ["greedy", "temperature 0.7", "temperature 1.2", "top-k 5", "top-p 0.9"] {
      #expect(result.output.contains(setting), "\(setting)")
    }
    let own = try ask(["--compare", "--tokens", "8", "--temperature", "1.7"])
    #expect(own.output.contains("temperature 1.7"))
    let json = try ask(["--compare", "--tokens", "8", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["answers"] as? [Any])?.count == 7)
  }

  @Test(arguments: [("html", "<svg"), ("md", "| ---")])
  func aReportIsOneFileWithItsFigures(ending: String, sign: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/answer." + ending
    let result = try ask(["--temperature", "1", "--seed", "2", "--report", path])
    #expect(result.exitCode == 0, "\(result.error)")
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(text.contains(sign) && text.contains("How an answer came to be"))
    #expect(text.contains("The answer, token by token"))
    // Nothing lies beside it: neither the frame's style nor that of the figures.
    #expect(ending == "md" || text.contains(".figure-narrow") && text.contains(".site-header"))
    #expect(!text.contains("<link") && !text.contains("<script") && !text.contains("src="))
    let again = folder.path + "/again." + ending
    _ = try ask(["--temperature", "1", "--seed", "2", "--report", again])
    #expect(FileManager.default.contents(atPath: again) == Data(text.utf8))
    // A report takes the place of a report, and of nothing else.
    #expect(try ask(["--report", again]).exitCode == 0)
    let notes = folder.path + "/notes." + ending
    try "my notes".write(toFile: notes, atomically: true, encoding: .utf8)
    let refused = try ask(["--report", notes])
    #expect(refused.exitCode == 74 && refused.error.contains("choose another name"))
    #expect(refused.output.isEmpty)
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "my notes")
  }

  @Test func anAnswerThatIsHeldBackIsToldAsSuchInTheLanguageThatWasAskedFor() throws {
    let folder = try TemporaryFolder()
    let model = folder.path + "/model"
    try FileManager.default.copyItem(atPath: try TinyBuild.output + "/model", toPath: model)
    let path = model + "/generation_config.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let end = try #require(text.lastIndex(of: "}"))
    try (text[..<end] + ", \"hold_answers_below\": {\"probability\": 1, \"tokens\": 1}}")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let asked = ["--model", model]
    let held = try ask(asked)
    #expect(held.output == "I do not know.\n" && held.error.contains("--no-hold shows it"))
    let translated = try ask(asked + ["--answer-in", "ja"])
    #expect(translated.output == "わかりません。\n", "\(translated.output)")
    let given = try ask(asked + ["--no-hold"])
    #expect(given.output != held.output && !given.error.contains("held back"))
  }
}
