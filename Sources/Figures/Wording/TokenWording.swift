/// Words of tables and axes of tokens.
struct TokenWording: Sendable {
  var mergeColumns: [String]
  var tokenColumns: [String]
  var probabilityAxis: String
  var candidateColumns: [String]

  static let english = TokenWording(
    mergeColumns: [
      "#Merge", "Left", "Right", "Result", "#New id", "#Count", "#Tokens before", "#Tokens after",
    ],
    tokenColumns: ["#Position", "Token", "#Id", "Bytes"],
    probabilityAxis: "probability",
    candidateColumns: ["Token", "#Id", "#Logit", "#Probability"]
  )

  static let japanese = TokenWording(
    mergeColumns: ["#番号", "左", "右", "結果", "#新しいID", "#出現回数", "#前のトークン数", "#後のトークン数"],
    tokenColumns: ["#位置", "トークン", "#ID", "バイト"],
    probabilityAxis: "確率",
    candidateColumns: ["トークン", "#ID", "#ロジット", "#確率"]
  )
}
