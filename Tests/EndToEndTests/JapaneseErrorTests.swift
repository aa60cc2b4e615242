import Foundation
import SampleRuns
import Testing

/// A reader of Japanese is told in Japanese what went wrong, with the same exit code, in one line.
@Suite struct JapaneseErrorTests {
  /// What one room tells another, which says it to people in its own words.
  private static let amongRooms: Set<String> = ["Failure", "Problem", "EntryError"]

  @Test func everyErrorOfTheProgramIsWrittenForReadersOfBothLanguages() throws {
    let declaration = try Regex(#"(?:enum|struct|class) (\w+): ([^\{\n]*\bError\b[^\{\n]*)\{"#)
    var readable = 0
    for (name, data) in TemporaryFolder.files(in: Program.checkout + "/Sources")
    where name.hasSuffix(".swift") {
      for match in String(decoding: data, as: UTF8.self).matches(of: declaration) {
        let type = String(match.output[1].substring ?? "")
        #expect(Self.amongRooms.contains(type), "\(name): \(type) has no Japanese")
      }
      readable +=
        String(decoding: data, as: UTF8.self).split(separator: ": ReadableError").count - 1
    }
    #expect(readable >= 20)
  }

  /// What is typed or comes from the system may stand in any language.
  private static func foreign(_ line: String, _ arguments: [String], _ folder: String) -> [String] {
    var text = line
    // The system's own words stand in brackets.
    for word in arguments.filter({ $0.utf8.count > 2 }) + [folder, "nakami: "] {
      text = text.replacing(word, with: " ")
    }
    text = text.replacing("(No such file or directory)", with: " ")
      .replacing("（No such file or directory）", with: " ")
    if let option = try? Regex("--[a-z-]+") { text = text.replacing(option, with: " ") }
    let typed: Set<String> = [
      "nakami", "build", "ask", "clean", "tokenizer", "learn", "encode", "decode", "bench",
      "matmul",
      "step", "generate", "shrink", "improve", "recording", "memory", "site", "DIR", "FILE",
      "FOLDER",
      "Lessons",
      "trial", "tiny", "standard", "large", "facts.txt", "World", "World/facts.txt", "FILE.html",
      "FILE.md",
      "usage",
      "Output/model/model.safetensors", "Output/model", "b", "x", "Nakami", "seed", "json", "JSON",
      "safetensors",
      "data", "out", "resume", "help", "model", "run", "en", "ja", "all", "lessons", "fork", "stop",
      "grid", "one-at-a-time", "compare", "report", "html", "md", "steps", "threads", "inspect",
      "Output", "import", "logits", "text", "context", "Oren", "bakery", "json", "at", "time", "a",
      "setting.json", "width", "batch", "TEXT", "Mira", "shoes", "work", "street", "pet", "food",
      "hobby", "friend", "without", "full", "number", "prompt",
      "back-loss", "dX", "E", "c",
    ]
    return Set(JapaneseReader.foreignWords(in: text, quoted: typed)).sorted()
  }

  private static let wrong: [[String]] = [
    ["bild"], ["build", "--sede", "1"], ["build", "--seed"], ["build", "--seed", "x"],
    ["build", "--quiet=1"], ["build", "--seed", "1", "--seed", "2"], ["build", "--out", ""],
    ["build", "--preset", "huge"], ["build", "--steps", "0"], ["build", "more"],
    ["build", "--lessons", "/nowhere"], ["build", "--out", "Package.swift"],
    ["build", "--out", "Tests"], ["ask", "--compare", "--steps", "a"], ["ask", "a", "b"],
    ["ask", "a", "--file", "b", "-"], ["ask", "--temperature", "-1", "a"],
    ["ask", "--stop", "", "a"],
    ["ask", "--fork", "x", "a"], ["ask", "--report", "a.txt", "a"],
    ["ask", "a", "--out", "/nowhere"],
    ["ask", "a", "--model", "/nowhere"], ["ask", "--file", "/nowhere"],
    ["ask", "--json", "--steps", "a"],
    ["check", "/nowhere"], ["check", "Output", "--equation", "nothing"],
    ["clean"], ["clean", "/nowhere"], ["import"], ["import", "/nowhere"], ["logits"], ["inspect"],
    ["number"], ["number", "logit[0,0]", "token[0]"], ["number", "back-loss:dX[c,1]"],
    ["number", "logit[0,0]", "--prompt", "a", "--model", "/nowhere"],
    ["inspect", "/nowhere"], ["inspect", "Package.swift"], ["tokenizer"], ["tokenizer", "sing"],
    ["tokenizer", "learn"], ["tokenizer", "learn", "--data", "/nowhere"], ["train"],
    ["train", "--data", "/nowhere"], ["train", "--resume", "--data", "a"],
    ["train", "--width", "130", "--heads", "4", "--data", "a"],
    ["train", "--data", "README.md", "--learning-rate", "0"],
    ["tune", "--grid", "--one-at-a-time"],
    ["twin"], ["twin", "--without", " "], ["twin", "--without", "Mira/shoes"],
    ["twin", "--without", "x", "--out", "Tests"], ["twin", "--without", "x", "--data", "/nowhere"],
    ["tune", "--width", "1,x"], ["bench", "song"], ["bench", "tokenizer"],
    ["bench", "--threads", "0"],
    ["bench", "step", "--width", "16384", "--layers", "12"],
  ]

  @Test(arguments: wrong)
  func oneLineInJapanese(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let english = try Program.run(arguments)
    let japanese = try Program.run(arguments, locale: "ja_JP.UTF-8")
    #expect(english.exitCode != 0 && english.exitCode == japanese.exitCode, "\(english.output)")
    #expect(english.errorLines.count == 1 && japanese.errorLines.count == 1, "\(japanese.error)")
    let isKana = { (scalar: Unicode.Scalar) in (0x3041...0x30FA).contains(scalar.value) }
    #expect(!english.error.unicodeScalars.contains(where: isKana), "\(english.error)")
    #expect(japanese.error.unicodeScalars.contains(where: isKana), "\(japanese.error)")
    #expect(Self.foreign(japanese.error, arguments, folder.path) == [], "\(japanese.error)")
  }

  @Test func tablesOfMeasurementsHaveHeadingsInTheReadersLanguage() throws {
    let small = [
      "--layers", "1", "--heads", "2", "--width", "16", "--context", "8", "--batch", "2",
      "--vocabulary", "11", "--seconds", "0.01", "--size", "32",
    ]
    for name in ["matmul", "step", "generate", "shrink", "recording", "memory"] {
      let english = try Program.run(["bench", name] + small)
      #expect(english.exitCode == 0 && !english.output.contains("_"), "\(english.error)")
      let japanese = try Program.run(["bench", name] + small, locale: "ja_JP.UTF-8")
      let headings = japanese.output.split(separator: "\n").first.map(String.init) ?? ""
      #expect(JapaneseReader.foreignWords(in: headings, quoted: []) == [], "\(headings)")
      // Every row ends in the same column; kana take two places.
      let widths = japanese.output.split(separator: "\n").map { line in
        line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) }
      }
      #expect(Set(widths).count == 1 && widths.count >= 2, "\(japanese.output)")
    }
  }
}
