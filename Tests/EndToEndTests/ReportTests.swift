import Foundation
import Names
import Record
import Testing
import Transformer

@testable import Training
@testable import nakami

/// The numbers that commands end with are those of what was done.
@Suite struct ReportTests {
  @Test func aBuildEndsWithTheNumbersOfItsRecord() throws {
    let lines = try TinyBuild.two.get().result.output.split(separator: "\n").map(String.init)
    let run = try RunStore.read(from: try TinyBuild.output + "/run")
    let record = try #require(run[.evaluation])
    func loss(_ part: Split) throws -> String { try digits(#require(record.part(part)?.loss), 3) }
    let losses = [try loss(.training), try loss(.validation), try loss(.test)]
    #expect(Set(losses).count == 3, "none could be taken for another")
    #expect(
      lines.contains {
        $0.hasSuffix(
          "training \(losses[0]), validation \(losses[1]), test \(losses[2]) nats per token "
            + "(\(digits(record.untrained.loss, 3)) before learning)")
      }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("  \(digits(record.perplexity, 2)) on the test split") })
    let floor = try #require(record.floorPerByte)
    #expect(
      lines.contains {
        $0.hasSuffix(
          "  \(digits(record.lossPerByte, 4)) nats, the source's own entropy is \(digits(floor, 4))"
        )
      })
    for score in record.questionScores where score.asked > 0 {
      let name =
        switch score.phrasing {
        case .seen: "phrasing seen in training"
        case .heldOutPhrasing: "phrasing new for this fact"
        case .heldOutCombination: "fact never asked for in training"
        }
      let count = "\(name) \(score.right)/\(score.asked)"
      #expect(lines.contains { $0.contains("\(score.language.name.en): ") && $0.contains(count) })
    }
    let count = try #require(run[.collection]).documentCount
    #expect(
      lines.contains { $0.hasPrefix("Learned in ") && $0.contains("from \(count) documents") })
  }

  private func digits(_ value: Double, _ count: Int) -> String {
    String(format: "%.\(count)f", value)
  }

  /// Two finished runs, the second better, and one that failed.
  private static let sweep = TuneReport(
    trials: [16, 24, 32].map { width in
      SweepPlan.Trial(
        knob: .width,
        setting: SweepSetting(
          learningRate: 0.25, width: width, layerCount: 1, headCount: 2, batchSize: 4,
          dropout: 0.5))
    },
    results: [
      SweepResult(
        name: "a", parameterCount: 11, losses: [5, 4, 3, 2],
        validations: [.init(step: 2, loss: 3.5), .init(step: 4, loss: 3.75)], failedStep: nil),
      SweepResult(name: "b", parameterCount: 22, losses: [9], validations: [], failedStep: 2),
      SweepResult(
        name: "c", parameterCount: 33, losses: [4, 3, 2, 1],
        validations: [
          .init(step: 1, loss: 2.5), .init(step: 3, loss: 2.25), .init(step: 4, loss: 3),
        ],
        failedStep: nil),
    ])

  @Test func aSweepEndsWithItsBestRunFirst() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.sweep.json.utf8)) as? [String: Any])
    let runs = try #require(object["runs"] as? [[String: Any]])
    #expect(runs.map { $0["width"] as? Int } == [32, 16, 24])
    #expect(runs.map { $0["validation_loss"] as? Double } == [2.25, 3.5, nil])
    #expect(runs.map { $0["best_step"] as? Int } == [3, 2, nil])
    #expect(runs.map { $0["training_loss"] as? Double } == [1, 2, 9])
    #expect(runs.map { $0["steps"] as? Int } == [4, 4, 1])
    #expect(runs.map { $0["parameters"] as? Int } == [33, 11, 22])
    #expect(runs.map { $0["failed_step"] as? Int } == [nil, nil, 2])
    for run in runs {
      #expect(run["learning_rate"] as? Double == 0.25 && run["dropout"] as? Double == 0.5)
      #expect(run["layers"] as? Int == 1 && run["heads"] as? Int == 2 && run["batch"] as? Int == 4)
    }
    let rows = Self.sweep.table.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(rows[1] == ["2.2500", "1.0000", "0.25", "32", "1", "2", "4", "0.5", "4", "33"])
    #expect(rows[2].first == "3.5000" && rows[3].starts(with: ["failed", "at", "2"]))
  }

  @Test func trainingIsJudgedByTheLastTenthAndByItsBestStep() throws {
    let folder = try TemporaryFolder()
    // The last tenth has letters that the rest never has: each step makes it less expected.
    let text =
      String(repeating: "the sea sings ", count: 180) + String(repeating: "QZJX", count: 70)
    try folder.write("play.txt", text.utf8)
    let result = try Program.run(
      [
        "train", "--data", "play.txt", "--steps", "60", "--layers", "1", "--heads", "1", "--width",
        "8", "--context", "8", "--batch", "4", "--warm-up", "1", "--learning-rate", "0.01",
        "--evaluation-interval", "10", "--evaluation-batches", "2", "--json",
      ], in: folder.path)
    #expect(result.exitCode == 0, "\(result.error)")
    let values = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Double])
    let (last, best) = (try #require(values["validation_loss"]), values["best_validation_loss"]!)
    #expect(values["steps"] == 60 && values["best_step"] == 10, "\(values)")
    #expect(best < last - 0.1, "\(values)")
    #expect(last > (try #require(values["loss"])) + 1, "\(values)")
  }

  @Test func theMiddleOfAnEvenCountLiesBetweenTwo() {
    #expect(Measurement(milliseconds: [10, 1, 4, 2]).median == 3)
    #expect(Measurement(milliseconds: [9, 1, 4]).median == 4)
    let measured = Measurement(milliseconds: [3, 5])
    #expect((measured.minimum, measured.maximum) == (3, 5))
    let json = BenchmarkResult(name: "x", entries: measured.entries).json
    #expect(json == #"{"median_ms": 4, "min_ms": 3, "max_ms": 5, "repetitions": 2}"#)
  }

  @Test func aFallingLossGoesDown() {
    #expect(Sparkline.text([3, 2, 1], width: 9) == "█▅▁")
    #expect(Sparkline.text([1, 1, 2, 2, 9, 9], width: 3) == "▁▂█")
    #expect(Sparkline.text([4, 4], width: 3) == "▁▁" && Sparkline.text([], width: 3) == "")
  }
}
