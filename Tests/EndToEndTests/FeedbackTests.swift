import Feedback
import Files
import Foundation
import Testing

/// `nakami feedback` through the command line.
@Suite struct FeedbackTests {
  /// A folder with the note of an answer, and the file of feedback that goes with it.
  private struct Desk {
    let folder: TemporaryFolder
    var log: String { folder.path + "/feedback.jsonl" }

    init(prompt: String = "Where does Mira work?", answer: String = "Mira works at the mill.")
      throws
    {
      folder = try TemporaryFolder()
      try note(prompt, answer)
    }

    func note(_ prompt: String, _ answer: String, id: String = "cmpl-1") throws {
      try LastAnswer(besideFeedback: log).write(
        RatedAnswer(
          id: id, prompt: prompt, answer: answer, kind: .question, language: .english,
          model: .init(name: "model", fingerprint: "0123456789abcdef")))
    }

    func feedback(_ options: [String], input: String = "", locale: String = "C") throws
      -> Program.Result
    {
      try Program.run(
        ["feedback"] + options + ["--log", log], input: input, in: folder.path, locale: locale)
    }

    var text: String {
      String(decoding: FileManager.default.contents(atPath: log) ?? Data(), as: UTF8.self)
    }
    var lines: [Substring] { text.split(separator: "\n") }
  }

