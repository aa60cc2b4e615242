import Foundation
import Testing

/// Each option of `nakami ask` changes what it is for.
@Suite struct AskOptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
  }

  /// The answer alone, of a model that has learned nothing.
  private func text(_ options: String...) throws -> String {
    let result = try Program.run(
      ["ask", "the sea", "--model", folder.path + "/model", "--quiet", "--tokens", "20"] + options)
    #expect(result.exitCode == 0, "\(result.error)")
    return result.output
  }

  @Test func seedsDrawDifferentAnswersAndEachTheSameAgain() throws {
    let drawn = try (1...4).map { try text("--temperature", "1", "--seed", "\($0)") }
    #expect(Set(drawn).count == 4)
    #expect(try text("--temperature", "1", "--seed", "3") == drawn[2])
  }

  @Test func theLikeliestTokenAloneLeavesNothingToChance() throws {
    let greedy = try text()
    for seed in ["1", "2"] {
      #expect(try text("--temperature", "3", "--top-k", "1", "--seed", seed) == greedy)
      #expect(try text("--temperature", "3", "--top-p", "0.000001", "--seed", seed) == greedy)
      #expect(try text("--temperature", "3", "--seed", seed) != greedy)
      #expect(try text("--temperature", "3", "--top-k", "20", "--seed", seed) != greedy)
    }
  }

  @Test func anAnswerIsNoLongerThanItsLimit() throws {
    func count(_ limit: String) throws -> Int {
      let result = try Program.run([
        "ask", "the sea", "--model", folder.path + "/model", "--json", "--tokens", limit,
      ])
      return result.output.components(separatedBy: "\"chosen\"").count - 1
    }
    #expect(try count("3") == 3 && count("11") == 11)
  }

  @Test func theKindThatIsAskedForIsTaken() throws {
    let output = try TinyBuild.output
    func prompt(_ kind: [String]) throws -> String {
      let result = try Program.run(
        ["ask", "Where does Mira live?", "--json", "--out", output] + kind)
      #expect(result.exitCode == 0, "\(result.error)")
      return result.output
    }
    let question = try prompt([])
    #expect(question.contains("<|question|>") && question.contains("<|answer|>"))
    let continued = try prompt(["--kind", "continuation"])
    #expect(!continued.contains("<|question|>") && continued.contains("Where"))
    let summary = try prompt(["--kind", "summary"])
    #expect(summary.contains("<|story|>") && summary.contains("<|summary|>"))
    let unknown = try Program.run(["ask", "Where?", "--kind", "poem", "--out", output])
    #expect(unknown.exitCode == 64 && unknown.errorLines.count == 1, "\(unknown.error)")
  }

  @Test func aPartThatIsTakenAwayChangesTheAnswerAndLeavesNoNote() throws {
    let whole = try text("--temperature", "1", "--seed", "2")
    #expect(try text("--temperature", "1", "--seed", "2", "--knock-out", "L0M") != whole)
    // One head is the whole attention here, but for its bias.
    let both = try text(
      "--temperature", "1", "--seed", "2", "--knock-out", "L0A", "--knock-out", "L0M")
    #expect(both != whole)
    for part in ["L1M", "L0H1", "everything", ""] {
      let result = try Program.run([
        "ask", "the sea", "--model", folder.path + "/model", "--knock-out", part,
      ])
      #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(part): \(result.error)")
    }
  }

  @Test func aChangeByHandChangesTheAnswer() throws {
    let whole = try text("--temperature", "1", "--seed", "2")
    #expect(try text("--temperature", "1", "--seed", "2", "--set", "ln_f.bias[0]=9") != whole)
    #expect(try text("--temperature", "1", "--seed", "2") == whole)
    for change in ["ln_f.bias[999]=1", "nobody at all=0", "ln_f.bias[0]", ""] {
      let result = try Program.run([
        "ask", "the sea", "--model", folder.path + "/model", "--set", change,
      ])
      #expect(result.exitCode == 64 && result.errorLines.count == 1, "\(change): \(result.error)")
    }
  }
}
