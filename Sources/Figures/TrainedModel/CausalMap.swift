import Charts
import Names
import Record

/// All questions, asked without one part of the model after the other: what is lost, by what is asked.
struct CausalMap: FigureDefinition {
  let name = "causal-map"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var part: @Sendable (_ part: ModelPart, _ layer: Int, _ head: Int?) -> String
    var panel: @Sendable (_ language: String) -> String
    var columns: [String]
    var removed: String
    var asked: String
    var axis: String
    var masked: String
    var most: @Sendable (_ right: String, _ part: String, _ broken: String) -> String
    var heads: @Sendable (_ most: (String, String), _ least: (String, String)) -> String
    var writes: @Sendable (_ part: String, _ question: String, _ answer: String) -> String
    var noMap: String
  }

  static let english = Words(
    title: "What is lost without each part",
    part: KnockoutMap.english.part,
    panel: { "questions in \($0)" },
    columns: ["Removed", "Questions in", "#No longer right"],
    removed: "what is removed",
    asked: "what is asked for",
    axis: "share of the right answers that is lost (0 to 1)",
    masked: "no right answer that could be lost",
    most: { right, part, broken in
      "The whole model answers \(right) questions rightly. No part is missed more than \(part): without it "
        + "\(broken) of these answers are no longer right."
    },
    heads: { most, least in
      " Of the heads \(most.0) is missed most (\(most.1) lost), and \(least.0) least (\(least.1))."
    },
    writes: { part, question, answer in
      " Without \(part) the model writes to “\(question)”: “\(answer)”"
    },
    noMap: "this run has no right answer that a missing part could break"
  )

  static let japanese = Words(
    title: "部品がないと、何が失われるか",
    part: KnockoutMap.japanese.part,
    panel: { "\($0)の質問" },
    columns: ["取り除いた部品", "質問の言語", "#失われた正解"],
    removed: "取り除いた部品",
    asked: "質問の中身",
    axis: "失われた正解の割合（0～1）",
    masked: "失われる正解がない",
    most: { right, part, broken in
      "もとのモデルは\(right)問に正しく答えます。なくなるといちばん困る部品は\(part)で、取り除くと、"
        + "そのうち\(broken)問に正しく答えられなくなります。"
    },
    heads: { most, least in
      "ヘッドの中でいちばん困るのは\(most.0)で\(most.1)問、いちばん困らないのは\(least.0)で\(least.1)問です。"
    },
    writes: { part, question, answer in
      "\(part)を取り除くと、「\(question)」への答えは「\(answer)」となります。"
    },
    noMap: "この実行には、部品を取り除いて失われるような正解がありません"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let exhibits = context.exhibits
    guard let map = exhibits.causalMap else { throw context.missing(words.noMap) }
    let relations = exhibits.mappedRelations
    let languages = Language.allCases.filter { language in
      relations.contains { exhibits.count(map.asked, language, $0) > 0 }
    }
    let labels = relations.map(context.names.relation)
    /// One row of a language: the share of the right answers that is lost; NaN where there is none.
    func shares(_ broken: [Int], _ language: Language) -> [Float] {
      relations.map { relation in
        let right = exhibits.count(map.right, language, relation)
        return right == 0 ? .nan : Float(exhibits.count(broken, language, relation)) / Float(right)
      }
    }
    func total(_ places: [Int], _ language: Language) -> Int {
      relations.reduce(0) { $0 + exhibits.count(places, language, $1) }
    }
    return context.figure(
      words.title, description(map, context, words),
      DataTable(
        words.columns + labels.map { "#" + $0 },
        map.removals.flatMap { removal in
          languages.map { language in
            [
              words.part(removal.part, removal.layer, removal.head),
              context.names.language(language),
              "\(total(removal.broken, language))/\(total(map.right, language))",
            ]
              + shares(removal.broken, language).map {
                $0.isNaN ? "–" : Numbers.fixed(Double($0), 2)
              }
          }
        }),
      HeatMap(
        panels: languages.map { language in
          HeatMap.Panel(
            words.panel(context.names.language(language)),
            map.removals.map { shares($0.broken, language) })
        }, palette: .sequential,
        rowLabels: map.removals.map { words.part($0.part, $0.layer, $0.head) },
        columnLabels: labels, rowAxis: words.removed, columnAxis: words.asked,
        valueAxis: words.axis, leastCell: 34, maskLabel: words.masked))
  }

  private func description(
    _ map: CausalMapRecord, _ context: FigureContext, _ words: Words
  ) -> String {
    let exhibits = context.exhibits
    /// A head with its labels.
    func name(_ part: Exhibits.MappedPart) -> String {
      context.wording.heads.named(
        words.part(part.part, part.layer, part.head),
        part.head.flatMap { exhibits.labels(layer: part.layer, head: $0) })
    }
    func lost(_ part: Exhibits.MappedPart) -> String { Numbers.count(part.broken.count) }
    var text = ""
    if let most = exhibits.neededMost {
      text += words.most(Numbers.count(map.right.count), name(most), lost(most))
    }
    if let head = exhibits.neededHead, let idle = exhibits.idleHead,
      head.broken.count > idle.broken.count
    {
      text += words.heads((name(head), lost(head)), (name(idle), lost(idle)))
      if let written = exhibits.written(without: head), !written.answer.isEmpty {
        text += words.writes(name(head), written.question.onOneLine, written.answer.onOneLine)
      }
    }
    return text
  }
}
