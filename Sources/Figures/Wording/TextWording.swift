import Charts

/// Words beside texts that are shown: what became of them, and who wrote them.
struct TextWording: Sendable {
  var leftOut: @Sendable (_ characters: Int) -> String
  var deleted: String
  var inserted: String
  var given: String
  var written: String
  /// Names a count of characters.
  var characters: String
  /// Marks words that the text before did not have.
  var new: String

  static let english = TextWording(
    leftOut: { " [… \(Numbers.count($0)) characters …] " },
    deleted: "removed",
    inserted: "put in",
    given: "given",
    written: "written by the model",
    characters: "characters",
    new: "not in the frame before"
  )

  static let japanese = TextWording(
    leftOut: { "［…\(Numbers.count($0))文字省略…］" },
    deleted: "消された",
    inserted: "入れられた",
    given: "与えた文",
    written: "モデルが書いた文",
    characters: "文字数",
    new: "前のこまにはなかった言葉"
  )
}
