import Charts
import Names
import Record

/// Where the head that moved most looks, in the old version and in the new one, over the same tokens.
struct PartingAttention: FigureDefinition {
  let name = "before-after-attention"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ head: Head, _ prompt: String) -> String
    var looks: @Sendable (_ from: String, _ old: Look, _ new: Look) -> String
    var change: @Sendable (_ cell: Cell) -> String
    var columns: [String]
    /// A column of the token that is looked at most, and of its weight.
    var most: @Sendable (_ version: String) -> [String]
    var pointed: String
    var noParting: String

    struct Head: Sendable {
      var name: String
      var heads: Int
      var old: String
      var new: String
      var share: String
    }

    struct Look: Sendable {
      var version: String
      var token: String
      var weight: String
    }

    struct Cell: Sendable {
      var from: String
      var to: String
      var before: String
      var after: String
    }
  }

  static let english = Words(
    title: "The head that moved most, before and after",
    description: { head, prompt in
      "Of \(head.heads) heads \(head.name) looks elsewhere most, in \(head.new) beside \(head.old), at “\(prompt)” and "
        + "the beginning of the answer: on average \(head.share) of a row's attention moved."
    },
    looks: { from, old, new in
      " From the last token, “\(from)”, \(old.version) looks most at “\(old.token)” (\(old.weight)), \(new.version) at "
        + "“\(new.token)” (\(new.weight))."
    },
    change: { cell in
      " The frame is around what changed most: from “\(cell.from)” to “\(cell.to)”, \(cell.before) became \(cell.after)."
    },
    columns: ["Looking from"],
    most: { ["\($0) looks most at", "#Weight"] },
    pointed: "what changed most",
    noParting: "this run kept no attention of two versions over the same prompt")

  static let japanese = Words(
    title: "いちばん動いたヘッドの、前とあと",
    description: { head, prompt in
      "「\(prompt)」と答えのはじめの部分を、\(head.old)と\(head.new)に読ませました。\(head.heads)個のヘッドのうち、見る相手がいちばん変わったのは"
        + "\(head.name)で、1行あたり平均で注意の\(head.share)がほかの相手に移りました。"
    },
    looks: { from, old, new in
      "最後のトークン「\(from)」がいちばん見ているのは、\(old.version)では「\(old.token)」（\(old.weight)）、\(new.version)では"
        + "「\(new.token)」（\(new.weight)）です。"
    },
    change: { cell in
      "枠は、いちばん変わった重みです。「\(cell.from)」から「\(cell.to)」への重みが\(cell.before)から\(cell.after)になりました。"
    },
    columns: ["見る側"],
    most: { ["\($0)がいちばん見ている相手", "#重み"] },
    pointed: "いちばん変わった重み",
    noParting: "この実行には、同じ質問に対する二つの版の注意が記録されていません")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let exhibits = context.exhibits
    guard let parting = exhibits.parting, let patterns = exhibits.partedPatterns else {
      throw context.missing(words.noParting)
    }
    let names = context.wording.improvement
    let versions = [names.version(parting.old), names.version(parting.new)]
    let (old, new) = (
      AttentionRows.causal(patterns.old), AttentionRows.causal(patterns.new)
    )
    let labels = parting.tokens.map { AttentionRows.label($0) }
    let cell = FrameChecks.mostChanged(old, new)
    func number(_ weight: Float) -> String { Numbers.fixed(Double(weight), 3) }
    func look(_ version: String, _ row: [Float]) -> Words.Look {
      let most = AttentionRows.strongest(row)
      return .init(
        version: version, token: parting.tokens[most.key].shown, weight: number(most.weight))
    }
    let last = parting.tokens.count - 1
    var text = words.description(
      .init(
        name: headName(patterns.head, context), heads: parting.heads.count, old: versions[0],
        new: versions[1], share: Numbers.percent(patterns.head.distance)),
      parting.prompt.onOneLine)
    text += words.looks(
      parting.tokens[last].shown, look(versions[0], old[last]), look(versions[1], new[last]))
    if let cell {
      text += words.change(
        .init(
          from: parting.tokens[cell.row].shown, to: parting.tokens[cell.column].shown,
          before: number(old[cell.row][cell.column]), after: number(new[cell.row][cell.column])))
    }
    let shared = context.wording.usage
    var map = HeatMap(
      panels: [HeatMap.Panel(versions[0], old), HeatMap.Panel(versions[1], new)],
      palette: .sequential, rowLabels: labels, rowAxis: shared.query, columnAxis: shared.key,
      valueAxis: shared.attentionAxis, panelsPerRow: 2, pointed: Set(cell.map { [$0] } ?? []),
      pointedLabel: words.pointed)
    map.comparable = 1
    return context.figure(
      words.title, text,
      DataTable(
        words.columns + versions.flatMap(words.most),
        parting.tokens.indices.map { query in
          [parting.tokens[query].shown]
            + [old, new].flatMap { rows in
              let most = look("", rows[query])
              return [most.token, most.weight]
            }
        }), map)
  }

  /// With the labels that the model as it was built has for it.
  private func headName(_ head: PartingRecord.Head, _ context: FigureContext) -> String {
    context.wording.heads.named(
      "L\(head.layer)H\(head.head)",
      context.exhibits.labels(layer: head.layer, head: head.head))
  }
}
