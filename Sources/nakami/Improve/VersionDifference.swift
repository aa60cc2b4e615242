import Build
import ModelFile
import Names
import Numerics
import Record
import Tokenization
import Transformer

/// What distinguishes two versions: how far their weights lie apart, and what they answer to all that was
/// ever corrected.
struct VersionDifference {
  let first: (id: Int, model: TrainedModel)
  let second: (id: Int, model: TrainedModel)
  private let examples: [VersionManifest.Example]

  init(_ first: Int, _ second: Int, _ store: VersionStore) throws {
    self.first = (first, try TrainedModel.load(folder: store.folder(of: first)))
    self.second = (second, try TrainedModel.load(folder: store.folder(of: second)))
    var examples: [VersionManifest.Example] = []
    for id in [first, second] {
      for manifest in try ImproveCommand.ancestors(of: id, store) {
        for example in manifest.examples
        where !examples.contains(where: {
          $0.kind == example.kind && $0.language == example.language
            && $0.prompt == example.prompt
        }) {
          examples.append(example)
        }
      }
    }
    self.examples = examples
  }

  var lines: [String] {
    let pool = WorkerPool(threadCount: 1)
    let sheet = AnswerSheet(
      examples.enumerated().map { place, example in
        .init(
          .corrected, place: place, kind: example.kind, language: example.language,
          text: example.prompt, accepted: [example.chosen])
      })
    let answers = [first, second].map {
      sheet.answers($0.model.parameters, tokenizer: $0.model.tokenizer, pool: pool)
    }
    var lines = [
      LocalizedText(
        en: "weights from version \(first.id) to \(second.id), root of the mean square",
        ja: "版\(first.id)から版\(second.id)への重みの変化（二乗平均の平方根）"
      ).forReader
    ]
    lines += WeightMovement.rows(
      from: first.model.parameters, to: second.model.parameters
    ).map { row in
      "  \(row.name): \(VersionWording.percent(row.share))"
    }
    var same = 0
    for place in examples.indices {
      let (old, new) = (answers[0][place], answers[1][place])
      guard old != new else {
        same += 1
        continue
      }
      lines.append(examples[place].prompt)
      lines.append("  \(first.id): \(old)")
      lines.append("  \(second.id): \(new)")
    }
    lines.append(
      LocalizedText(
        en: "\(same) of \(examples.count) corrected prompts get the same answer",
        ja: "訂正された\(examples.count)問のうち\(same)問は同じ答え"
      ).forReader)
    return lines
  }
}
