import Names

/// U3: what each head does, and what it is called for that.
extension Equation {
  static let headLabels: [Equation] = [
    Equation(
      "every-head-is-measured", "U3",
      en: "Each head of the model is measured once, and for each behaviour that is judged.",
      ja: "モデルのどのヘッドも一度ずつ、調べることにしたすべてのふるまいについて調べられる。"
    ) { run, comparison in
      guard let record = run[.headLabels], let model = run[.architecture] else { return }
      comparison.equal(
        record.heads.map { [$0.layer, $0.head] },
        (0..<model.layerCount).flatMap { layer in (0..<model.headCount).map { [layer, $0] } },
        "heads")
      let behaviours = record.judged.map(\.behaviour)
      comparison.equal(
        behaviours, HeadBehaviour.allCases.filter(behaviours.contains), "behaviours in their order")
      for head in record.heads {
        comparison.equal(head.scores.map(\.behaviour), behaviours, "\(head.name): scores")
      }
    },
    Equation(
      "head-scores-are-shares", "U3",
      en: "A head's score is the places in which it behaves like that, over all that were judged.",
      ja: "ヘッドの得点は、そのふるまいをした場所の数を、調べた場所の数で割ったもの。"
    ) { run, comparison in
      guard let record = run[.headLabels] else { return }
      for head in record.heads {
        for score in head.scores {
          let places = record.places(score.behaviour) ?? 0
          let what = "\(head.name), \(score.behaviour)"
          comparison.holds(
            places > 0 && 0...places ~= score.count, "\(what): \(score.count) of \(places)")
          comparison.equal(score.share, Double(score.count) / Double(places), "\(what): share")
        }
      }
    },
    Equation(
      "labels-follow-from-scores", "U3",
      en: "A head has exactly the labels whose scores reach the threshold.",
      ja: "ヘッドに付く名札は、得点がしきい値に届いたふるまいのものだけ。"
    ) { run, comparison in
      guard let record = run[.headLabels] else { return }
      for head in record.heads {
        comparison.equal(
          head.labels,
          head.scores.filter { $0.share >= record.threshold }.map(\.behaviour),
          "\(head.name): labels")
      }
    },
    Equation(
      "a-head-looks-most-at-one-token", "U3",
      en:
        "In each place a head looks most at one token: before, itself and first share the places.",
      ja: "どの場所でも、いちばん見ている相手は一つ。直前・自分・先頭の数を足しても、場所の数をこえない。"
    ) { run, comparison in
      guard let record = run[.headLabels], let places = record.places(.previousToken) else {
        return
      }
      for head in record.heads {
        let counts = [HeadBehaviour.previousToken, .sameToken, .firstToken].map {
          head.score($0)?.count ?? 0
        }
        comparison.holds(
          counts.reduce(0, +) <= places, "\(head.name): \(counts) of \(places) places")
      }
    },
    Equation(
      "head-places-are-counted", "U3",
      en:
        "The places judged follow from what was read: documents, repeated rows, questions, names.",
      ja: "調べた場所の数は、読んだ文書・くり返した列・質問・名前の数から決まる。"
    ) { run, comparison in
      guard let record = run[.headLabels] else { return }
      for behaviour in [HeadBehaviour.previousToken, .sameToken, .firstToken] {
        comparison.equal(
          record.places(behaviour) ?? 0, record.tokens - 2 * record.documents,
          "\(behaviour): all but the first two tokens of each document")
      }
      comparison.equal(
        record.places(.induction) ?? 0, record.probes * record.probeLength, "repeated tokens")
      comparison.equal(record.places(.copying) ?? 0, record.names.count, "names")
      comparison.equal(
        Set(record.names.map(\.id)).count, record.names.count, "each name is judged once")
      comparison.holds(
        record.names.count <= record.places(.name) ?? 0
          && record.places(.name) ?? 0 <= record.questions,
        "\(record.names.count) names in \(record.questions) questions")
      if let validation = run.part(.validation) {
        comparison.holds(
          record.documents <= validation.documents && record.tokens <= validation.tokens,
          "\(record.documents) of \(validation.documents) documents of the validation part")
      }
      if let model = run[.architecture] {
        comparison.holds(
          2 * record.probeLength < model.contextLength, "a row fits twice into the context")
      }
      if let truth = run[.truth] {
        comparison.holds(
          record.questions <= truth.questions.count, "\(record.questions) questions of the truth")
      }
    },
    Equation(
      "looks-are-counted-in-the-pattern", "U3",
      en: "Where each head looks most in a prompt can be counted in its attention pattern.",
      ja: "プロンプトの中で各ヘッドがいちばん見ている相手は、注意パターンから数えられる。"
    ) { run, comparison in
      for pass in ForwardRecord.all(in: run) {
        guard let looks = pass.answer.headLooks else { continue }
        comparison.equal(
          looks.count, pass.model.layerCount * pass.model.headCount, "\(pass.answer.id): heads")
        for look in looks {
          guard let pattern = pass.values("blocks.\(look.layer).attn.hook_pattern"),
            0..<pass.model.headCount ~= look.head
          else { continue }
          let size = pass.positions
          var (previous, itself, first) = (0, 0, 0)
          for query in 0..<size where query >= 2 {
            let start = (look.head * size + query) * size
            let row = pattern[start...start + query]
            let key = row.firstIndex(of: row.max() ?? 0).map { $0 - start }
            if key == query - 1 { previous += 1 }
            if key == query { itself += 1 }
            if key == 0 { first += 1 }
          }
          comparison.equal(
            [look.previous, look.itself, look.first], [previous, itself, first],
            "\(pass.answer.id), L\(look.layer)H\(look.head): previous, itself, first")
        }
      }
    },
  ]
}

extension HeadLabelRecord.Head {
  fileprivate var name: String { "L\(layer)H\(head)" }
}
