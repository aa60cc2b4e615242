import Foundation
import Testing

@Suite struct TwinTests {
  private func text(_ folder: TemporaryFolder) throws -> String {
    for number in 0..<40 {
      let words = (0..<6).map {
        "Boat \(number * 7 + $0) lay at the long pier by the \($0)th lamp."
      }
      let told = number % 8 == 0 ? " The old mill turned in the wind of day \(number)." : ""
      try folder.write("data/\(number).txt", Array((words.joined(separator: " ") + told).utf8))
    }
    return folder.path + "/data"
  }

  private static let small = ["--preset", "trial", "--steps", "6"]

  @Test func aStringIsLeftOutOfOnesOwnText() throws {
    let folder = try TemporaryFolder()
    let arguments = ["twin", "--without", "old mill", "--data", try text(folder)] + Self.small
    let one = try Program.run(arguments + ["--json", "--threads", "1"])
    #expect(one.exitCode == 0, "\(one.error)")
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    let (whole, twin) = (
      try #require(record["whole"] as? [String: Any]),
      try #require(record["twin"] as? [String: Any])
    )
    #expect(twin["telling"] as? Int == 0 && (whole["telling"] as? Int ?? 0) > 0)
    #expect(record["text"] as? String == "old mill")
    let two = try Program.run(arguments + ["--json", "--threads", "2"])
    #expect(two.output == one.output, "the same for any number of threads")
    let report = try Program.run(arguments + ["--quiet"])
    #expect(report.exitCode == 0)
    #expect(report.output.contains("The old mill turned in the wind"))
    #expect(report.output.contains("text that only one read"))
  }

  @Test func aFactOfTheTownIsLeftOutAndBothModelsAreKept() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Twins"
    let result = try Program.run(
      ["twin", "--without", "Mira/workplace", "--out", out] + Self.small)
    #expect(result.exitCode == 0, "\(result.error)")
    #expect(result.output.contains("Where does Mira work?") && result.output.contains(out))
    let lines = try String(contentsOfFile: out + "/sentences.txt", encoding: .utf8)
      .split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      #expect(line.contains("akery") || line.contains("パン屋"), "\(line)")
      #expect(line.split(separator: "\t").count == 3)
    }
    #expect(FileManager.default.fileExists(atPath: out + "/twin.json"))
    for name in ["whole", "twin"] {
      let answer = try Program.run(
        ["ask", "Where does Mira work?", "--model", out + "/" + name, "--no-note"])
      #expect(answer.exitCode == 0, "\(answer.error)")
    }
    let again = try Program.run(["twin", "--without", "Mira/work", "--out", out] + Self.small)
    #expect(again.exitCode == 64 && again.error.contains("not empty"))
  }

  @Test func mistakesAreSaidInOneLine() throws {
    let folder = try TemporaryFolder()
    let data = try text(folder)
    let cases: [([String], Int32, String)] = [
      ([], 64, "--without"), (["--without", "  "], 64, "--without"),
      (["--without", "Mira/shoes"], 64, "choose one of work, street"),
      (["--without", "x", "more"], 64, "unexpected word"),
      (["--without", "x", "--steps", "0"], 64, "--steps"),
      (["--without", "x", "--preset", "huge"], 64, "--preset"),
      (["--without", "x", "--out", data], 64, "not empty"),
      (["--without", "x", "--data", folder.path + "/nowhere"], 74, "nowhere"),
      (["--without", "zebra", "--data", data] + Self.small, 65, "“zebra”"),
      (["--without", "Boat", "--data", data] + Self.small, 65, "rarer"),
    ]
    for (arguments, code, words) in cases {
      let result = try Program.run(["twin"] + arguments)
      #expect(result.exitCode == code, "\(arguments): \(result.error)")
      #expect(result.errorLines.count == 1 && result.error.contains(words), "\(result.error)")
    }
  }
}
