import Feedback
import Files
import Foundation
import Names
import Testing

/// `nakami improve` and `nakami versions` through the command line.
@Suite struct ImproveTests {
  /// A small model of somebody's own text, so that making a version takes a moment.
  static let built = Result {
    let folder = try TemporaryFolder()
    for number in 0..<24 {
      try folder.write(
        "data/\(number).txt",
        "On day \(number) Ben keeps \(number * 37 % 50) boats. Ana sells bread by the sea.".utf8)
    }
    let result = try Program.run(
      ["build", "--preset", "trial", "--steps", "4", "--data", "data", "--out", "Out", "--lessons"]
        + [Program.checkout + "/Lessons"], in: folder.path)
    try #require(result.exitCode == 0, "\(result.error)")
    return folder
  }

  /// A copy of it with feedback.
  struct Desk {
    let folder: TemporaryFolder
    var out: String { folder.path + "/Out" }
    var log: String { folder.path + "/feedback.jsonl" }
    var versions: String { out + "/versions" }

    init(from source: String, question: String = "Who keeps boats?", answers: [String]) throws {
      folder = try TemporaryFolder()
      try FileManager.default.copyItem(atPath: source, toPath: folder.path + "/Out")
      if let built = try? ImproveTests.built.get() {
        try FileManager.default.copyItem(
          atPath: built.path + "/data", toPath: folder.path + "/data")
      }
      let answer = RatedAnswer(
        id: "cmpl-1", prompt: question, answer: "?", kind: .question, language: .english,
        model: .init(name: "model", fingerprint: "0123456789abcdef"))
      try FeedbackFile(log).append(
        answers.enumerated().map {
          FeedbackEntry(answer: answer, rater: "rater \($0)", stars: 1, correction: $1)
        })
    }

    init(answers: [String] = ["Ben keeps boats."]) throws {
      try self.init(from: try ImproveTests.built.get().path + "/Out", answers: answers)
    }

    func run(_ arguments: [String], locale: String = "C") throws -> Program.Result {
      let own = arguments[0] == "improve" ? ["--feedback", log, "--data", "data", "--quiet"] : []
      return try Program.run(
        arguments + own + ["--out", out], in: folder.path, locale: locale)
    }

