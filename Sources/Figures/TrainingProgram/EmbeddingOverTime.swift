import Charts
import Record

/// Embeddings in two dimensions at several steps of the training.
struct EmbeddingOverTime: FigureDefinition {
  let name = "embedding-over-time"
  let row = "L5a"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ tokens: Int, _ first: String, _ last: String) -> String
    var columns: [String]
    var axes: (x: String, y: String)
    var start: String
    var pointed: String
    var still: String
    var place: @Sendable (_ token: String) -> String
    /// What a sort of words is called; nil for one that only its facts file knows.
    var sort: @Sendable (_ id: String) -> String?
  }

  static let english = Words(
    title: "Embeddings while they are being learned",
    description: { tokens, first, last in
      "\(NameWording.english(tokens, "token")) in two dimensions, from step \(first) to step \(last), on "
        + "axes that stay put. Tokens that are used alike move together."
    },
    columns: ["Token", "#x at first", "#y at first", "#x at last", "#y at last"],
    axes: (x: "first direction", y: "second direction"),
    start: "This is how it begins.",
    pointed: "The token that moved farthest since the frame before has a ring.",
    still: "No token has moved.",
    place: { "place of “\($0)”" },
    sort: { id in
      switch id {
      case "person": "people"
      case "workplace": "places of work"
      case "street": "streets"
      case "pet": "pets"
      case "food": "foods"
      case "hobby": "hobbies"
      default: nil
      }
    }
  )

  static let japanese = Words(
    title: "埋め込みが学ばれていくようす",
    description: { tokens, first, last in
      "\(tokens)個のトークンを二次元に表し、ステップ\(first)からステップ\(last)まで同じ軸で並べました。似た使われ方をするトークンは近くに集まります。"
    },
    columns: ["トークン", "#最初のx", "#最初のy", "#最後のx", "#最後のy"],
    axes: (x: "第1の方向", y: "第2の方向"),
    start: "ここから始まります。",
    pointed: "前のこまからいちばん遠くへ動いたトークンを丸で囲みました。",
    still: "どのトークンも動いていません。",
    place: { "「\($0)」の場所" },
    sort: { id in
      switch id {
      case "person": "人の名前"
      case "workplace": "職場"
      case "street": "通り"
      case "pet": "ペット"
      case "food": "食べ物"
      case "hobby": "趣味"
      default: nil
      }
    }
  )

  func draw(_ context: FigureContext, _ wording: Words) throws(FigureError) -> Figure {
    let record = try context[.training]
    let count = record.embeddingTokens.count
    let recorded = record.snapshots.compactMap { snapshot in
      context.run.tensors["training.\(snapshot.step).embedding"].map { (snapshot.step, $0) }
    }.filter { $0.1.shape == [count, 2] }
    guard let first = recorded.first, let last = recorded.last else {
      throw context.missing(context.wording.reasons.noSnapshots)
    }
    // The words of the reader's language, where the languages are known.
    let words = record.embeddingWords
    let own = words.map { all in all.indices.filter { all[$0].language == context.language } } ?? []
    let places = own.count > 2 ? own : Array(record.embeddingTokens.indices)
    var sorts: [String] = []
    for place in places {
      if let sort = words?[place].sort, !sorts.contains(sort) { sorts.append(sort) }
    }
    let values = { (column: Int) in
      recorded.flatMap { snapshot in places.map { Double(snapshot.1.rows[$0][column]) } }
    }
    let x = Axis(wording.axes.x, spanning: values(0))
    let y = Axis(wording.axes.y, spanning: values(1))
    let shown = FigureContext.spread(recorded, 4)
    let frames = shown.enumerated().map { index, moment in
      let tensor = moment.1
      let before = index == 0 ? nil : shown[index - 1].1
      let farthest = before.flatMap { Self.farthest(places, $0, tensor) }
      let point = { (tensor: RecordedTensor, place: Int) in
        "(\(tensor.rows[place].map { Numbers.fixed(Double($0), 3) }.joined(separator: ", ")))"
      }
      let shownPlace = farthest ?? places.first ?? 0
      return Film.Frame(
        context.wording.learning.atStep(Numbers.count(moment.0)),
        sentence: before == nil
          ? wording.start : farthest == nil ? wording.still : wording.pointed,
        check: Film.Check(
          (before.map { point($0, shownPlace) + " → " } ?? "") + point(tensor, shownPlace),
          wording.place(record.embeddingTokens[shownPlace].shown)),
        Scatter(
          x: x, y: y,
          points: places.map { place in
            let row = tensor.rows[place]
            return Scatter.Point(
              Double(row[0]), Double(row[1]), label: record.embeddingTokens[place].text,
              group: words.flatMap { sorts.firstIndex(of: $0[place].sort) } ?? 0,
              isPointed: place == farthest)
          }, groups: sorts.map { wording.sort($0) ?? $0 }))
    }
    return context.figure(
      wording.title,
      wording.description(places.count, Numbers.count(first.0), Numbers.count(last.0)),
      DataTable(
        wording.columns,
        places.map { place in
          [record.embeddingTokens[place].shown]
            + (first.1.rows[place] + last.1.rows[place]).map { Numbers.fixed(Double($0), 3) }
        }),
      Film(frames))
  }

  /// The token among those shown that moved farthest between two moments; nil when none moved.
  private static func farthest(
    _ places: [Int], _ before: RecordedTensor, _ after: RecordedTensor
  ) -> Int? {
    let ways = places.map { place in
      let (old, new) = (before.rows[place], after.rows[place])
      return (new[0] - old[0]) * (new[0] - old[0]) + (new[1] - old[1]) * (new[1] - old[1])
    }
    guard let most = ways.max(), most > 0 else { return nil }
    return ways.firstIndex(of: most).map { places[$0] }
  }
}
