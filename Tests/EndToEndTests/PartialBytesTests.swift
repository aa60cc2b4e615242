import Foundation
import Record
import Testing

/// A model from elsewhere whose tokenizer has no token for some bytes, through the command line.
@Suite struct PartialBytesTests {
  private let folder: TemporaryFolder
  private var model: String { folder.path + "/model" }

  init() throws {
    folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model") { $0 >= 0x80 || $0 == 0x5A }
  }

  private static let remark = "no token for 129 of the 256 bytes"

  @Test func aTextThatNeedsNoneIsReadAsEver() throws {
    let whole = folder.path + "/whole"
    try SmallModel.save(to: whole)
    func logits(_ model: String) throws -> Program.Result {
      try Program.run(["logits", "--text", "the sea", "--model", model, "--json"])
    }
    let (read, expected) = (try logits(model), try logits(whole))
    #expect(read.exitCode == 0 && read.output == expected.output, "\(read.error)")
    #expect(read.errorLines.count == 1 && read.error.contains(Self.remark), "\(read.error)")
    let shown = try Program.run([
      "import", model, "--text", "the sea", "--tokens", "3", "--out", folder.path + "/Shown",
    ])
    #expect(shown.exitCode == 0, "\(shown.error)")
    let run = try RunStore.read(from: folder.path + "/Shown/run")
    #expect(run[.usage]?.answers.first?.tokens.map(\.text).joined() == "the sea")
    // Its page gets the same tokenizer.
    #expect(TemporaryFolder.files(in: folder.path + "/Shown")["live.js"] != nil)
  }

  @Test func aTextThatNeedsOneIsRefusedInOneLine() throws {
    for (words, code) in [
      (["logits", "--text", "a café", "--model", model], 64),
      (["ask", "a café", "--model", model], 64),
      (["ask", "a", "--model", model, "--fork", "1=é"], 64),
      (["import", model, "--text", "a café", "--out", folder.path + "/Shown"], 64),
    ] as [([String], Int32)] {
      let result = try Program.run(words)
      #expect(result.exitCode == code && result.output == "", "\(words): \(result.output)")
      #expect(result.errorLines.count == 2 && result.error.contains(Self.remark))
      #expect(result.errorLines.last?.contains("“é” (U+00E9)") == true, "\(result.error)")
      #expect(result.errorLines.last?.contains("byte 195") == true, "\(result.error)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Shown"))
    let encoded = try Program.run(
      ["tokenizer", "encode", "--tokenizer", model + "/tokenizer.json"], input: "a Zoo")
    #expect(encoded.exitCode == 65 && encoded.output == "", "\(encoded.output)")
    #expect(encoded.error.contains("“Z” (U+005A)"), "\(encoded.error)")
    let change = try Program.run(["ask", "a", "--model", model, "--set", "é=0"])
    #expect(change.exitCode == 64 && change.error.contains("--set takes"), "\(change.error)")
  }
}
