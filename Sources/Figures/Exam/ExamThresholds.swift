import Charts
import Names
import Record

/// The threshold as it moves: what becomes of each kind of open question, one threshold after the other.
struct ExamThresholds: FigureDefinition {
  let name = "exam-thresholds"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ count: Int, _ least: String, _ greatest: String, _ used: String?) -> String
    var columns: [String]
    var axis: String
    var frame: @Sendable (_ threshold: String, _ isChosen: Bool) -> String
    var given: @Sendable (_ asked: Int) -> String
    /// How many answers more are held back than in the frame before, and how many of these are right.
    var moved: @Sendable (_ more: Int, _ right: Int) -> String
    var check: String
  }

  static let english = Words(
    title: "Move the threshold: who loses, who gains?",
    description: { count, least, greatest, used in
      "What becomes of the answers to each kind of question at \(count) thresholds, from \(least) to "
        + "\(greatest). An answer of which the model is less sure than that is held back."
        + (used.map { " This run uses \($0)." } ?? "")
    },
    columns: ["Kind of question", "#Threshold", "#Right", "#Held back", "#Made up"],
    axis: "share of the kind's questions (%)",
    frame: { threshold, isChosen in
      "threshold \(threshold)" + (isChosen ? ", the one that this run uses" : "")
    },
    given: { asked in
      asked == 1 ? "The answer is given." : "All \(Numbers.count(asked)) answers are given."
    },
    moved: { more, right in
      more == 0
        ? "Nothing changes: no answer lies between this threshold and the one before."
        : "\(NameWording.english(more, "answer")) more \(more == 1 ? "is" : "are") held back than before; right "
          + "among them: \(Numbers.count(right))."
    },
    check: "right, held back and made up, of all kinds")

  static let japanese = Words(
    title: "しきい値を動かすと、何が減り、何が増えるか",
    description: { count, least, greatest, used in
      "しきい値を\(least)から\(greatest)まで\(count)通りに動かし、質問の種類ごとに、答えがどうなるかを示します。"
        + "モデルの自信がしきい値に届かない答えは、控えます。"
        + (used.map { "この実行で使うしきい値は\($0)です。" } ?? "")
    },
    columns: ["質問の種類", "#しきい値", "#正解", "#控えた", "#作り話"],
    axis: "その種類の質問のうちの割合（%）",
    frame: { threshold, isChosen in
      "しきい値\(threshold)" + (isChosen ? "（この実行で使う値）" : "")
    },
    given: { "\(Numbers.count($0))問の答えを、すべて出します。" },
    moved: { more, right in
      more == 0
        ? "変わりません。このしきい値と一つ前のあいだに、答えはありません。"
        : "一つ前より、さらに\(Numbers.count(more))問の答えを控えます。そのうち正解だったものは\(Numbers.count(right))問です。"
    },
    check: "すべての種類を合わせた、正解・控えた答え・作り話の数")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let names = context.wording.exam
    let kinds = context.exhibits.openOutcomesByThreshold
    guard !kinds.isEmpty else { throw context.unknowable(names.noExam) }
    let thresholds = context.exhibits.shownThresholds
    let labels = thresholds.map { Numbers.fixed($0, 2) }
    let hold = try context[.exam].hold
    return context.figure(
      words.title,
      words.description(
        thresholds.count, labels[0], labels[labels.count - 1],
        hold.map { Numbers.fixed($0.threshold, 2) }),
      DataTable(
        words.columns,
        kinds.flatMap { kind, outcomes in
          zip(labels, outcomes).map { threshold, outcome in
            [
              names.kind(kind), threshold, Numbers.count(outcome.right),
              Numbers.count(outcome.heldBack), Numbers.count(outcome.madeUp),
            ]
          }
        }),
      Film(
        thresholds.indices.map { place in
          frame(
            place, kinds, title: words.frame(labels[place], thresholds[place] == hold?.threshold),
            names, words)
        }))
  }

  private func frame(
    _ place: Int, _ kinds: [(kind: ExamKind, outcomes: [ExamRecord.Outcome])], title: String,
    _ names: ExamWording, _ words: Words
  ) -> Film.Frame {
    let total = { (place: Int) in
      kinds.reduce(ExamRecord.Outcome()) { sum, kind in
        let own = kind.outcomes[place]
        return ExamRecord.Outcome(
          right: sum.right + own.right, heldBack: sum.heldBack + own.heldBack,
          madeUp: sum.madeUp + own.madeUp)
      }
    }
    let now = total(place)
    let before = place > 0 ? total(place - 1) : now
    return Film.Frame(
      title,
      sentence: place == 0
        ? words.given(now.asked)
        : words.moved(now.heldBack - before.heldBack, before.right - now.right),
      check: Film.Check(
        [now.right, now.heldBack, now.madeUp].map { Numbers.count($0) }.joined(separator: " + ")
          + " = " + Numbers.count(now.asked), words.check),
      BarChart(
        axis: words.axis,
        rows: kinds.map { kind, outcomes in
          let outcome = outcomes[place]
          return BarChart.Row(
            names.kind(kind),
            [outcome.right, outcome.heldBack, outcome.madeUp].map {
              Double($0 * 100) / Double(outcome.asked)
            }, text: "\(outcome.right) · \(outcome.heldBack) · \(outcome.madeUp)")
        }, series: [names.right, names.heldBack, names.madeUp], roles: [.good, .plain, .bad],
        upTo: 100))
  }
}
