import Names

/// U8: versions, and the gate that kept or refused them.
extension Equation {
  static let improvement: [Equation] = versions + scores + learned

  private static let versions: [Equation] = [
    Equation(
      "versions-come-from-earlier-ones", "U8",
      en:
        "Versions are numbered from 1; all but the first come from an earlier one that was not refused.",
      ja: "版の番号は1から順に付く。最初の版のほかは、どれも不採用にならなかった前の版から作られる。"
    ) { run, comparison in
      guard let record = run[.improvement] else { return }
      comparison.equal(
        record.versions.map(\.id), Array(1...max(1, record.versions.count)), "numbers of versions")
      for version in record.versions {
        comparison.equal(
          version.parent == nil, version.id == 1, "version \(version.id): without a parent")
        comparison.equal(
          version.verdict == .start, version.id == 1, "version \(version.id): as it was built")
        guard let parent = version.parent else { continue }
        let isSound =
          parent < version.id && record.version(parent).map { $0.verdict != .refused } == true
        comparison.holds(isSound, "version \(version.id): from version \(parent)")
      }
      comparison.equal(
        Set(record.versions.map(\.weights)).count, record.versions.count, "different weights")
    },
    Equation(
      "the-gate-decides-by-its-clauses", "U8",
      en:
        "A version is refused exactly when it misses a clause of the gate, which its scores decide.",
      ja: "版が不採用になるのは、成績が条件のどれかを満たさないとき、そのときだけである。"
    ) { run, comparison in
      guard let record = run[.improvement] else { return }
      for version in record.versions {
        guard let story = version.story, let parent = version.parent.flatMap(record.version) else {
          comparison.equal(version.failed, [], "version \(version.id): clauses missed")
          continue
        }
        let failed = record.gate.failed(
          story: story, scores: version.scores, lossBefore: parent.testLoss,
          lossAfter: version.testLoss)
        comparison.equal(version.failed, failed, "version \(version.id): clauses missed")
        comparison.equal(
          version.verdict == .refused, !failed.isEmpty, "version \(version.id): refused")
      }
      guard let first = record.versions.first else { return }
      for way in record.ways {
        comparison.equal(
          way.failed,
          record.gate.failed(
            story: .changedFacts, scores: way.scores, lossBefore: first.testLoss,
            lossAfter: way.testLoss), "\(way.way): clauses missed")
      }
    },
    Equation(
      "a-clause-has-one-limit", "U8",
      en: "Each clause of the gate has exactly one limit, at least 0.",
      ja: "どの条件にも、0以上の限度がちょうど一つある。"
    ) { run, comparison in
      for (place, clause) in (run[.improvement]?.gate.clauses ?? []).enumerated() {
        let limits = [clause.atLeast, clause.mayLose].compactMap { $0 }
        comparison.holds(
          limits.count == 1 && limits[0] >= 0
            && (clause.measure == .testLoss ? clause.mayLose != nil : limits[0] <= 1),
          "clause \(place + 1): limits \(limits)")
      }
    },
    Equation(
      "the-first-version-is-the-tested-one", "U8",
      en:
        "The first version is the model of the evaluation: its test loss and its bytes are those.",
      ja: "最初の版は評価されたモデルそのもので、テストの損失もファイルの大きさも同じである。"
    ) { run, comparison in
      guard let first = run[.improvement]?.versions.first else { return }
      if let evaluation = run[.evaluation] {
        comparison.close(first.testLoss, evaluation.loss, "test loss of version 1")
      }
      if let file = run[.modelFile] {
        comparison.equal(first.byteCount, file.byteCount, "bytes of version 1")
      }
    },
  ]

