import Names

/// U8: prompts seen through two versions at once.
extension Equation {
  static let partings: [Equation] = [
    Equation(
      "partings-are-of-a-version-and-its-parent", "U8",
      en:
        "What is looked at closely is a corrected prompt, its version and the one that it came from.",
      ja: "くわしく見比べるのは、訂正された質問への、ある版とそのもとの版の答え。"
    ) { run, comparison in
      guard let record = run[.partings], let versions = run[.improvement] else { return }
      comparison.equal(
        Set(record.partings.map(\.id)).count, record.partings.count, "names of partings")
      for parting in record.partings {
        let version = versions.version(parting.new)
        comparison.equal(version?.parent, parting.old, "\(parting.id): old version")
        let own = versions.corrections.filter { $0.story == version?.story }.flatMap(\.prompts)
        comparison.holds(
          own.contains {
            $0.isUsed && $0.text == parting.prompt && $0.language == parting.language
          }, "\(parting.id): “\(parting.prompt)” was corrected")
        // The same answers are shown elsewhere.
        for side in versions.shown
        where side.version == parting.new && side.prompt == parting.prompt {
          let pairs = [(side.before, parting.before), (side.after, parting.after)]
          for (said, answer) in pairs {
            comparison.equal(answer.text, said.text, "\(parting.id): answer")
            comparison.equal(
              answer.tokens.map(\.probability), said.tokens.map(\.probability),
              "\(parting.id): probabilities of “\(said.text)”")
          }
        }
      }
    },
    Equation(
      "answers-part-at-the-first-difference", "U8",
      en:
        "Two answers part at their first different token; where they are the same, one token is looked at.",
      ja: "二つの答えが分かれるのは、最初に違うトークンのところ。同じ答えなら、一つのトークンだけを見る。"
    ) { run, comparison in
      for parting in run[.partings]?.partings ?? [] {
        let (old, new) = (parting.before.tokens, parting.after.tokens)
        let place = parting.shared
        guard place >= 0, place < min(old.count, new.count), place <= parting.tokens.count else {
          comparison.holds(false, "\(parting.id): place \(place) in both answers")
          continue
        }
        let beginning = old.prefix(place).map(\.token.id)
        comparison.equal(
          new.prefix(place).map(\.token.id), beginning, "\(parting.id): the same up to there")
        comparison.equal(
          parting.tokens.suffix(place).map(\.id), beginning, "\(parting.id): what both have read")
        let rivals = [old[place].token.id, new[place].token.id]
        comparison.equal(
          parting.rivals.map(\.id), rivals[0] == rivals[1] ? [rivals[0]] : rivals,
          "\(parting.id): next tokens")
        if rivals[0] == rivals[1] {
          comparison.equal(
            old.map(\.token.id), new.map(\.token.id), "\(parting.id): the same answer")
          let changes = zip(old, new).map { abs($0.probability - $1.probability) }
          comparison.close(
            changes[place], changes.max() ?? 0, within: 1e-9, "\(parting.id): greatest change")
        }
      }
    },
    Equation(
      "rivals-are-as-likely-as-in-the-answers", "U8",
      en:
        "Where answers part, each version gives its own next token the probability that its answer shows.",
      ja: "答えが分かれるところで、どちらの版も、自分の次のトークンに、答えの記録と同じ確率をつける。"
    ) { run, comparison in
      for parting in run[.partings]?.partings ?? [] {
        let sides = [
          (parting.whole.old.first, parting.before, "old"),
          (parting.whole.new.last, parting.after, "new"),
        ]
        for (probability, answer, name) in sides
        where answer.tokens.indices.contains(parting.shared) {
          comparison.close(
            probability ?? .nan, answer.tokens[parting.shared].probability, within: 1e-4,
            "\(parting.id): own token of the \(name) version")
        }
      }
    },
    Equation(
      "a-parting-needs-every-part-once", "U8",
      en:
        "Where answers part, each head, each attention and each MLP is removed once from both versions.",
      ja: "答えが分かれるところでは、どちらの版からも、どのヘッド、注意機構、MLPも一度ずつ取り除かれる。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for parting in run[.partings]?.partings ?? [] {
        comparison.equal(
          parting.removals.map(\.name),
          (0..<model.layerCount).flatMap { layer in
            ["\(layer) attention"] + (0..<model.headCount).map { "\(layer) attention \($0)" }
              + ["\(layer) mlp"]
          }, "\(parting.id): removed parts")
        for guess in [parting.whole] + parting.removals.map(\.guess) {
          for own in [guess.old, guess.new] {
            comparison.equal(own.count, parting.rivals.count, "\(parting.id): rivals")
            comparison.holds(
              own.allSatisfy { (0...1).contains($0) } && own.reduce(0, +) <= 1 + 1e-9,
              "\(parting.id): shares of one, \(own)")
          }
        }
      }
    },
    Equation(
      "a-head-moved-as-its-patterns-differ", "U8",
      en: "A head's distance is half the difference of its two patterns, averaged over their rows.",
      ja: "ヘッドの動きは、二つのパターンの差の半分を、行について平均したもの。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for parting in run[.partings]?.partings ?? [] {
        comparison.equal(
          parting.heads.map { [$0.layer, $0.head] },
          (0..<model.layerCount).flatMap { layer in (0..<model.headCount).map { [layer, $0] } },
          "\(parting.id): heads")
        let names = parting.patternNames
        guard let old = run.tensors[names.old], let new = run.tensors[names.new] else {
          comparison.holds(false, "\(parting.id): both patterns")
          continue
        }
        let count = parting.tokens.count
        for (tensor, name) in [(old, names.old), (new, names.new)] {
          comparison.equal(tensor.shape, [parting.heads.count, count, count], name)
          comparison.attention(tensor, name)
        }
        guard old.shape == new.shape, old.shape == [parting.heads.count, count, count] else {
          continue
        }
        for (place, head) in parting.heads.enumerated() {
          var sum = 0.0
          for cell in place * count * count..<(place + 1) * count * count {
            sum += abs(Double(old.values[cell]) - Double(new.values[cell]))
          }
          comparison.close(
            head.distance, sum / 2 / Double(count), within: 1e-9,
            "\(parting.id): layer \(head.layer), head \(head.head)")
        }
      }
    },
  ]
}

extension PartingRecord.Removal {
  fileprivate var name: String { "\(layer) \(part.rawValue)" + (head.map { " \($0)" } ?? "") }
}
