import Foundation
import Testing

/// `--minutes` chooses a length that can be had again without it.
@Suite struct MinutesTests {
  private static let small = ["--width", "8", "--heads", "2", "--layers", "1", "--context", "16"]

  private func text(_ folder: TemporaryFolder) throws -> String {
    try folder.write(
      "play.txt", (0..<6000).map { UInt8(ascii: "a") + UInt8($0 * $0 % 7 + $0 % 5) })
    return folder.path + "/play.txt"
  }

  /// The whole number after `words` in a text.
  private func number(after words: String, in text: String) throws -> Int {
    let start = try #require(text.firstRange(of: words), "\(text)").upperBound
    return try #require(Int(text[start...].prefix { $0.isNumber }))
  }

  @Test func trainingTakesTheStepsThatItNames() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["train", "--data", try text(folder), "--minutes", "0.02", "--quiet", "--json"] + Self.small)
    #expect(result.exitCode == 0, "\(result.error)")
    let done = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(try #require(done["steps"] as? Int) > 10, "more than a second's worth of tiny steps")

    let told = try Program.run(
      ["train", "--data", try text(folder), "--minutes", "0.01"] + Self.small)
    let steps = try number(after: "the same again: --steps ", in: told.output)
    #expect(told.output.contains("0.01 minutes: "))
    #expect(told.output.contains("tokens a second, measured"))
    #expect(
      told.output.contains("\(steps) steps in ") || steps > 999, "\(told.output)")
  }

  @Test func sweepsAreGivenTheirTime() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      ["tune", "--data", try text(folder), "--minutes", "0.02", "--learning-rate", "0.01,0.001"]
        + Self.small)
    #expect(result.exitCode == 0, "\(result.error)")
    #expect(try number(after: "the same again: --steps ", in: result.output) >= 1)
  }

  /// What is named makes the same model to the bit.
  @Test func aBuildNamesWhatMakesItAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "data/a.txt",
      Array(
        (0..<40).map { "The boat number \($0) comes home with the tide and sleeps at the pier." }
          .joined(separator: "\n\n").utf8))
    let data = ["--data", folder.path + "/data"]
    let first = try Program.run(
      ["build", "--minutes", "0.01", "--preset", "trial", "--out", folder.path + "/One"] + data)
    #expect(first.exitCode == 0, "\(first.error)")
    let steps = try number(after: "the same again: --preset trial --steps ", in: first.output)
    let second = try Program.run(
      ["build", "--steps", "\(steps)", "--preset", "trial", "--out", folder.path + "/Two"] + data)
    #expect(second.exitCode == 0, "\(second.error)")
    #expect(!second.output.contains("minutes"))
    let models = try ["One", "Two"].map {
      try Data(contentsOf: URL(fileURLWithPath: folder.path + "/\($0)/model/model.safetensors"))
    }
    #expect(models[0] == models[1])
  }
}
