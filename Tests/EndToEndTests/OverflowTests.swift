import Foundation
import Testing

/// A model whose parameters are finite and whose logits are not.
@Suite struct OverflowTests {
  @Test func numbersThatOverflowAreRefusedInOneLine() throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/Huge", overflows: true)
    let model = folder.path + "/Huge"
    let before = TemporaryFolder.files(in: folder.path)
    for arguments in [
      ["ask", "the sea", "--model", model], ["ask", "the sea", "--model", model, "--json"],
      ["ask", "the sea", "--model", model, "--temperature", "1"],
      ["logits", "--text", "the sea", "--model", model],
      ["logits", "--text", "the sea", "--model", model, "--json"],
      ["number", "--prompt", "the sea", "--model", model],
      ["number", "token[0]", "--prompt", "the sea", "--model", model, "--json"],
      ["import", model, "--text", "the sea", "--out", folder.path + "/Out"],
    ] {
      let result = try Program.run(arguments)
      #expect(result.exitCode == 65 && result.output.isEmpty, "\(arguments): \(result.output)")
      #expect(result.errorLines.count == 1, "\(result.error)")
      #expect(result.error.contains("overflow") && result.error.contains("checkpoint"))
      #expect(TemporaryFolder.files(in: folder.path) == before)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/Out"))
    }
  }
}
