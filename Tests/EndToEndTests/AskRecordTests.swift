import Files
import Foundation
import Names
import Record
import SampleRuns
import Testing

/// One answer recorded from the prompt to the text, through the command line.
@Suite struct AskRecordTests {
  private func ask(
    _ arguments: [String], from output: String? = nil, locale: String = "C"
  ) throws -> Program.Result {
    let output = try output ?? TinyBuild.output
    return try Program.run(
      ["ask"] + arguments + (arguments.contains("--model") ? [] : ["--out", output]),
      locale: locale)
  }

  /// Pages without holes, links that lead somewhere, lessons in both languages, and a run that proves itself.
  private func expectShown(_ folder: String, _ what: String) throws {
    let files = TemporaryFolder.files(in: folder)
    for (name, bytes) in files where name.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for hole in Holes.inPage(text) { Issue.record("\(what), \(name): \(hole)") }
      for link in text.split(separator: "href=\"").dropFirst() {
        let target = link.prefix { $0 != "\"" && $0 != "#" }
        guard !target.isEmpty, !target.contains(":") else { continue }
        let path = URL(fileURLWithPath: "/" + name).deletingLastPathComponent()
          .appendingPathComponent(String(target)).standardizedFileURL.path
        #expect(files[String(path.dropFirst())] != nil, "\(what), \(name) leads to \(target)")
      }
    }
    for language in Language.allCases.map(\.rawValue) {
      #expect(files["\(language)/lessons/inside-the-model.html"] != nil, "\(what)")
      #expect(files["\(language)/ai-output.html"] != nil, "\(what)")
      #expect(files["\(language)/raw-data.html"] == nil, "\(what)")
      let walk = try Program.run(["learn", "U3", "--language", language, "--out", folder])
      #expect(walk.exitCode == 0, "\(what): \(walk.error)")
      for hole in Holes.inText(walk.output) { Issue.record("\(what), U3 \(language): \(hole)") }
    }
    let check = try Program.run(["check", folder])
    #expect(check.exitCode == 0, "\(what): \(check.output)\(check.error)")
  }

  /// Of every kind of request, in both languages, with every setting: what is written and what is shown.
  @Test(arguments: [
    ["Where does Mira live?"], ["ミラさんの職場を教えて"], ["a"],
    ["Sum up: Mira lost a key. Tobin found it at the pier. Then they had tea."],
    ["Mira lives here.", "--kind", "translation", "--tokens", "9"],
    ["朝、ミラは", "--temperature", "1.3", "--seed", "3"],
    ["In the morning", "--temperature", "0.9", "--min-p", "0.1", "--seed", "5"],
    [
      "In the morning", "--temperature", "2", "--top-k", "9", "--top-p", "0.8", "--seed", "5",
      "--repetition-penalty", "1.6",
    ],
    ["Where does Mira live?", "--repetition-penalty", "40"],
    ["Where does Mira live?", "--repetition-penalty", "1.00001"],
    ["In the morning", "--fork", "1=#65", "--stop", "e"],
    ["Where does Mira live?", "--fork", "1=<|end|>"], ["Where does Mira live?", "--tokens", "1"],
    ["In the morning", "--temperature", "0.001", "--tokens", "500"],
    [String(repeating: "The gulls cried over the roofs of Nagi. ", count: 30), "--tokens", "9"],
    ["Where “does” <b>Mira</b> </script> <|end|> \u{1B}[31mlive?\u{202E}"],
  ])
  func everyAnswerIsShown(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Mine"
    let plain = try ask(arguments + ["--quiet"])
    let result = try ask(arguments + ["--quiet", "--record", out])
    #expect(result.exitCode == 0, "\(result.error)")
    #expect(result.output == plain.output && result.error == plain.error)
    let run = try RunStore.read(from: out + "/run")
    let answer = try #require(run[.usage]?.answers.first)
    #expect(run[.usage]?.answers.count == 1 && answer.prompt == arguments[0])
    #expect((answer.text + "\n") == plain.output)
    #expect(answer.hasActivations && answer.followed != nil && answer.knockouts != nil)
    #expect(answer.isRight == nil && run[.truth] == nil)
    // What was written is what is judged, whoever chose it.
    let judged = try #require(answer.knockouts?.tokens.map(\.id))
    #expect(!judged.isEmpty && answer.choices.map(\.chosen.id).starts(with: judged))
    #expect(run.setting.usesWorld && run.setting.recordedFrom == "Output")
    #expect(run.setting.importedFrom == nil)
    try expectShown(out, arguments[0])
  }

  @Test func theReaderIsToldWhereItLiesAndTheAnswerIsAsEver() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Mine"
    let drawn = ["In the morning", "--temperature", "1", "--seed", "4"]
    let json = try ask(drawn + ["--json"])
    let recorded = try ask(drawn + ["--json", "--record", out])
    #expect(recorded.output == json.output)
    #expect(recorded.errorLines.count == 2 && recorded.error.contains("(nakami check \(out))"))
    #expect(recorded.error.contains("Open \(out)/index.html"))
    #expect(recorded.error.contains("nakami learn U3 --out \(out)"))
    let first = TemporaryFolder.files(in: out)
    // Again, and the reader's own file in between stays.
    try folder.write("Mine/notes.txt", "mine".utf8)
    let japanese = try ask(drawn + ["--record", out], locale: "ja_JP.UTF-8")
    #expect(japanese.error.contains("ブラウザーで \(out)/index.html"), "\(japanese.error)")
    var second = TemporaryFolder.files(in: out)
    #expect(second.removeValue(forKey: "notes.txt") == Data("mine".utf8))
    #expect(second == first, "the same answer, the same bytes")
    let other = try ask(["Where does Mira live?", "--quiet", "--record", out])
    #expect(other.exitCode == 0 && other.errorLines.isEmpty, "\(other.error)")
    #expect(try RunStore.read(from: out + "/run")[.usage]?.answers[0].kind == .question)
    #expect(TemporaryFolder.files(in: out)["notes.txt"] != nil)
    // The copy of the model answers as the original does, also into the folder that it is in.
    let original = try ask(drawn + ["--quiet"])
    let copy = try ask(drawn + ["--quiet", "--record", out], from: out)
    #expect(copy.exitCode == 0 && copy.output == original.output, "\(copy.error)")
    #expect(try RunStore.read(from: out + "/run").setting.usesWorld)
  }

  @Test func aTranslatedAnswerAndAReportGoTogetherWithIt() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Mine"
    let result = try ask([
      "Mira", "--temperature", "1", "--seed", "7", "--answer-in", "ja", "--record", out, "--steps",
      "--report", folder.path + "/answer.html",
    ])
    #expect(result.exitCode == 0, "\(result.error)")
    #expect(try RunStore.read(from: out + "/run")[.usage]?.answers[0].translation != nil)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/answer.html"))
    try expectShown(out, "translated")
  }

  @Test func anAnswerThatIsHeldBackIsShownAsTheModelWroteIt() throws {
    let folder = try TemporaryFolder()
    let model = folder.path + "/model"
    try FileManager.default.copyItem(atPath: try TinyBuild.output + "/model", toPath: model)
    let path = model + "/generation_config.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let end = try #require(text.lastIndex(of: "}"))
    try (text[..<end] + ", \"hold_answers_below\": {\"probability\": 1, \"tokens\": 1}}")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let out = folder.path + "/Mine"
    let held = try ask(["Where does Mira live?", "--model", model, "--record", out])
    #expect(held.output == "I do not know.\n" && held.errorLines.count == 4, "\(held.error)")
    let run = try RunStore.read(from: out + "/run")
    #expect(run[.usage]?.answers[0].hold?.isHeld == true && !run.setting.usesWorld)
    let files = TemporaryFolder.files(in: out)
    for (name, words) in [
      ("en/ai-output.html", "the reader got “I do not know.” instead"),
      ("en/lessons/inside-the-model.html", "Here we follow what it wrote"),
      ("ja/ai-output.html", "自信が足りなかったので"),
    ] {
      let page = String(decoding: files[name] ?? Data(), as: UTF8.self)
      #expect(page.contains(words), "\(name)")
    }
    try expectShown(out, "held back")
  }

  @Test func aModelFromElsewhereIsRecordedToo() throws {
    let folder = try TemporaryFolder()
    let (model, out) = (folder.path + "/play", folder.path + "/Mine")
    try SmallModel.save(to: model, context: 300)
    let result = try ask([
      "the sea", "--model", model, "--tokens", "9", "--temperature", "2", "--record", out,
    ])
    #expect(result.exitCode == 0, "\(result.error)")
    let run = try RunStore.read(from: out + "/run")
    #expect(run.setting.importedFrom == "play" && run.setting.recordedFrom == "play")
    try expectShown(out, "from elsewhere")
    let before = TemporaryFolder.files(in: out)
    let long = try ask([
      String(repeating: "sea ", count: 70), "--model", model, "--record", out,
    ])
    #expect(long.exitCode == 64 && long.errorLines.count == 1, "\(long.error)")
    #expect(long.error.contains("at most 256 tokens") && long.output.isEmpty)
    #expect(TemporaryFolder.files(in: out) == before)
  }

  /// Whatever else lies in the folder stays as it is, a build of minutes first of all.
  @Test func onlyARecordedAnswerIsReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("thesis/thesis.txt", "years of work".utf8)
    try folder.write("file", "x".utf8)
    try FileManager.default.copyItem(
      atPath: try TinyBuild.output, toPath: folder.path + "/Built")
    try SmallModel.save(to: folder.path + "/play")
    let imported = try Program.run([
      "import", folder.path + "/play", "--tokens", "2", "--out", folder.path + "/Imported",
    ])
    #expect(imported.exitCode == 0, "\(imported.error)")
    let before = TemporaryFolder.files(in: folder.path)
    for (out, word) in [
      ("thesis", "holds other files"), ("Built", "holds a run of nakami build or import"),
      ("Built/model", "holds other files"), ("Imported", "holds a run"), ("play", "other files"),
      ("file", "is a file; name a folder with --record"),
    ] {
      let result = try ask(["Mira", "--record", folder.path + "/" + out])
      #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(out): \(result.error)")
      #expect(result.error.contains(word) && result.error.contains("--record"), "\(result.error)")
      #expect(result.output.isEmpty)
    }
    #expect(TemporaryFolder.files(in: folder.path) == before)
    // Nor the other way round.
    let out = folder.path + "/Mine"
    #expect(try ask(["Mira", "--quiet", "--record", out]).exitCode == 0)
    let mine = TemporaryFolder.files(in: out)
    for command in [["import", folder.path + "/play"], ["build", "--preset", "trial"]] {
      let result = try Program.run(command + ["--out", out])
      #expect(result.exitCode == 64, "\(result.error)")
      #expect(result.error.contains("holds a recorded answer"), "\(result.error)")
    }
    #expect(TemporaryFolder.files(in: out) == mine)
  }

  @Test func whatCannotBeRecordedSaysWhy() throws {
    let folder = try TemporaryFolder()
    for (arguments, code, word) in [
      (["Mira", "--record", "/proc/nakami/Mine"], Int32(74), "choose another place with --record"),
      (["Mira", "--compare", "--record", folder.path + "/x"], 64, "--record is for one"),
      (["", "--record", folder.path + "/x"], 64, "empty"),
      (["Mira", "--record", ""], 64, "--record needs the name of a folder"),
      (["Mira", "--record", folder.path + "/x", "--lessons", folder.path], 64, "World/facts.txt"),
      (["Mira", "--record", folder.path + "/x", "--report", "/proc/no/x.md"], 74, "/proc/no/x.md"),
      (["Mira", "--record", folder.path + "/y", "--fork", "1=zqzqzq"], 64, "tokens"),
    ] {
      let result = try ask(arguments)
      #expect(result.exitCode == code && result.errorLines.count == 1, "\(result.error)")
      #expect(result.error.contains(word) && result.output.isEmpty, "\(result.error)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/y"))
  }
}
