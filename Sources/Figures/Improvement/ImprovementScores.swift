import Charts
import Names
import Record

/// Right answers by how near a question is to what was corrected: before, accepted, refused.
struct ImprovementScores: FigureDefinition {
  let name = "improvement-scores"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ lead: Lead) -> String
    var columns: [String]
    var rowAxis: String
    var columnAxis: String
    var valueAxis: String
    var notThere: String

    /// A version on the questions that it was corrected for, and on all others.
    struct Lead: Sendable {
      var version: String
      var corrected: (before: String, after: String)?
      var others: (before: String, after: String)?
    }
  }

  static let english = Words(
    title: "Did anything else break?",
    description: { lead in
      "Right answers, group by group, from what was corrected to what has nothing to do with it. "
        + lead.version.first!.uppercased() + lead.version.dropFirst() + ": "
        + [
          lead.corrected.map { "corrected questions from \($0.before) to \($0.after)" },
          lead.others.map { "everything else from \($0.before) to \($0.after)" },
        ].compactMap(\.self).joined(separator: ", ") + "."
    },
    columns: ["What was corrected", "Questions", "Model", "#Asked", "#Right", "#Share"],
    rowAxis: "questions", columnAxis: "version of the model",
    valueAxis: "share of right answers (0 to 1)",
    notThere: "not asked, or no such version")

  static let japanese = Words(
    title: "ほかに壊れたものはないか",
    description: { lead in
      "訂正したものから、関係のないものまで、質問のまとまりごとの正解です。\(lead.version)では、"
        + [
          lead.corrected.map { "訂正した質問が\($0.before)から\($0.after)に" },
          lead.others.map { "そのほかの質問が\($0.before)から\($0.after)に" },
        ].compactMap(\.self).joined(separator: "、") + "なりました。"
    },
    columns: ["訂正したこと", "質問", "モデル", "#出題", "#正解", "#割合"],
    rowAxis: "質問", columnAxis: "モデルの版", valueAxis: "正解の割合（0～1）",
    notThere: "出題していないか、その版がない")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    let outcomes = shown.storyOutcomes.filter { $0.accepted != nil || $0.refused != nil }
    guard let told = shown.toldVersion, !outcomes.isEmpty else {
      throw context.missing(names.noVersions)
    }
    let groups = ImprovementMeasure.allCases.filter { group in
      group != .testLoss && outcomes.contains { shown.score($0.either, group) != nil }
    }
    let models = [
      names.before, names.verdict(.accepted), names.verdict(.refused),
    ]
    func score(_ outcome: Exhibits.StoryOutcome, _ group: ImprovementMeasure, _ model: Int)
      -> (right: Int, asked: Int)?
    {
      switch model {
      case 0: shown.score(outcome.either, group).map { ($0.rightBefore, $0.asked) }
      case 1: shown.score(outcome.accepted, group).map { ($0.rightAfter, $0.asked) }
      default: shown.score(outcome.refused, group).map { ($0.rightAfter, $0.asked) }
      }
    }
    func change(_ group: ImprovementMeasure) -> (before: String, after: String)? {
      shown.score(told, group).map {
        (
          ImprovementWording.share($0.rightBefore, $0.asked),
          ImprovementWording.share($0.rightAfter, $0.asked)
        )
      }
    }
    return context.figure(
      words.title,
      words.description(
        .init(
          version: names.judged(told, context.names), corrected: change(.corrected),
          others: change(.others))),
      DataTable(
        words.columns,
        outcomes.flatMap { outcome in
          groups.flatMap { group in
            models.indices.compactMap { model in
              score(outcome, group, model).map {
                [
                  names.story(outcome.story), names.measure(group), models[model],
                  Numbers.count($0.asked), Numbers.count($0.right),
                  Numbers.percent(Double($0.right) / Double($0.asked)),
                ]
              }
            }
          }
        }),
      HeatMap(
        panels: outcomes.map { outcome in
          HeatMap.Panel(
            names.story(outcome.story),
            groups.map { group in
              models.indices.map { model in
                score(outcome, group, model).map { Float($0.right) / Float($0.asked) } ?? .nan
              }
            })
        }, palette: .sequential, rowLabels: groups.map { names.shortMeasure($0) },
        columnLabels: models, rowAxis: words.rowAxis, columnAxis: words.columnAxis,
        valueAxis: words.valueAxis, leastCell: 56, panelsPerRow: 1, maskLabel: words.notThere))
  }
}