  @Test func anAnswerIsAskedRatedCorrectedAndListed() throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
    let log = folder.path + "/own/feedback.jsonl"
    let asked = try Program.run(
      [
        "ask", "Write to mira@harbour.example", "--model", folder.path + "/model", "--tokens", "4",
        "--json",
      ], environment: ["NAKAMI_FEEDBACK": log])
    #expect(asked.exitCode == 0, "\(asked.error)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [String: Any])
    let note = try LastAnswer(besideFeedback: log).read()
    #expect(note.id == object["id"] as? String && note.prompt == "Write to [email]")
    #expect(note.model.name == "model" && note.model.fingerprint.count == 16)
    let environment = ["NAKAMI_FEEDBACK": log]
    let shown = try Program.run(["feedback"], environment: environment)
    #expect(shown.output.hasPrefix("Write to [email] → "), "\(shown.output)")
    for (rater, stars) in [("me", "--good"), ("Ana", "--bad")] {
      let rated = try Program.run(
        ["feedback", stars, "--rater", rater, "--correct", "the harbour"], environment: environment)
      #expect(rated.exitCode == 0 && rated.output.hasPrefix(rater), "\(rated.error)")
      #expect(rated.output.contains("should be: the harbour"))
    }
    let list = try Program.run(["feedback", "--list"], environment: environment)
    #expect(list.output.contains("★★★★★") && list.output.contains("★☆☆☆☆"))
    #expect(list.output.contains("agreement of me, Ana: Cohen's kappa 0.00 on 1 answer ("))
    #expect(list.output.contains("Write to [email]  (corrected)\n    2 of 2 votes  the harbour"))
  }

  @Test func anAskNeverFailsForItsNote() throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
    try folder.write("blocked", "a file, no folder".utf8)
    let words = ["ask", "the sea", "--model", folder.path + "/model", "--tokens", "2", "--quiet"]
    let blocked = folder.path + "/blocked/feedback.jsonl"
    let silent = try Program.run(words, environment: ["NAKAMI_FEEDBACK": blocked])
    #expect(silent.exitCode == 0 && silent.error.isEmpty && !silent.output.isEmpty)
    // Whoever named the place hears of it.
    let told = try Program.run(words + ["--log", blocked])
    #expect(told.exitCode == 0 && told.output == silent.output)
    #expect(told.errorLines.count == 1 && told.error.contains("can't be rated afterwards"))
    let home = folder.path + "/home"
    let none = try Program.run(
      words + ["--no-note"], environment: ["NAKAMI_FEEDBACK": "", "HOME": home])
    #expect(none.exitCode == 0 && !FileManager.default.fileExists(atPath: home))
    let some = try Program.run(
      words, environment: ["NAKAMI_FEEDBACK": "", "XDG_STATE_HOME": "", "HOME": home])
    let note = home + "/.local/state/nakami/feedback.jsonl.last"
    #expect(some.exitCode == 0 && FileManager.default.fileExists(atPath: note))
    let state = try Program.run(
      words, environment: ["NAKAMI_FEEDBACK": "", "XDG_STATE_HOME": folder.path + "/state"])
    #expect(state.exitCode == 0)
    #expect(
      FileManager.default.fileExists(atPath: folder.path + "/state/nakami/feedback.jsonl.last"))
  }

  @Test(arguments: [
    (["--good", "--bad"], 64, "two ratings"), (["--rating", "6"], 64, "1 to 5"),
    (["--rater", "Ana"], 64, "add --good"), (["--list", "--good"], 64, "don't go together"),
    (["--list", "--export", "x"], 64, "don't go together"), (["good"], 64, "unexpected word"),
    (["--correct", ""], 64, "the correction is empty"), (["--correct", "\u{1B}"], 64, "empty"),
    (["--good", "--rater", "a@b.example"], 64, "take a nickname"),
    (["--correct", "Mira works at the mill."], 65, "use --good"),
    (["--correct", "at <|end|>"], 65, "<|end|>"),
    (["--correct", "You idiot, at the mill."], 65, "content filter"),
    (["--correct", String(repeating: "sea ", count: 2_000)], 65, "at most 4096 are kept"),
    (["--good", "--rater", String(repeating: "x", count: 5_000)], 64, "take a nickname"),
    (["--correct", "Mira trabaja en la panadería del puerto."], 65, "write it in English"),
    (["--correct", "ミラは製粉所で働いています。"], 65, "write it in English"),
    (["--list"], 74, "nothing was rated yet"), (["--import", "missing.jsonl"], 74, "no such file"),
    (["--export", "out.jsonl"], 74, "no such file"),
  ])
  func whatIsWrongGetsOneLine(options: [String], code: Int32, word: String) throws {
    let desk = try Desk()
    let result = try desk.feedback(options)
    #expect(result.exitCode == code && result.errorLines.count == 1, "\(result.error)")
    #expect(result.error.contains(word) && result.output.isEmpty, "\(result.error)")
    #expect(desk.text.isEmpty)
    let japanese = try desk.feedback(options, locale: "ja_JP.UTF-8")
    #expect(japanese.exitCode == code && japanese.errorLines.count == 1)
  }

  @Test func theTimeIsStoredListedAndPassedOn() throws {
    let desk = try Desk()
    let set = ["SOURCE_DATE_EPOCH": "1936772000"]
    let rated = try Program.run(["feedback", "--good", "--log", desk.log], environment: set)
    #expect(rated.exitCode == 0 && rated.output.contains("[2031-05-17T08:13:20Z]"), "\(rated)")
    #expect(desk.text.contains("\"time\":\"2031-05-17T08:13:20Z\""))
    // The clock's own, where nothing else is said.
    let before = UTCTime(seconds: Int(Date().timeIntervalSince1970))!
    #expect(try desk.feedback(["--bad", "--rater", "Ana"]).exitCode == 0)
    let after = UTCTime(seconds: Int(Date().timeIntervalSince1970) + 1)!
    var times: [UTCTime] = []
    try FeedbackFile(desk.log).readLines {
      if case .entry(let entry) = $0, let time = entry.time { times.append(time) }
    }
    #expect(times.count == 2)
    #expect((before.seconds...after.seconds).contains(times[1].seconds))
    #expect(try desk.feedback(["--list"]).output.contains("[2031-05-17T08:13:20Z]"))
    let other = try Desk()
    let exported = try desk.feedback(["--export", "-"]).output
    #expect(try other.feedback(["--import", "-"], input: exported).exitCode == 0)
    #expect(other.text == desk.text)
    // Lines of before there were times are read and passed on as they are.
    let old = exported.replacing(/"time":"[^"]*",/, with: "")
    let third = try Desk()
    #expect(
      try third.feedback(["--import", "-"], input: old).output.hasPrefix("2 taken"))
    #expect(third.text == old && !old.contains("time"))
    for value in ["soon", "-1", "1.5", "999999999999"] {
      let wrong = try Program.run(
        ["feedback", "--good", "--log", third.log], environment: ["SOURCE_DATE_EPOCH": value])
      #expect(wrong.exitCode == 64 && wrong.errorLines.count == 1, "\(value): \(wrong.error)")
      #expect(wrong.error.contains("SOURCE_DATE_EPOCH") && third.text == old)
    }
  }

  /// Each kind of correction that is none, as others may have sent it.
  @Test func whatOthersSentIsScreenedAsIfItWereTyped() throws {
    let desk = try Desk()
    #expect(try desk.feedback(["--bad", "--correct", "Mira works at the school."]).exitCode == 0)
    let sound = desk.text
    let problems = [
      ("You idiot, at the mill.", "content filter"), ("at <|end|>", "<|end|>"),
      ("ミラは製粉所で働いています。", "write it in English"),
      (String(repeating: "sea ", count: 2_000), "at most 4096 are kept"), ("", "is empty"),
    ]
    let lines = problems.map {
      sound.replacingOccurrences(of: "Mira works at the school.", with: $0.0)
    }.joined()
    let signed = sound.replacingOccurrences(
      of: "Mira works at the school.", with: "Ask mira@harbour.example or 090-1234-5678.")
    let other = try Desk()
    let taken = try other.feedback(["--import", "-"], input: lines + signed + sound)
    #expect(
      taken.exitCode == 0 && taken.output.hasPrefix("2 taken, 0 were there already, 5 passed"))
    for (place, problem) in problems.enumerated() {
      #expect(
        taken.errorLines[place].contains(":\(place + 1): ")
          && taken.errorLines[place].contains(problem.1), "\(taken.errorLines[place])")
    }
    #expect(taken.error.contains("1 mail address, 1 telephone number"))
    #expect(other.text.contains("Ask [email] or [phone].") && !other.text.contains("harbour"))
  }

  @Test func withoutAnAnswerThereIsNothingToRate() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["feedback", "--good", "--log", folder.path + "/f"])
    #expect(result.exitCode == 74 && result.error.contains("ask first"))
    try folder.write("f.last", "{\"last_answer\":1}".utf8)
    let damaged = try Program.run(["feedback", "--good", "--log", folder.path + "/f"])
    #expect(damaged.exitCode == 65 && damaged.error.contains("ask again"))
    let homeless = try Program.run(
      ["feedback"], environment: ["NAKAMI_FEEDBACK": "", "XDG_STATE_HOME": "", "HOME": ""])
    #expect(homeless.exitCode == 64 && homeless.error.contains("--log FILE"))
  }

  @Test func whatIsNotKeptAsTypedIsTold() throws {
    let desk = try Desk()
    let result = try desk.feedback([
      "--bad", "--correct", "Mira works\u{1B}[2J at the bakery, call 090-1234-5678.",
    ])
    #expect(result.exitCode == 0 && result.errorLines.count == 2, "\(result.error)")
    #expect(result.error.contains("1 telephone number"))
    #expect(result.error.contains("4 characters that steer a terminal were taken out"))
    #expect(!desk.text.contains("090-1234") && desk.text.contains("[phone]"))
    #expect(!desk.text.contains("\u{1B}") && !desk.text.contains("\\u001b"))
  }

  @Test func damagedLinesAreReportedAndTheRestCounts() throws {
    let desk = try Desk()
    #expect(try desk.feedback(["--good"]).exitCode == 0)
    let line = desk.text
    try (line + "damaged\n" + line.prefix(line.count / 2)).write(
      toFile: desk.log, atomically: false, encoding: .utf8)
    #expect(try desk.feedback(["--bad", "--rater", "Ana"]).exitCode == 0)
    let list = try desk.feedback(["--list"])
    #expect(list.exitCode == 0 && list.errorLines.count == 2, "\(list.error)")
    #expect(list.error.contains("feedback.jsonl:2: no feedback; this line is passed over"))
    #expect(list.error.contains("feedback.jsonl:3: not usable as JSON"))
    #expect(list.output.contains("me  ★★★★★") && list.output.contains("Ana  ★☆☆☆☆"))
    // What is exported is sound; what others sent is taken once.
    let out = try desk.feedback(["--export", "out.jsonl"])
    #expect(out.exitCode == 0 && out.output == "2 entries in out.jsonl\n")
    let other = try Desk()
    let path = desk.folder.path + "/out.jsonl"
    #expect(
      try other.feedback(["--import", path]).output
        == "2 taken, 0 were there already, 0 passed over\n")
    #expect(
      try other.feedback(["--import", path]).output
        == "0 taken, 2 were there already, 0 passed over\n")
    let piped = try desk.feedback(["--export", "-"])
    #expect(piped.output == other.text)
    #expect(try Desk().feedback(["--import", "-", "--quiet"], input: piped.output).output.isEmpty)
    // Never over something else, nor over itself.
    try "mine".write(toFile: desk.folder.path + "/notes", atomically: false, encoding: .utf8)
    for target in ["notes", desk.log] {
      let refused = try desk.feedback(["--export", target])
      #expect(refused.exitCode == 74 && refused.error.contains("name another file"))
    }
  }

  @Test func aForeignFileIsNoFeedback() throws {
    let desk = try Desk()
    try desk.folder.write("play.txt", String(repeating: "the sea\n", count: 50).utf8)
    let result = try desk.feedback(["--import", "play.txt"])
    #expect(result.exitCode == 65 && result.errorLines.count == 22, "\(result.error)")
    #expect(result.error.contains("… and 30 more lines"))
    #expect(result.errorLines.last?.contains("none of its 50 lines") == true)
    let log = desk.folder.path + "/play.txt"
    try FileManager.default.copyItem(atPath: desk.log + ".last", toPath: log + ".last")
    let rated = try Program.run(["feedback", "--good", "--log", log])
    #expect(rated.exitCode == 65 && rated.error.contains("something else than feedback"))
    let listed = try Program.run(["feedback", "--list", "--log", log])
    #expect(listed.exitCode == 65)
  }

  @Test func aHundredMegabytesAreReadInOnePass() throws {
    let desk = try Desk()
    #expect(try desk.feedback(["--good"]).exitCode == 0)
    let own = try #require(FileManager.default.contents(atPath: desk.log))
    let path = desk.folder.path + "/large.jsonl"
    _ = FileManager.default.createFile(atPath: path, contents: own)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    // One line of 50 MB, then a hundred thousand of 500 bytes, then one more entry.
    try handle.write(contentsOf: Data(repeating: 0x7B, count: 50 << 20) + Data([0x0A]))
    let row = Data(repeating: 0x61, count: 499) + Data([0x0A])
    for _ in 0..<100 { try handle.write(contentsOf: Data((0..<1_000).flatMap { _ in row })) }
    try handle.write(contentsOf: own)
    try handle.close()
    let start = Date()
    let result = try Desk().feedback(["--import", path])
    #expect(
      result.output == "1 taken, 1 were there already, 100001 passed over\n",
      "\(result.error.prefix(300))")
    // Quadratic time would be hours.
    #expect(Date().timeIntervalSince(start) < 120)
  }

  @Test func peopleWhoContradictEachOtherLeaveNoExample() throws {
    let desk = try Desk()
    for (rater, correction) in [("a", "at the bakery"), ("b", "at the school")] {
      let options = ["--bad", "--rater", rater, "--correct", correction]
      #expect(try desk.feedback(options).exitCode == 0)
    }
    let list = try desk.feedback(["--list"])
    #expect(list.output.contains("(contradicting: nothing has more than half of the votes"))
    #expect(list.output.contains("1 of 2 votes  at the bakery"))
    #expect(list.output.contains("kappa (0 ÷ 0) says nothing"))
    #expect(try desk.feedback(["--rating", "3", "--rater", "c"]).exitCode == 0)
    #expect(try desk.feedback(["--list"]).output.contains("Fleiss' kappa −0.50 on 1 answer ("))
    let japanese = try desk.feedback(["--list"], locale: "ja_JP.UTF-8")
    #expect(japanese.output.contains("フライスのカッパ係数 −0.50"))
    #expect(japanese.output.contains("食い違い"))
  }
}