  private static let scores: [Equation] = [
    Equation(
      "right-after-is-right-before-and-changes", "U8",
      en: "Right answers afterwards are those before, less the lost ones, plus the gained ones.",
      ja: "後の正解の数は、前の正解から失った数を引き、新しく得た数を足したもの。"
    ) { run, comparison in
      for (name, scores) in run[.improvement]?.allScores ?? [] {
        for score in scores {
          let what = "\(name), \(score.group.rawValue)"
          comparison.equal(
            score.rightAfter, score.rightBefore - score.lost.count + score.gained.count,
            "\(what): right afterwards")
          comparison.holds(
            score.lost.count <= score.rightBefore
              && score.gained.count <= score.asked - score.rightBefore
              && Set(score.lost + score.gained).count == score.lost.count + score.gained.count,
            "\(what): lost from the right, gained from the wrong, each once")
        }
      }
    },
    Equation(
      "groups-ask-what-the-records-hold", "U8",
      en:
        "Corrected prompts are those that people corrected, the others of a correction are asked otherwise, "
        + "and every known question is asked once.",
      ja: "訂正した質問は人が訂正したもの、残りの聞き方は「別の聞き方」で、答えのわかっている質問はどれも一度ずつ出される。"
    ) { run, comparison in
      guard let record = run[.improvement], let truth = run[.truth] else { return }
      for version in record.versions where version.story != nil {
        let asked = { (group: ImprovementMeasure) in
          version.scores.first { $0.group == group }?.asked ?? 0
        }
        let own = record.corrections.filter { $0.story == version.story }.flatMap(\.prompts)
        let name = "version \(version.id)"
        comparison.equal(asked(.corrected), own.count { $0.isUsed }, "\(name): corrected")
        comparison.equal(asked(.otherwise), own.count { !$0.isUsed }, "\(name): asked otherwise")
        let earlier = record.ancestors(of: version).compactMap(\.story)
        comparison.equal(
          asked(.earlier),
          record.corrections.filter { earlier.contains($0.story) }.flatMap(\.prompts).count,
          "\(name): corrected earlier")
        let changed = record.corrections.filter { $0.story == .changedFacts }
        let facts = Set(changed.map { [$0.relation, $0.subject] })
        let places = run[.causalMap]?.asked ?? Array(truth.questions.indices)
        let known = places.filter(truth.questions.indices.contains).map { truth.questions[$0] }
          .filter { !facts.contains([$0.relation, $0.subject]) }
        let people = Set(changed.map(\.subject))
        let near =
          version.story == .changedFacts ? known.count { people.contains($0.subject) } : 0
        comparison.equal(asked(.neighbours), near, "\(name): neighbours")
        comparison.equal(asked(.others), known.count - near, "\(name): everything else")
      }
    },
    Equation(
      "strangers-are-unknown-to-corrections", "U8",
      en: "Unknown people are those of the exam whom no correction names.",
      ja: "「知らない人」は、試験に出る町の外の人のうち、訂正に名前の出てこない人。"
    ) { run, comparison in
      guard let record = run[.improvement], let exam = run[.exam] else { return }
      let taught = record.corrections.filter { $0.story == .unknownPeople }.map(\.name)
      let places = exam.results.indices.filter { place in
        let result = exam.results[place]
        return result.kind == .stranger
          && !taught.contains { result.question.contains($0[result.language]) }
      }
      for (name, scores) in record.allScores {
        let score = scores.first { $0.group == .unknown }
        comparison.equal(score?.asked ?? 0, places.count, "\(name): unknown people")
        comparison.holds(
          ((score?.lost ?? []) + (score?.gained ?? [])).allSatisfy(places.contains),
          "\(name): changed answers are about them")
      }
    },
    Equation(
      "shown-answers-are-right-by-the-list", "U8",
      en: "An answer shown side by side counts as right exactly where it is among the right ones.",
      ja: "並べて見せる答えは、正解の一覧にあるとき、そのときだけ正解とされる。"
    ) { run, comparison in
      for shown in run[.improvement]?.shown ?? [] {
        for said in [shown.before, shown.after] {
          comparison.equal(
            said.isRight, shown.accepted.contains(said.text), "“\(shown.prompt)” → “\(said.text)”")
          comparison.holds(
            said.tokens.allSatisfy { (0...1).contains($0.probability) },
            "“\(said.text)”: probabilities")
        }
      }
    },
  ]

