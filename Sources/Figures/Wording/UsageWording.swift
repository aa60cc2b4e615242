import Names

/// Words of the figures that look into the model at work.
struct UsageWording: Sendable {
  var positionAxis: String
  var dimensionAxis: String
  var activationAxis: String
  var activationColumns: [String]
  var query: String
  var key: String
  var attentionAxis: String
  var draw: @Sendable (_ draw: String) -> String
  /// Names the probability of a token.
  var probability: @Sendable (_ token: String) -> String
  /// Names the stretch of a token that the draw hit.
  var hit: @Sendable (_ token: String) -> String
  /// What takes tokens out of the draw.
  var filter: @Sendable (SamplingFilter) -> String

  static let english = UsageWording(
    positionAxis: "position",
    dimensionAxis: "dimension",
    activationAxis: "value",
    activationColumns: ["Token", "First eight values"],
    query: "looking from (query)",
    key: "looking at (key)",
    attentionAxis: "attention weight (each row adds up to 1)",
    draw: { "drawn at \($0)" },
    probability: { "the probability of “\($0)”" },
    hit: { "the draw lies in the stretch of “\($0)”" },
    filter: { filter in
      switch filter {
      case .greedy: "temperature 0"
      case .topK: "top-k"
      case .topP: "top-p"
      case .minP: "min-p"
      }
    }
  )

  static let japanese = UsageWording(
    positionAxis: "位置",
    dimensionAxis: "次元",
    activationAxis: "値",
    activationColumns: ["トークン", "先頭の8個の値"],
    query: "見る側（クエリ）",
    key: "見られる側（キー）",
    attentionAxis: "注意の重み（横の合計は1）",
    draw: { "くじの値 \($0)" },
    probability: { "「\($0)」の確率" },
    hit: { "くじの値は「\($0)」の区間の中" },
    filter: { filter in
      switch filter {
      case .greedy: "温度0"
      case .topK: "top-k"
      case .topP: "top-p"
      case .minP: "min-p"
      }
    }
  )
}