    /// A gate that any version meets, or none.
    func gate(_ share: Int) throws -> [String] {
      let name = "gate-\(share).json"
      let clause = share == 0 ? #""may_lose": 1"# : #""at_least": 1"#
      let measure = share == 0 ? "corrected" : "others"
      try folder.write(name, #"{"clauses": [{"measure": "\#(measure)", \#(clause)}]}"#.utf8)
      return ["--gate", folder.path + "/" + name]
    }
    func easy() throws -> [String] { try gate(0) }
    func hard() throws -> [String] {
      try folder.write(
        "hard.json", #"{"clauses": [{"measure": "corrected", "at_least": 1}]}"#.utf8)
      return ["--gate", folder.path + "/hard.json", "--steps", "1"]
    }

    func make() throws { try #require(try run(["improve"] + easy()).exitCode == 0) }
  }

  @Test func aCorrectionBecomesTheVersionThatAnswers() throws {
    let desk = try Desk(answers: ["Ben keeps boats.", "Ben keeps boats.", "Nobody."])
    let made = try desk.run(["improve", "--steps", "40"] + desk.easy())
    #expect(made.exitCode == 0, "\(made.error)")
    let listed = try desk.run(["versions"])
    #expect(listed.exitCode == 0, "\(listed.error)")
    #expect(listed.output.contains("  version 1: the model as it was built\n"), "\(listed.output)")
    #expect(listed.output.contains("\n* version 2, from 1, "), "\(listed.output)")
    #expect(listed.output.contains("1 corrections of 3 entries"), "\(listed.output)")
    #expect(listed.output.contains(": accepted\n"), "\(listed.output)")
    let asked = try desk.run(["ask", "Who keeps boats?", "--kind", "question", "--json"])
    #expect(asked.exitCode == 0 && asked.error == "nakami: version 2 answers\n", "\(asked.error)")
    #expect(asked.output.replacing(" ", with: "").contains(#""model":"2""#), "\(asked.output)")
    let card = FileManager.default.contents(atPath: desk.versions + "/2/README.md")
    let text = String(decoding: card ?? Data(), as: UTF8.self)
    #expect(text.contains("| corrected | 1 | 0 | "), "\(text)")
    #expect(text.contains("- Learned on from version 1 for 40 steps (all weights)"), "\(text)")
    #expect(text.contains("| Who keeps boats? | "), "\(text)")
    #expect(!FileManager.default.fileExists(atPath: desk.versions + "/.new"))

    let difference = try desk.run(["versions", "diff", "1", "2"])
    #expect(
      difference.exitCode == 0 && difference.output.contains("weights from version 1 to 2"))
    #expect(difference.output.contains("corrected prompts"), "\(difference.output)")
    let back = try desk.run(["versions", "restore", "1"])
    #expect(back.exitCode == 0 && back.output == "version 1 answers from now on\n")
    let again = try desk.run(["ask", "Who keeps boats?", "--quiet"])
    #expect(again.exitCode == 0 && again.error.isEmpty, "\(again.error)")
    // What comes next is made of the version that answers, and learns nothing away.
    #expect(try desk.run(["improve", "--from", "2"] + desk.easy()).exitCode == 0)
    let third = try desk.run(["versions"])
    #expect(third.output.contains("\n* version 3, from 2, "), "\(third.output)")
  }

  /// Answers, parts and attention of two versions, for any prompt.
  @Test func twoVersionsAreComparedOnAnyPrompt() throws {
    let desk = try Desk()
    #expect(try desk.run(["improve", "--steps", "40"] + desk.easy()).exitCode == 0)
    let diff = ["versions", "diff", "1", "2", "--prompt"]
    let report = desk.folder.path + "/moved.html"
    let compared = try desk.run(
      diff + ["Who keeps boats?", "--kind", "question", "--report", report])
    #expect(compared.exitCode == 0, "\(compared.error)")
    for words in [
      "Who keeps boats?\n  version 1: ", "\n  version 2: ", "Where the answers part", "attention 0",
      "L0H0", "The head that moved most", "on average ",
    ] {
      #expect(compared.output.contains(words), "“\(words)” in\n\(compared.output)")
    }
    let page = String(
      decoding: FileManager.default.contents(atPath: report) ?? Data(), as: UTF8.self)
    #expect(page.contains("Nakami, report of two versions") && page.contains("<svg"))
    #expect(page.contains("figure-before-after-parts") && page.contains("token by token"))
    // A report of the same kind may take its place, nothing else may.
    #expect(try desk.run(diff + ["Who?", "--report", report]).exitCode == 0)
    try desk.folder.write("mine.html", "<p>mine</p>".utf8)
    let taken = try desk.run(diff + ["Who?", "--report", desk.folder.path + "/mine.html"])
    #expect(taken.exitCode == 74 && taken.errorLines.count == 1, "\(taken.error)")
    let japanese = try desk.run(
      diff + ["だれが舟を持っていますか。", "--report", desk.folder.path + "/j.md"],
      locale: "ja_JP.UTF-8")
    #expect(japanese.exitCode == 0 && japanese.output.contains("いちばん動いたヘッド"))
    let written = FileManager.default.contents(atPath: desk.folder.path + "/j.md") ?? Data()
    #expect(String(decoding: written, as: UTF8.self).hasPrefix("# 一つのプロンプト、二つの版"))
    // The same version twice says so.
    let same = try desk.run(["versions", "diff", "2", "2", "--prompt", "Who keeps boats?"])
    #expect(same.exitCode == 0 && same.output.contains("both answers are the same"))
  }

  @Test func badPromptsToTwoVersionsAreOneLine() throws {
    let desk = try Desk()
    try desk.make()
    let diff = ["versions", "diff", "1", "2"]
    let cases: [([String], Int32, String)] = [
      (diff + ["--report", "x.html"], 64, "--prompt"),
      (diff + ["--kind", "question"], 64, "--prompt"),
      (diff + ["--prompt", " \u{0} "], 64, "empty"),
      (diff + ["--prompt", "Who?", "--report", "x.txt"], 64, "FILE.html"),
      (diff + ["--prompt", "Who?", "--kind", "song"], 64, "--kind"),
      (diff + ["--prompt", "Who?", "--report", "nowhere/x.html"], 74, "nowhere"),
      (["versions", "--prompt", "Who?"], 64, "diff A B"),
      (["versions", "restore", "1", "--prompt", "Who?"], 64, "diff A B"),
    ]
    for (arguments, code, words) in cases {
      let result = try desk.run(arguments)
      #expect(result.exitCode == code, "\(arguments): \(result.output)\(result.error)")
      #expect(result.errorLines.count == 1 && result.error.contains(words), "\(result.error)")
      #expect(result.output.isEmpty, "\(result.output)")
    }
    // What is typed stays inert, and what is too long is cut.
    let report = desk.folder.path + "/x.html"
    let hostile = "</script><script>x</script>\u{1B}[31m\u{202E}<|end|>"
    let result = try desk.run(diff + ["--prompt", hostile, "--report", report])
    #expect(result.exitCode == 0, "\(result.error)")
    let page = String(
      decoding: FileManager.default.contents(atPath: report) ?? Data(), as: UTF8.self)
    for text in [result.output, page] {
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    }
    #expect(!page.contains("<script>x"))
    let long = try desk.run(diff + ["--prompt", String(repeating: "boats ", count: 16_000)])
    #expect(long.exitCode == 0 && long.error.contains("too long"), "\(long.error)")
    // Of another shape, though its weights are the same.
    let path = desk.out + "/model/config.json"
    let text = String(decoding: FileManager.default.contents(atPath: path)!, as: UTF8.self)
    let heads = try #require(text.range(of: #""n_head": \d+"#, options: .regularExpression))
    try Data(text.replacingCharacters(in: heads, with: "\"n_head\": 1").utf8)
      .write(to: URL(fileURLWithPath: path))
    let other = try desk.run(diff + ["--prompt", "Who?"])
    #expect(other.exitCode == 65 && other.error.contains("config.json"), "\(other.error)")
  }

  @Test func aRefusedVersionStaysButDoesNotAnswer() throws {
    let desk = try Desk()
    #expect(try desk.run(["improve"] + desk.hard()).exitCode == 0)
    let listed = try desk.run(["versions"])
    #expect(listed.output.hasPrefix("* version 1"), "\(listed.output)")
    #expect(listed.output.contains(": refused\n"), "\(listed.output)")
    #expect(listed.output.contains("not met: corrected: at least 100% right"), "\(listed.output)")
    #expect(try desk.run(["ask", "Who keeps boats?", "--quiet"]).error.isEmpty)
    let japanese = try desk.run(["versions"], locale: "ja_JP.UTF-8")
    #expect(japanese.output.contains("不採用") && japanese.output.contains("満たさない条件"))
  }

  @Test(arguments: [
    "model.safetensors", "config.json", "tokenizer.json", "version.json", "README.md",
  ])
  func aVersionChangedByHandIsRefused(name: String) throws {
    let desk = try Desk()
    try desk.make()
    let path = desk.versions + "/2/" + name
    let before = try #require(FileManager.default.contents(atPath: path))
    for change in 0..<3 {
      switch change {
      case 0:
        // One byte, in the middle; in the manifest a digit of the loss.
        var data = before
        let place =
          name == "version.json"
          ? data.range(of: Data(#""lossAfter" : "#.utf8))!.upperBound : data.count / 2
        data[place] = data[place] == 0x31 ? 0x32 : 0x31
        try data.write(to: URL(fileURLWithPath: path))
      case 1: try before.prefix(before.count / 2).write(to: URL(fileURLWithPath: path))
      default: try FileManager.default.removeItem(atPath: path)
      }
      for arguments in [["ask", "Who?"], ["improve"], ["versions", "diff", "1", "2"]] {
        let result = try desk.run(arguments)
        #expect([65, 74].contains(result.exitCode), "\(arguments) \(change): \(result.output)")
        #expect(result.errorLines.count == 1, "\(arguments) \(change): \(result.error)")
      }
      let listed = try desk.run(["versions"])
      #expect(listed.exitCode == 0 && listed.output.contains("version 2 is damaged"))
      let restored = try desk.run(["versions", "restore", "2"])
      #expect([65, 74].contains(restored.exitCode))
    }
    #expect(try desk.run(["versions", "restore", "1"]).exitCode == 0)
    #expect(try desk.run(["ask", "Who?", "--quiet"]).exitCode == 0)
    try before.write(to: URL(fileURLWithPath: path))
    #expect(try desk.run(["versions", "restore", "2"]).exitCode == 0)
  }

  /// What people made is not the build's to remove.
  @Test func aRebuildKeepsVersionsAndTheOneThatAnswers() throws {
    let desk = try Desk()
    try desk.make()
    let rebuilt = try Program.run(
      [
        "build", "--preset", "trial", "--steps", "4", "--data", "data", "--out", desk.out,
        "--quiet",
      ]
        + ["--lessons", Program.checkout + "/Lessons"], in: desk.folder.path)
    #expect(rebuilt.exitCode == 0, "\(rebuilt.error)")
    #expect(try desk.run(["versions"]).output.contains("\n* version 2, from 1, "))
    let asked = try desk.run(["ask", "Who keeps boats?", "--kind", "question"])
    #expect(asked.exitCode == 0, "\(asked.error)")
    #expect(asked.error.hasPrefix("nakami: version 2 answers\n"), "\(asked.error)")
  }

  @Test func versionsOfAnotherModelDoNotAnswer() throws {
    let desk = try Desk()
    try desk.make()
    let path = desk.out + "/model/model.safetensors"
    var data = try #require(FileManager.default.contents(atPath: path))
    data[data.count - 2] ^= 1
    try data.write(to: URL(fileURLWithPath: path))
    let asked = try desk.run(["ask", "Who?"])
    #expect(asked.exitCode == 65 && asked.error.contains("another model"), "\(asked.error)")
    #expect(asked.error.contains("restore 1"))
  }

  @Test func badRequestsAreOneLine() throws {
    let desk = try Desk()
    try desk.folder.write(
      "bad.json", "{\"clauses\": [\n{\"measure\": \"luck\", \"may_lose\": 1}]}".utf8)
    try desk.folder.write("none.jsonl", "".utf8)
    try desk.folder.write("foreign.jsonl", "hello\nworld\n".utf8)
    let easy = try desk.easy()
    let cases: [([String], Int32, String)] = [
      (["improve", "--gate", "bad.json"], 65, "bad.json:2: nothing is measured as “luck”"),
      (["improve", "--way", "magic"], 64, "last-block"),
      (["improve", "--rank", "4"], 64, "low-rank"),
      (["improve", "--from", "7"] + easy, 74, "no version 7"),
      (["versions", "diff", "1"], 64, "diff A B"),
      (["versions", "diff", "1", "9"], 64, "no version 9"),
      (["versions", "restore", "x"], 64, "a number"),
      (["versions", "restore", "5"], 74, "no version 5"),
    ]
    for (arguments, code, words) in cases {
      let result = try desk.run(arguments)
      #expect(result.exitCode == code, "\(arguments): \(result.error)")
      #expect(result.errorLines.count == 1 && result.error.contains(words), "\(result.error)")
    }
    for (file, code, words) in [
      ("none.jsonl", 65, "more than half"), ("foreign.jsonl", 65, "is feedback of nakami"),
      ("nowhere.jsonl", 74, "nowhere.jsonl"),
    ] as [(String, Int32, String)] {
      let result = try Program.run(
        ["improve", "--feedback", file, "--data", "data", "--out", desk.out] + easy,
        in: desk.folder.path)
      #expect(result.exitCode == code && result.error.contains(words), "\(result.error)")
    }
    let contradicting = try Desk(answers: ["One.", "Two."])
    let result = try contradicting.run(["improve"] + easy)
    #expect(result.exitCode == 65 && result.error.contains("more than half"), "\(result.error)")
    let missing = try Program.run(
      ["improve", "--feedback", desk.log, "--out", desk.out] + easy, in: desk.folder.path)
    #expect(missing.exitCode == 64 && missing.error.contains("--data PATH"), "\(missing.error)")
    #expect(!FileManager.default.fileExists(atPath: desk.versions + "/2"))
  }

  /// In the town what else was known is asked, too; and the weights do not depend on threads.
  @Test func theTownIsAskedWhatItKnew() throws {
    var weights: [Data] = []
    for threads in ["1", "2"] {
      let desk = try Desk(
        from: try TinyBuild.output, question: "Where does Mira work?",
        answers: ["Mira works at the post office."])
      let made = try Program.run(
        ["improve", "--feedback", desk.log, "--out", desk.out, "--threads", threads]
          + desk.easy(), in: Program.checkout)
      #expect(made.exitCode == 0, "\(made.error)")
      for words in ["corrected: 0 → ", "everything else: ", "unknown people: 0 → ", "test loss: "] {
        #expect(made.output.contains(words), "\(made.output)")
      }
      // The build's own versions have their numbers already.
      let listed = try desk.run(["versions"])
      #expect(listed.output.contains("  versions 2 to 4: made by the build"), "\(listed.output)")
      #expect(listed.output.contains("\n* version 5, from 1, "), "\(listed.output)")
      weights.append(
        FileManager.default.contents(atPath: desk.versions + "/5/model.safetensors") ?? Data())
    }
    #expect(weights[0] == weights[1] && !weights[0].isEmpty)
  }

  /// At any moment, half of the kills while something is written there.
  @Test func fiftyKillsLeaveWholeVersionsOnly() throws {
    let desk = try Desk()
    let arguments =
      ["improve", "--steps", "2", "--threads", "1", "--feedback", desk.log, "--data", "data"]
      + ["--quiet", "--out", desk.out] + (try desk.easy())
    func start() throws -> Process {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.currentDirectoryURL = URL(fileURLWithPath: desk.folder.path)
      process.arguments = arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    let begin = Date()
    let first = try start()
    first.waitUntilExit()
    try #require(first.terminationStatus == 0)
    let seconds = Date().timeIntervalSince(begin)
    var state: UInt64 = 7
    func dice() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    let draft = desk.versions + "/.new"
    var (kills, midway, survivors) = (0, 0, 0)
    while kills < 50, survivors < 100 {
      let process = try start()
      let deadline = Date().addingTimeInterval(dice() * seconds)
      let pause = UInt32(dice() * 4000)
      while process.isRunning {
        if kills % 2 == 0
          ? Date() > deadline : FileManager.default.fileExists(atPath: draft)
        {
          if kills % 2 == 1 { usleep(pause) }
          break
        }
        usleep(200)
      }
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { kills += 1 } else { survivors += 1 }
      if FileManager.default.fileExists(atPath: draft) { midway += 1 }
      // Every version that has a name is whole, and the one that answers is one of them.
      for name in try FileManager.default.contentsOfDirectory(atPath: desk.versions)
      where Int(name) != nil {
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.versions + "/" + name)
        #expect(files.count == 7 && files.contains("version.json"), "\(name): \(files)")
      }
      guard kills % 10 == 0 else { continue }
      let listed = try desk.run(["versions"])
      #expect(listed.exitCode == 0 && !listed.output.contains("damaged"), "\(listed.output)")
      #expect(("\n" + listed.output).contains("\n* version "))
      #expect(try desk.run(["ask", "Who?", "--quiet"]).exitCode == 0)
    }
    #expect(kills == 50 && midway > 0, "\(kills) kills, \(midway) midway, \(survivors) too late")
    try desk.make()
    #expect(!FileManager.default.fileExists(atPath: draft))
  }
}
