import Foundation
import Names

/// L5c: one model, one split, one measure.
extension Equation {
  static let ruler: [Equation] = [
    Equation(
      "losses-are-of-whole-documents", "L5c",
      en: "Of each document that a loss is of, every token is predicted but the first.",
      ja: "どの損失も文書をまるごと読んだもので、最初の一つを除くすべてのトークンが予測される。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      comparison.equal(record.parts.map(\.part), Split.allCases, "parts with a loss")
      for loss in record.parts + [record.untrained] {
        guard let part = run.part(loss.part) else { continue }
        if loss.part == .training {
          let count = min(part.documents, run.part(.validation)?.documents ?? 0)
          comparison.equal(loss.documents, count, "training documents, as many as for validation")
          comparison.holds(
            loss.tokens <= part.tokens - loss.documents && loss.bytes <= part.bytes,
            "\(loss.tokens) tokens and \(loss.bytes) bytes are of the training part")
        } else {
          comparison.equal(loss.documents, part.documents, "documents of \(loss.part)")
          comparison.equal(loss.tokens, part.tokens - part.documents, "tokens of \(loss.part)")
          comparison.equal(loss.bytes, part.bytes, "bytes of \(loss.part)")
        }
      }
    },
    Equation(
      "losses-share-a-measure", "L5c",
      en: "On each part, loss per byte times bytes is loss per token times tokens.",
      ja: "どの部分でも、バイトあたりの損失×バイト数は、トークンあたりの損失×トークン数に等しい。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      for loss in record.parts + [record.untrained] {
        comparison.close(
          loss.lossPerByte * Double(loss.bytes), loss.loss * Double(loss.tokens), within: 1e-9,
          "nats of \(loss.part)")
      }
    },
    Equation(
      "one-model-has-one-loss", "L5c",
      en: "The same model has the same loss on the same part wherever it is recorded.",
      ja: "同じモデルの同じ部分での損失は、どこに記録されていても同じである。"
    ) { run, comparison in
      guard let record = run[.evaluation] else { return }
      if let test = record.part(.test) {
        comparison.equal(test.loss, record.loss, "test loss")
        comparison.equal(test.lossPerByte, record.lossPerByte, "test loss per byte")
      }
      if let full = run[.shrinking]?.variants.first, let loss = record.part(.validation) {
        comparison.holds(
          abs(full.loss - loss.loss) <= 0.500_001e-4,
          "validation loss \(loss.loss), among the smaller models \(full.loss)")
      }
    },
    Equation(
      "untrained-model-was-the-initial-one", "L5c",
      en: "Before the first step, test documents surprise as much as validation documents, almost.",
      ja: "学習前のモデルにとって、テスト用の文書と検証用の文書の意外さはほぼ同じである。"
    ) { run, comparison in
      guard let record = run[.evaluation], let first = run[.initialization] else { return }
      // The surprise at single tokens is spread by about half a nat; the mean of a few is off by chance.
      let fewest = min(record.untrained.tokens, record.part(.validation)?.tokens ?? .max)
      let chance = 2 / Double(max(1, fewest)).squareRoot()
      comparison.holds(
        abs(record.untrained.loss - first.loss) < max(0.1, chance),
        "\(record.untrained.loss) on the test part is near \(first.loss)")
    },
  ]
}
