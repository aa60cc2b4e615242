import Charts
import Record

/// The way of the token that is followed through the model: how much each part adds to the vector from
/// which it is predicted, and what the model would write there.
struct InsideMap: FigureDefinition {
  let name = "inside-map"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ course: Course) -> String
    var columns: [String]
    var gives: @Sendable (_ length: String) -> String
    var adds: @Sendable (_ length: String) -> String
    var length: @Sendable (_ length: String) -> String
    var guess: @Sendable (_ length: String, _ token: String, _ probability: String) -> String
    var both: String
    var logits: (name: String, note: @Sendable (_ count: String) -> String)
    var chosen: @Sendable (_ token: String) -> String
    var score: @Sendable (_ logit: String, _ probability: String) -> String

    struct Course: Sendable {
      var token: String
      var parts: Int
      /// The part that adds most, and the length of that.
      var most: String
      var added: String
      var answer: String
      var probability: String
    }
  }

  static let english = Words(
    title: "The way of the last token through the model",
    description: { course in
      "The vector of the last token, “\(course.token)”, gets something added "
        + "\(NameWording.english(course.parts, "time")) on its way. \(course.most) adds most, a vector of "
        + "length \(course.added). At the end it is read as “\(course.answer)”, with a probability of "
        + "\(course.probability)."
    },
    columns: ["Part", "#Length of what it adds", "#Length of the sum", "First guess there"],
    gives: { "a vector of length \($0)" },
    adds: { "adds a vector of length \($0)" },
    length: { "length \($0)" },
    guess: { length, token, probability in
      "length \(length); read here, it says “\(token)” (\(probability))"
    },
    both: "Token and position embedding",
    logits: ("Logits", { "a score for each of \($0) tokens" }),
    chosen: { "Likeliest: “\($0)”" },
    score: { logit, probability in "logit \(logit), probability \(probability)" }
  )

  static let japanese = Words(
    title: "最後のトークンが、モデルを通り抜けるまで",
    description: { course in
      "最後のトークン「\(course.token)」のベクトルには、途中で\(course.parts)回、何かが足されます。いちばん大きく足すのは"
        + "\(course.most)で、その長さは\(course.added)です。最後に読み取られるトークンは「\(course.answer)」で、"
        + "その確率は\(course.probability)です。"
    },
    columns: ["部分", "#足すベクトルの長さ", "#足したあとの長さ", "そこでの第一候補"],
    gives: { "長さ\($0)のベクトル" },
    adds: { "長さ\($0)のベクトルを足す" },
    length: { "長さ\($0)" },
    guess: { length, token, probability in
      "長さ\(length)。ここで読み取ると「\(token)」（\(probability)）"
    },
    both: "トークンと位置の埋め込み",
    logits: ("ロジット", { "\($0)個のトークンそれぞれの点数" }),
    chosen: { "第一候補：「\($0)」" },
    score: { logit, probability in "ロジット\(logit)、確率\(probability)" }
  )

  private typealias Box = StreamMap.Box

  /// A sum on the way: what was added, and what it came to.
  private struct Addition {
    var part: String
    var note = ""
    var added: Double
    var sum: Double
    var guess: CandidateRecord?
  }

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let model = context.wording.model
    let usage = try UsageContext(context, needsActivations: true)
    let layerCount = try usage.layerCount
    guard let likeliest = context.exhibits.followedCandidates?.first else {
      throw context.missing(context.wording.reasons.noAnswer)
    }
    let length = { (value: Double) in Numbers.significant(value) }
    let guess = { (layer: Int) in
      usage.answer.layerGuesses.first { $0.layer == layer }?.candidates.first
    }
    var additions = [
      Addition(
        part: words.both, added: try usage.length("hook_embed"),
        sum: try usage.length("blocks.0.hook_resid_pre"), guess: guess(0))
    ]
    let reading = { (addition: Addition) -> StreamMap.Station in
      .reading(
        addition.guess.map {
          words.guess(length(addition.sum), $0.token.shown, Numbers.percent($0.probability))
        } ?? words.length(length(addition.sum)))
    }
    var stations: [StreamMap.Station] = [
      .sum([
        [
          Box(
            model.embedding.name, facts: [words.gives(length(additions[0].added))],
            role: .computed)
        ],
        [
          Box(
            model.positions.name,
            facts: [words.gives(length(try usage.length("hook_pos_embed")))], role: .computed)
        ],
      ]), reading(additions[0]),
    ]
    for layer in 0..<layerCount {
      let block = "blocks.\(layer)."
      let parts = [
        Addition(
          part: "\(model.attention.name) \(layer)", note: model.attention.note,
          added: try usage.length(block + "hook_attn_out"),
          sum: try usage.length(block + "hook_resid_mid"), guess: nil),
        Addition(
          part: "\(model.mlp.name) \(layer)", note: model.mlp.note,
          added: try usage.length(block + "hook_mlp_out"),
          sum: try usage.length(block + "hook_resid_post"), guess: guess(layer + 1)),
      ]
      additions += parts
      stations.append(
        .stretch(
          .init(
            model.block(layer),
            parts.flatMap { part in
              [
                .branch([
                  Box(
                    part.part, note: part.note, facts: [words.adds(length(part.added))],
                    role: .computed)
                ]), reading(part),
              ]
            })))
    }
    let vocabulary = try context[.architecture].vocabularySize
    let result = words.score(
      Numbers.fixed(likeliest.logit, 2), Numbers.percent(likeliest.probability))
    stations.append(
      .through([
        Box(
          model.lastNormalization.name,
          facts: [words.length(length(try usage.length("ln_final.hook_normalized")))],
          role: .computed),
        Box(words.logits.name, note: words.logits.note(Numbers.count(vocabulary)), role: .computed),
        Box(words.chosen(likeliest.token.shown), facts: [result]),
      ]))
    let most = additions.dropFirst().max { ($0.added, $1.sum) < ($1.added, $0.sum) }!
    return context.figure(
      words.title,
      words.description(
        Words.Course(
          token: usage.lastToken, parts: additions.count - 1, most: most.part,
          added: length(most.added), answer: likeliest.token.shown,
          probability: Numbers.percent(likeliest.probability))),
      DataTable(
        words.columns,
        additions.map { addition in
          [
            addition.part, length(addition.added), length(addition.sum),
            addition.guess.map { "\($0.token.shown) \(Numbers.percent($0.probability))" } ?? "–",
          ]
        }), StreamMap(stations))
  }
}

extension UsageContext {
  /// The length of an activation's vector at the last position, where the followed token is predicted.
  fileprivate func length(_ name: String) throws(FigureError) -> Double {
    let rows = try tensor(name, rank: 2).rows
    return Self.length(rows[rows.count - 1])
  }
}
