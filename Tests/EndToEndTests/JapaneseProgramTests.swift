import Foundation
import SampleRuns
import Testing

/// What the program says to a reader whose terminal is Japanese.
@Suite struct JapaneseProgramTests {
  /// Words of a help text that stay as they are typed: commands and options, names of files, and what
  /// the lines of a help text put for a value.
  private static let typed: Set<String> = [
    "COMMAND", "DIR", "FILE", "FOLDER", "PATH", "TEXT", "NAME", "KIND", "LIST", "CODE", "LESSON",
    "question", "continuation", "summary", "translation", "FILE.html", "FILE.md", "encode",
    "decode", "matmul", "step", "generate",
    "recording",
    "memory", "tokenizer", "clean", "data", "import", "train", "logits", "inspect", "run", "model",
    "tokenizer.json", "Output", "Lessons", "Imported", "Mine", "en", "ja", "transformers",
    "save_pretrained", "nanoGPT", "Mine/index.html", "usage", "Where", "does", "Mira", "work",
    "--out", "--help", "Once", "upon", "a", "time", "txt", "md", "html", "json", "jsonl", "csv",
    "KB", "L0A", "L0M",
    "ask", "feedback", "--log", "--no-note", "NAKAMI_FEEDBACK", "SOURCE_DATE_EPOCH",
    "XDG_STATE_HOME", "local/state", "nakami/feedback.jsonl", "last", "me", "versions/gate.json",
    "all", "last-block", "low-rank", "improve", "--gate", "versions", "twin", "--model",
    "Twins/twin", "site", "--steps", "end", "config.json",
    // Rules of cleaning.
    "boilerplate", "citations", "compatibility", "control-characters", "exact-duplicate", "forum",
    "hard-wraps", "hyphenation", "language", "light-markup", "line-endings", "markup", "mojibake",
    "near-duplicate", "news-lines", "page-furniture", "paragraphs", "personal-data", "quotes",
    "spam", "text", "unsuitable", "white-space",
    // Addresses of numbers.
    "ADDRESS", "number", "b0.in", "b0.mid", "b0.out", "b0.ln1", "b0.ln1.mean", "b0.ln1.scale",
    "b0.ln2", "final", "b0.h1", "b0.h1.q", "b0.h1.dot", "b0.h3.score", "score", "weight",
    "b0.mlp.pre",
    "b0.mlp.hidden", "logit", "probability", "token", "wte.weight", "h.0.attn.c_attn.weight",
    "wte.weight.grad", "b0.h1.q.grad", "loss",
    "target", "b0.ln1.A", "b0.ln1.B", "b0.h1.M", "back-loss", "dE", "c", "--prompt",
    "index.html", "Output/index.html", "Output/model", "Output/model/tokenizer.json",
  ]

  private static func run(_ arguments: [String], in folder: String = Program.checkout) throws
    -> Program.Result
  {
    try Program.run(arguments, in: folder, locale: "ja_JP.UTF-8")
  }

  private static let commands = [
    "build", "ask", "feedback", "improve", "versions", "learn", "check", "number", "logits",
    "inspect", "import", "clean",
    "tokenizer", "train",
    "tune", "twin", "bench",
  ]

  /// The text without lines to be typed, which are the same in every language.
  private static func prose(_ help: String) -> String {
    help.split(separator: "\n").map { line in
      let isTyped =
        line.hasPrefix("  nakami") || line.hasPrefix("  echo") || line.hasPrefix("  --")
        || line.hasPrefix("使い方：")
      guard isTyped else { return String(line) }
      return line.split(separator: "  ", omittingEmptySubsequences: true).dropFirst()
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func foreign(_ text: String) -> [String] {
    Set(JapaneseReader.foreignWords(in: text, quoted: typed)).sorted()
  }

  @Test func everyHelpTextIsJapanese() throws {
    let all = try Self.run(["--help"])
    #expect(Self.foreign(Self.prose(all.output)) == [])
    for command in Self.commands {
      #expect(all.output.contains("\n  \(command) "), "\(command)")
      let help = try Self.run([command, "--help"]).output
      #expect(help.contains("使い方：nakami \(command)"), "\(command)")
      #expect(Self.foreign(Self.prose(help)) == [], "\(command)")
      let english = try Program.run([command, "--help"]).output
      #expect(help.split(separator: "\n").count == english.split(separator: "\n").count)
      #expect(
        !english.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }
          || command == "ask")
    }
  }

  @Test func explanationsBeginInOneColumn() throws {
    let help = try Self.run(["ask", "--help"]).output
    let examples = help.split(separator: "\n").drop { $0 != "例：" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }
    let columns = examples.map { line in
      let cell = line.dropFirst(2).range(of: "  ").map { line[..<$0.lowerBound] } ?? line
      let gap = line[cell.endIndex...].prefix { $0 == " " }.count
      return cell.unicodeScalars.reduce(gap) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
    }
    #expect(columns.count == 11 && Set(columns).count == 1, "\(columns)")
  }

  /// Words of a build's lines that are data: numbers' units and what the model wrote.
  @Test func aBuildReportsItsProgressInJapanese() throws {
    let folder = try TemporaryFolder()
    let result = try Self.run(
      ["build", "--preset", "trial", "--steps", "20", "--out", folder.path + "/Out"])
    #expect(result.exitCode == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("  答えの例") }
      .map { $0.replacing(folder.path + "/Out", with: "") }
    #expect(Self.foreign(lines.joined(separator: "\n")) == [])
    for title in ["生データ", "クリーニング", "トークナイザー", "学習前モデル", "試験", "ページ"] {
      #expect(lines.contains { $0.contains("/20  \(title)") }, "\(title)")
    }
    #expect(lines.contains { $0.contains("nakami learn --out  でレッスン") })

    let check = try Self.run(["check", folder.path + "/Out"])
    #expect(check.exitCode == 0)
    #expect(Self.foreign(check.output.replacing(folder.path + "/Out", with: "")) == [])
  }

  @Test func aLookAtOneOwnTextIsJapanese() throws {
    let folder = try TemporaryFolder()
    let harbour = "港に船が着きました。今日は市場がにぎわって\u{200B}います。\u{200B}魚を買う人が並びました。\n"
    let snow = "山に雪がふりました。\u{200B}子どもたちは、朝から広場で雪だるまを作っています。\n"
    try folder.write("a/one.txt", Array(harbour.utf8))
    try folder.write("a/two.txt", Array(snow.utf8))
    try folder.write("a/photo.txt", [0, 1, 2, 0xFF, 0, 0, 3])
    let result = try Self.run(["clean", "a"], in: folder.path)
    #expect(result.exitCode == 0, "\(result.error)")
    #expect(result.output.contains("U+200B 幅のない空白"), "\(result.output)")
    #expect(result.output.contains("2件の文書に3個。最初はone.txt"), "\(result.output)")
    let words = Self.foreign(result.output).filter { !$0.hasSuffix(".txt") }
    #expect(words == [], "\(result.output)")
  }
}
