import Foundation
import Testing

@Suite struct UseTests {
  @Test func asksTheSavedModelInBothLanguages() throws {
    let output = try TinyBuild.output
    for question in ["Where does Mira live?", "ミラはどこに住んでいますか。"] {
      let result = try Program.run(["ask", question, "--account", "--out", output])
      #expect(result.exitCode == 0, "\(result.error)")
      #expect(result.output.contains("%"), "probabilities are shown")
    }
  }

  @Test func jsonHoldsTheSameAnswer() throws {
    let output = try TinyBuild.output
    let result = try Program.run(["ask", "Where does Mira live?", "--json", "--out", output])
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let choice = try #require((object["choices"] as? [[String: Any]])?.first)
    let text = try #require(choice["text"] as? String)
    let account = try #require(object["account"] as? [String: Any])
    #expect((account["choices"] as? [Any])?.isEmpty == false)
    let shown = try Program.run(["ask", "Where does Mira live?", "--account", "--out", output])
    #expect(shown.output.contains("answer   " + text))
    // Another program gets the answer alone, and why it ends beside it.
    let plain = try Program.run(["ask", "Where does Mira live?", "--out", output])
    #expect(plain.output == text + "\n")
    #expect(plain.errorLines.count == 1 && plain.error.hasPrefix("nakami: end: "))
  }

  @Test func theSameSeedSamplesTheSameAnswer() throws {
    let output = try TinyBuild.output
    let arguments = [
      "ask", "Mira", "--temperature", "1", "--seed", "7", "--json", "--out", output,
    ]
    let first = try Program.run(arguments)
    let second = try Program.run(arguments)
    #expect(first.exitCode == 0, "\(first.error)")
    #expect(first.output == second.output)
  }

  @Test func nothingCanBeAnsweredWithoutTheWeights() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/Output"
    try FileManager.default.copyItem(atPath: try TinyBuild.output, toPath: copy)
    try FileManager.default.removeItem(atPath: copy + "/model/model.safetensors")
    let result = try Program.run(["ask", "Where does Mira live?", "--out", copy])
    #expect(result.exitCode == 74)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("model.safetensors"))
  }

  @Test func aModelFileCutShortIsNamed() throws {
    let folder = try TemporaryFolder()
    let copy = folder.path + "/Output"
    try FileManager.default.copyItem(atPath: try TinyBuild.output, toPath: copy)
    let file = URL(fileURLWithPath: copy + "/model/model.safetensors")
    let bytes = try Data(contentsOf: file)
    try bytes.prefix(bytes.count / 2).write(to: file)
    let result = try Program.run(["ask", "Where does Mira live?", "--out", copy])
    #expect(result.exitCode == 65)
    #expect(result.errorLines.count == 1)
    #expect(result.error.contains("model.safetensors"))
  }

  @Test func lessonsArePrintedWithoutATerminal() throws {
    let output = try TinyBuild.output
    let list = try Program.run(["learn", "--out", output])
    #expect(list.exitCode == 0, "\(list.error)")
    for lesson in ["L1", "L2d", "U3"] {
      #expect(list.output.contains(lesson))
      for language in ["en", "ja"] {
        let result = try Program.run([
          "learn", lesson, "--language", language, "--out", output,
        ])
        #expect(result.exitCode == 0, "\(result.error)")
        #expect(result.output.count > 1_000)
        #expect(!result.output.contains("{{"), "every number is filled in")
      }
    }
  }
}