  private static let learned: [Equation] = [
    Equation(
      "margin-is-chosen-less-rejected", "U8",
      en: "The margin is the log-probability of the chosen answer less that of the rejected one.",
      ja: "差は、選ばれた答えの対数確率から、退けられた答えの対数確率を引いたもの。"
    ) { run, comparison in
      for (id, learning) in run[.improvement]?.learnings ?? [] {
        for watched in learning.watched {
          let name = "version \(id), “\(watched.prompt)”"
          comparison.equal(
            [watched.chosenLog.count, watched.rejectedLog.count, watched.margins.count],
            [Int](repeating: learning.looks.count, count: 3), "\(name): looks")
          for (chosen, (rejected, margin)) in zip(
            watched.chosenLog, zip(watched.rejectedLog, watched.margins))
          {
            comparison.close(margin, chosen - rejected, within: 1e-9, "\(name): margin")
            comparison.holds(chosen <= 1e-6 && rejected <= 1e-6, "\(name): logs of probabilities")
          }
        }
      }
    },
    Equation(
      "every-weight-is-counted-once", "U8",
      en: "Weights by part and by size of change are all weights of the model.",
      ja: "部分ごとの重みの数も、変化の大きさごとの数も、合計するとモデルの重み全部になる。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for (id, learning) in run[.improvement]?.learnings ?? [] {
        comparison.equal(
          learning.moved.reduce(0) { $0 + $1.count }, model.parameterCount,
          "version \(id): weights over parts")
        comparison.equal(
          learning.sizes.reduce(0) { $0 + $1.count }, model.parameterCount,
          "version \(id): weights over sizes")
        for row in learning.moved {
          let own = model.tensors.filter { $0.part == row.part && $0.layer == row.layer }
          comparison.equal(
            row.count, own.reduce(0) { $0 + $1.count },
            "version \(id), \(row.part) \(row.layer.map(String.init) ?? ""): weights")
          comparison.holds(
            row.changeRMS <= row.largest * (1 + 1e-9),
            "version \(id): the largest change is no less than the mean")
        }
      }
    },
    Equation(
      "the-weight-shown-moved-farthest", "U8",
      en: "The weight whose way is shown has moved by the largest change of all parts.",
      ja: "道のりを見せる重みの変化は、すべての部分の中で最も大きい。"
    ) { run, comparison in
      for (id, learning) in run[.improvement]?.learnings ?? [] {
        comparison.equal(
          learning.weight.values.count, learning.looks.count, "version \(id): looks at one weight")
        guard let first = learning.weight.values.first, let last = learning.weight.values.last
        else { continue }
        comparison.close(
          abs(last - first), learning.moved.map(\.largest).max() ?? 0, within: 1e-9,
          "version \(id): its change")
      }
    },
    Equation(
      "steps-are-those-of-the-plan", "U8",
      en:
        "There is a loss for each step, and one of replayed rows exactly where rows are replayed.",
      ja: "損失はステップごとに一つ。前の文書の損失は、前の文書を混ぜたときだけある。"
    ) { run, comparison in
      for (id, learning) in run[.improvement]?.learnings ?? [] {
        let name = "version \(id)"
        comparison.equal(
          learning.losses.map(\.step), Array(1...max(1, learning.steps)), "\(name): steps")
        let replays = learning.exampleRows < learning.batchSize
        comparison.holds(
          learning.losses.allSatisfy { ($0.replayed != nil) == replays },
          "\(name): losses of replayed rows")
        comparison.equal(learning.replayedDocuments > 0, replays, "\(name): documents replayed")
        comparison.equal(learning.looks.first, 0, "\(name): first look")
        comparison.equal(learning.looks.last, learning.steps, "\(name): last look")
      }
    },
    Equation(
      "examples-are-agreed-corrections", "U8",
      en:
        "Examples are the corrections that more than half wanted, those of the parents among them.",
      ja: "例になるのは過半数が望んだ訂正で、もとの版の訂正も含まれる。"
    ) { run, comparison in
      guard let record = run[.improvement] else { return }
      for version in record.versions {
        guard let learning = version.learning else { continue }
        let used = { (story: ImprovementStory?) in
          record.corrections.filter { $0.story == story }.flatMap(\.prompts).count { $0.isUsed }
        }
        comparison.equal(
          learning.feedback.agreed, used(version.story), "version \(version.id): agreed")
        comparison.equal(
          learning.exampleDocuments,
          used(version.story) + record.ancestors(of: version).reduce(0) { $0 + used($1.story) },
          "version \(version.id): examples")
      }
    },
    Equation(
      "ways-learn-as-many-numbers-as-stored", "U8",
      en: "A way stores four bytes for each number that it learns; all weights are all of them.",
      ja: "どの学び方も、学ぶ数一つにつき4バイトを保存する。「すべての重み」はモデルの重み全部。"
    ) { run, comparison in
      guard let record = run[.improvement] else { return }
      for way in record.ways {
        comparison.equal(way.byteCount, 4 * way.learnedCount, "\(way.way.rawValue): bytes")
        if way.way == .all, let model = run[.architecture] {
          comparison.equal(way.learnedCount, model.parameterCount, "all weights")
        }
      }
    },
  ]
}

extension ImprovementRecord {
  /// Of versions and of ways, each with its name.
  fileprivate var allScores: [(String, [Score])] {
    versions.filter { $0.story != nil }.map { ("version \($0.id)", $0.scores) }
      + ways.map { ($0.way.rawValue, $0.scores) }
  }

  fileprivate var learnings: [(Int, Learning)] {
    versions.compactMap { version in version.learning.map { (version.id, $0) } }
  }

  /// Versions from which one came, its parent first.
  fileprivate func ancestors(of version: Version) -> [Version] {
    var result: [Version] = []
    var parent = version.parent
    while let id = parent, let own = self.version(id), own.id < (result.last?.id ?? version.id) {
      result.append(own)
      parent = own.parent
    }
    return result
  }
}
