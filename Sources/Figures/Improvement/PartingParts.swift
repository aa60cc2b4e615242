import Charts
import Names
import Record

/// Where two versions' answers part: what each thinks of both next tokens, without one part after the other.
struct PartingParts: FigureDefinition {
  let name = "before-after-parts"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var part: @Sendable (_ part: ModelPart, _ layer: Int, _ head: Int?) -> String
    var columns: [String]
    var nothing: String
    var removed: String
    var token: String
    var axis: String
    /// Up to where both read the same, and how likely each finds the other's next token.
    var parting: @Sendable (_ prompt: String, _ read: String, _ old: Side, _ new: Side) -> String
    /// Both answers are the same.
    var same: @Sendable (_ prompt: String, _ token: String, _ old: Side, _ new: Side) -> String
    /// The head without which a version's own token loses most.
    var needs:
      @Sendable (_ version: String, _ part: String, _ token: String, _ shares: Ends) -> String
    var noParting: String

    /// A version, its own next token and the probability that it gives to it.
    struct Side: Sendable {
      var version: String
      var token: String
      var share: String
    }

    struct Ends: Sendable {
      var whole: String
      var without: String
    }
  }

  static let english = Words(
    title: "Where the answers part, and what each version needs there",
    part: KnockoutMap.english.part,
    columns: ["Removed", "Next token"],
    nothing: "nothing",
    removed: "what is removed",
    token: "next token",
    axis: "probability of this token (0 to 1)",
    parting: { prompt, read, old, new in
      "“\(prompt)”: "
        + (read.isEmpty ? "the answers part at once. " : "after “\(read)” the answers part. ")
        + "Next, \(old.version) says “\(old.token)” (\(old.share)) and \(new.version) “\(new.token)” (\(new.share))."
    },
    same: { prompt, token, old, new in
      "“\(prompt)”: both answers are the same. What differs most is the probability of “\(token)”: \(old.share) for "
        + "\(old.version), \(new.share) for \(new.version)."
    },
    needs: { version, part, token, shares in
      " In \(version) “\(token)” needs, of the heads, \(part) most: without it, \(shares.whole) becomes \(shares.without)."
    },
    noParting: "this run looked at no prompt through two versions at once")

  static let japanese = Words(
    title: "答えの分かれ道で、それぞれの版に要る部品",
    part: KnockoutMap.japanese.part,
    columns: ["取り除いた部品", "次のトークン"],
    nothing: "なし",
    removed: "取り除いた部品",
    token: "次のトークン",
    axis: "このトークンの確率（0～1）",
    parting: { prompt, read, old, new in
      "「\(prompt)」への答えは、" + (read.isEmpty ? "はじめから分かれます。" : "「\(read)」のあとで分かれます。")
        + "次のトークンは、\(old.version)では「\(old.token)」（\(old.share)）、\(new.version)では「\(new.token)」（\(new.share)）です。"
    },
    same: { prompt, token, old, new in
      "「\(prompt)」への答えは、どちらの版も同じです。いちばん違うのは「\(token)」の確率で、\(old.version)では\(old.share)、"
        + "\(new.version)では\(new.share)です。"
    },
    needs: { version, part, token, shares in
      "\(version)で「\(token)」にいちばん要るヘッドは\(part)で、取り除くと確率は\(shares.whole)から\(shares.without)になります。"
    },
    noParting: "この実行には、一つの質問を二つの版で見比べた記録がありません")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let parting = context.exhibits.parting, !parting.rivals.isEmpty else {
      throw context.missing(words.noParting)
    }
    let names = context.wording.improvement
    let versions = [names.version(parting.old), names.version(parting.new)]
    let rows =
      [(words.nothing, parting.whole)]
      + parting.removals.map { (words.part($0.part, $0.layer, $0.head), $0.guess) }
    var map = HeatMap(
      panels: zip(versions, [\PartingRecord.Guess.old, \.new]).map { version, own in
        HeatMap.Panel(version, rows.map { $0.1[keyPath: own].map { Float($0) } })
      }, palette: .sequential, rowLabels: rows.map(\.0),
      columnLabels: parting.rivals.map { AttentionRows.label($0) }, rowAxis: words.removed,
      columnAxis: words.token, valueAxis: words.axis, leastCell: 40, panelsPerRow: 2)
    (map.comparable, map.hasNumbersInPanels) = (1, true)
    return context.figure(
      words.title, description(parting, context, words),
      DataTable(
        words.columns + versions.map { "#" + $0 },
        rows.flatMap { name, guess in
          parting.rivals.indices.map { place in
            [
              name, parting.rivals[place].shown, Numbers.fixed(guess.old[place], 3),
              Numbers.fixed(guess.new[place], 3),
            ]
          }
        }), map)
  }

  private func description(
    _ parting: Exhibits.Parting, _ context: FigureContext, _ words: Words
  ) -> String {
    let (exhibits, names) = (context.exhibits, context.wording.improvement)
    func side(_ version: Int, _ token: TokenPiece, _ share: Double?) -> Words.Side {
      .init(
        version: names.version(version), token: token.shown, share: Numbers.percent(share ?? 0))
    }
    let old = side(parting.old, parting.rivals[0], parting.whole.old.first)
    let new = side(parting.new, parting.rivals.last!, parting.whole.new.last)
    let read = parting.tokens.suffix(parting.shared).joinedText.onOneLine
    let prompt = parting.prompt.onOneLine
    /// A part with the labels of a head.
    func part(_ removal: PartingRecord.Removal) -> String {
      context.wording.heads.named(
        words.part(removal.part, removal.layer, removal.head),
        removal.head.flatMap { exhibits.labels(layer: removal.layer, head: $0) })
    }
    func needs(_ side: Words.Side, _ removal: PartingRecord.Removal?, _ share: Double?) -> String {
      removal.map {
        words.needs(
          side.version, part($0), side.token,
          .init(whole: side.share, without: Numbers.percent(share ?? 0)))
      } ?? ""
    }
    let (before, after) = (exhibits.partedBefore, exhibits.partedBy)
    return
      (parting.differs
      ? words.parting(prompt, read, old, new) : words.same(prompt, old.token, old, new))
      + needs(old, before, before?.guess.old.first) + needs(new, after, after?.guess.new.last)
  }
}
