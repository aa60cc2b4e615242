import Names
import Record
import SampleRuns
import Testing
import Transformer

@testable import Build

/// The cards of versions, against a record made by hand.
@Suite struct VersionCardTests {
  private func lines(_ id: Int, _ record: ImprovementRecord = ImprovementSample.record) -> [String]
  {
    VersionCard(record: record, version: record.version(id)!).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func anAcceptedVersionSaysFromWhichItComesAndWhatChanged() {
    let card = lines(2)
    for line in [
      "# Version 2 of a small GPT-2 style model made by Nakami",
      "- Learned on from version 1 for 4 steps (all weights)",
      "- From 6 opinions of people, 2 corrections agreed on, 0 contradicting (feedback 0123456789abcdef)",
      "- 1 of 4 rows of a batch hold corrections (2 documents), the others earlier documents (8)",
      "- Verdict: accepted; replaced since",
      "| Mira | work | the bakery | the sea |", "| corrected | 2 | 0 | 2 | 0 |",
      "| everything else | 1 | 1 | 1 | 0 |",
      "On test documents: 2.125 nats per token; version 1 has 2.1.",
      "| test loss | at most 0.05 nats more | yes |", "| corrected | at least 90% right | yes |",
      "- Of 6 questions about people whom nobody knows it makes up the answer to 6.",
    ] {
      #expect(card.contains(line), "“\(line)” in\n\(card.joined(separator: "\n"))")
    }
    #expect(!card.contains { $0.contains("95%") || $0.contains("Yuna") })
  }

  @Test func aRefusedVersionSaysWhatItFailedAndWhatItForgot() {
    let card = lines(3)
    for line in [
      "- Read nothing but corrections (2 documents)",
      "- Verdict: refused, 3 of 7 conditions of the gate are not met; never in use",
      "| other questions about the same people | 2 | 2 | 0 | 2 |",
      "| everything else | at most 1% lost | no |", "| test loss | at most 0.05 nats more | no |",
      "| corrected | at least 90% right | yes |",
    ] {
      #expect(card.contains(line), "“\(line)” in\n\(card.joined(separator: "\n"))")
    }
  }

  @Test func theVersionInUseAndTheFirstSaySo() {
    #expect(lines(4).contains("- Verdict: accepted; in use"))
    #expect(lines(4).contains("| Yuna | work | nothing is known | to say so |"))
    #expect(lines(4).contains("| people whom nobody knows | at least 95% right | yes |"))
    #expect(
      lines(4).contains(
        "- Of 6 questions about people whom nobody knows it makes up the answer to 0."))
    let first = lines(1)
    #expect(first.contains("- The model as it was built"))
    #expect(first.contains("- Verdict: none, for it is the first"))
    #expect(
      !first.contains { $0.hasPrefix("## The gate") || $0.hasPrefix("## What was corrected") })
  }

  @Test func aNameCannotBreakATable() {
    var record = ImprovementSample.record
    record.corrections[0].name.en = "A|B\nC"
    #expect(lines(2, record).contains("| A\\|B C | work | the bakery | the sea |"))
    record.corrections[0].name.en = "<b>\u{202E}\u{1B}[1m" + String(repeating: "x", count: 100_000)
    let card = lines(2, record).first { $0.hasPrefix("| &lt;b>  [1m") }
    #expect(card.map { $0.count < 300 && $0.contains("xxx… |") } == true)
  }

  /// What a user's own feedback made has the same card.
  @Test func aVersionOfFeedbackHasTheSameCard() throws {
    let learning = try #require(ImprovementSample.record.versions[1].learning)
    let parameters = Parameters(
      configuration: Configuration(
        layerCount: 1, headCount: 1, width: 2, contextLength: 2, vocabularySize: 3))
    let outcome = FeedbackVersion.Outcome(
      parameters: parameters, learning: learning,
      scores: [
        .init(group: .corrected, asked: 2, rightBefore: 0, rightAfter: 1, lost: [], gained: [1])
      ], before: ["a", "b"], after: ["c", "d"], lossBefore: 2.5, lossAfter: 3, failed: [7])
    let card = VersionCard(
      id: 5, origin: .init(parent: 4, parentLoss: 2.5, learning, rank: 6),
      corrections: [["Who?", "a", "Ben.", "c"]], outcome: outcome,
      gate: ImprovementSample.record.gate
    ).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in [
      "# Version 5 of a small GPT-2 style model made by Nakami",
      "- Learned on from version 4 for 4 steps (all weights)",
      "- Verdict: refused, 1 of 7 conditions of the gate are not met; never in use",
      "| prompt | before | wanted | now |", "| Who? | a | Ben. | c |",
      "| corrected | 2 | 0 | 1 | 0 |",
      "On test documents: 3.0 nats per token; version 4 has 2.5.",
      "| test loss | at most 0.05 nats more | no |",
      "- What more than half of those who corrected an answer wanted was taken for true.",
    ] {
      #expect(card.contains(line), "“\(line)” in\n\(card.joined(separator: "\n"))")
    }
    #expect(!card.contains { $0.contains("simulated") || $0.hasPrefix("- Weights") })
  }
}
