import Charts
import Names
import Record

/// Log-probabilities of the answer that people want and of the one that they rejected while a version learns, and
/// by how much the first is ahead.
struct MarginLines: FigureDefinition {
  /// Which prompt is followed.
  enum Choice: Sendable {
    /// One that was corrected.
    case followed
    /// The one whose wanted answer loses most on the way, in any version.
    case fallen
  }

  let choice: Choice
  let name: String
  let row = "U8"

  static let followed = MarginLines(choice: .followed, name: "improvement-margin")
  static let fallen = MarginLines(choice: .fallen, name: "chosen-falls")

  struct Words: Sendable {
    var title: @Sendable (Choice) -> String
    var lead: @Sendable (_ version: String, _ prompt: String, _ isUsed: Bool) -> String
    var course: @Sendable (_ chosen: Ends, _ rejected: Ends, _ margin: Ends) -> String
    var fall: @Sendable (_ fall: Ends, _ steps: Ends, _ margin: Ends) -> String
    var columns: [String]
    var axis: String
    var chosen: @Sendable (_ answer: String) -> String
    var rejected: @Sendable (_ answer: String) -> String
    var margin: String
    var mark: String
    var noFall: String

    struct Ends: Sendable {
      var first: String
      var last: String
    }
  }

  static let english = Words(
    title: { choice in
      switch choice {
      case .followed: "The answer that people want and the one that they rejected"
      case .fallen: "The wanted answer can become less likely, too"
      }
    },
    lead: { version, prompt, isUsed in
      "“\(prompt)” while \(version) learns"
        + (isUsed
          ? "; people corrected the answer to it. " : "; nobody corrected the answer to it. ")
    },
    course: { chosen, rejected, margin in
      "Log-probability of the whole wanted answer: from \(chosen.first) to \(chosen.last) nats; of the rejected one "
        + "from \(rejected.first) to \(rejected.last). The margin between them goes from \(margin.first) to \(margin.last)."
    },
    fall: { fall, steps, margin in
      "From step \(steps.first) to step \(steps.last) the log-probability of the wanted answer falls from \(fall.first) to "
        + "\(fall.last) nats, while the margin goes from \(margin.first) to \(margin.last)."
    },
    columns: ["#Step", "#Wanted", "#Rejected", "#Margin"],
    axis: "log-probability of the whole answer (nats; 0 is certain)",
    chosen: { "wanted: \($0)" }, rejected: { "rejected: \($0)" },
    margin: "margin (wanted minus rejected)", mark: "falls until here",
    noFall: "in this run the wanted answers never became less likely at any look")

  static let japanese = Words(
    title: { choice in
      switch choice {
      case .followed: "望ましい答えと、退けられた答え"
      case .fallen: "望ましい答えの確率が下がることもある"
      }
    },
    lead: { version, prompt, isUsed in
      "\(version)が学ぶあいだの「\(prompt)」への答えです（" + (isUsed ? "訂正された質問" : "訂正されていない質問") + "）。"
    },
    course: { chosen, rejected, margin in
      "望ましい答え全体の対数確率は\(chosen.first)から\(chosen.last)ナットへ、退けられた答えは\(rejected.first)から"
        + "\(rejected.last)ナットへ変わり、二つの差は\(margin.first)から\(margin.last)になりました。"
    },
    fall: { fall, steps, margin in
      "ステップ\(steps.first)から\(steps.last)までに、望ましい答えの対数確率は\(fall.first)から\(fall.last)ナットへ下がり、"
        + "そのあいだに差は\(margin.first)から\(margin.last)になりました。"
    },
    columns: ["#ステップ", "#望ましい答え", "#退けられた答え", "#差"],
    axis: "答え全体の対数確率（ナット。0なら確実）",
    chosen: { "望ましい答え：\($0)" }, rejected: { "退けられた答え：\($0)" },
    margin: "差（望ましい答え−退けられた答え）", mark: "ここまで下がる",
    noFall: "この実行では、望ましい答えの確率が下がったところはありませんでした")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (exhibits, names) = (context.exhibits, context.wording.improvement)
    let fall = choice == .fallen ? exhibits.deepestFall : nil
    if choice == .fallen, fall == nil { throw context.missing(words.noFall) }
    guard let version = fall?.version ?? exhibits.toldVersion, let learning = version.learning,
      let prompt = fall?.prompt ?? exhibits.watchedPrompt
    else { throw context.missing(names.noVersions) }
    func series(_ name: String, _ values: [Double]) -> LineChart.Series {
      LineChart.Series(
        name, zip(learning.looks, values).map { LineChart.Point(Double($0), $1) }, isMarked: true)
    }
    func shown(_ answer: String) -> String { answer.isEmpty ? names.silence : answer.onOneLine }
    func ends(_ values: [Double], _ from: Int = 0, _ to: Int? = nil) -> Words.Ends {
      .init(
        first: Numbers.fixed(values[from], 2),
        last: Numbers.fixed(values[to ?? values.count - 1], 2))
    }
    let course =
      if let fall {
        words.fall(
          ends(prompt.chosenLog, fall.from, fall.to),
          .init(
            first: Numbers.count(learning.looks[fall.from]),
            last: Numbers.count(learning.looks[fall.to])),
          .init(first: margin(prompt, fall.from), last: margin(prompt, fall.to)))
      } else {
        words.course(
          ends(prompt.chosenLog), ends(prompt.rejectedLog),
          .init(first: margin(prompt, 0), last: margin(prompt, prompt.margins.count - 1)))
      }
    return context.figure(
      words.title(choice),
      words.lead(
        names.judged(version, context.names), prompt.prompt.onOneLine, prompt.isUsed) + course,
      DataTable(
        words.columns,
        learning.looks.indices.map { look in
          [
            Numbers.count(learning.looks[look]), Numbers.fixed(prompt.chosenLog[look], 2),
            Numbers.fixed(prompt.rejectedLog[look], 2), margin(prompt, look),
          ]
        }),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: learning.looks.map(Double.init)),
        y: Axis(
          words.axis, spanning: prompt.chosenLog + prompt.rejectedLog + prompt.margins, from: 0),
        series: [
          series(words.chosen(shown(prompt.chosen)), prompt.chosenLog),
          series(words.rejected(shown(prompt.rejected)), prompt.rejectedLog),
          series(words.margin, prompt.margins),
        ],
        marks: fall.map { [.init(words.mark, at: Double(learning.looks[$0.to]))] } ?? []))
  }

  /// The difference of what is shown of both, so that it can be checked.
  private func margin(_ prompt: Exhibits.WatchedPrompt, _ look: Int) -> String {
    Calculations.change(from: prompt.rejectedLog[look], to: prompt.chosenLog[look], places: 2)
      .result
  }
}
