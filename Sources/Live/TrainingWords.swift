import Names

/// What the page says of a model that learns in it, in one language.
final class TrainingWords: Sendable {
  let say: Sentences

  init(_ say: Sentences) { self.say = say }

  struct Sentences: Sendable {
    /// For a text or sizes of which no model can be made.
    var impossible: String
    var broken: @Sendable (_ step: Int) -> String
    var before: String
    var now: @Sendable (_ step: Int, _ loss: String, _ heldOut: String) -> String
    var loss: String
    var lossDescription: @Sendable (_ first: String, _ last: String, _ chance: String) -> String
    var lossColumns: [(title: String, isNumber: Bool)]
    var step: String
    var nats: String
    var learned: String
    var heldOut: String
    var chance: String
    var writes: String
    var writesNote: String
    var looks: String
    var looksDescription: String
    var looksColumns: [(title: String, isNumber: Bool)]
    var head: @Sendable (Int) -> String
    var query: String
    var key: String
    var weight: String
    var map: String
    var mapDescription: String
    var mapColumns: [(title: String, isNumber: Bool)]
    var first: String
    var second: String
    var sort: @Sendable (TrainingReply.Sort) -> String
    var size: @Sendable (_ parameters: String, _ characters: Int) -> String
  }

  static func of(_ language: Language) -> TrainingWords {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = TrainingWords(.english)
  private static let japanese = TrainingWords(.japanese)
}

extension TrainingWords.Sentences {
  static let english = TrainingWords.Sentences(
    impossible: """
      No model can learn from this: the text needs about a hundred characters or more, and the width has \
      to be a multiple of the heads, from 8 to 64.
      """,
    broken: {
      "At step \($0) the numbers grew beyond what a computer holds; nothing is learned any more."
    },
    before: "Nothing is learned yet.",
    now: { step, loss, heldOut in
      "Step \(step): loss \(loss), on the text kept apart \(heldOut) nats per character."
    },
    loss: "The loss, step by step",
    lossDescription: { first, last, chance in
      "From \(first) to \(last) nats per character; guessing blindly costs \(chance)."
    },
    lossColumns: [("Step", true), ("Learned from", true), ("Kept apart", true)],
    step: "step", nats: "loss (nats per character)", learned: "learned from",
    heldOut: "kept apart", chance: "blind guessing",
    writes: "What it writes now",
    writesNote: "200 characters at temperature 0.8, always with the same draws.",
    looks: "Where the heads of the last block look",
    looksDescription: "Each row says where one character of the text that is kept apart looks.",
    looksColumns: [("Looking from", false), ("Looks most at", false), ("Weight", true)],
    head: { "head \($0)" },
    query: "looking from", key: "looking at", weight: "attention weight (each row adds up to 1)",
    map: "A map of the characters",
    mapDescription: """
      The vector of each character, seen along the two directions in which they differ most. Characters \
      that are used alike move together.
      """,
    mapColumns: [("Character", false), ("First direction", true), ("Second direction", true)],
    first: "first direction", second: "second direction",
    sort: { sort in
      switch sort {
      case .vowel: "vowels"
      case .consonant: "consonants"
      case .capital: "capital letters"
      case .hiragana: "hiragana"
      case .katakana: "katakana"
      case .kanji: "kanji"
      case .other: "marks, digits, spaces"
      }
    },
    size: { "\($0) parameters, \($1) different characters." }
  )

  static let japanese = TrainingWords.Sentences(
    impossible: "これでは学習できません。文章は100文字ぐらいから、幅はヘッドの数で割り切れる8から64までの数にしてください。",
    broken: { "ステップ\($0)で、数がコンピューターで表せる範囲を超えました。もう何も学習しません。" },
    before: "まだ何も学習していません。",
    now: { step, loss, heldOut in
      "ステップ\(step)：損失は\(loss)、取り分けた文章では\(heldOut)（1文字あたりのナット）。"
    },
    loss: "ステップごとの損失",
    lossDescription: { first, last, chance in
      "1文字あたり\(first)から\(last)ナットになりました。当てずっぽうなら\(chance)です。"
    },
    lossColumns: [("ステップ", true), ("学習した文章", true), ("取り分けた文章", true)],
    step: "ステップ", nats: "損失（1文字あたりのナット）", learned: "学習した文章",
    heldOut: "取り分けた文章", chance: "当てずっぽう",
    writes: "いま書く文章",
    writesNote: "温度0.8で200文字。くじはいつも同じです。",
    looks: "最後のブロックのヘッドの視線",
    looksDescription: "横の1行が、取り分けた文章の1文字の視線です。",
    looksColumns: [("見る側", false), ("いちばん見ている相手", false), ("重み", true)],
    head: { "ヘッド\($0)" },
    query: "見る側", key: "見られる側", weight: "注意の重み（横の合計は1）",
    map: "文字の地図",
    mapDescription: "文字ごとのベクトルを、違いがいちばん大きい二つの方向から見ています。使われ方の似た文字は、だんだん近くに集まります。",
    mapColumns: [("文字", false), ("第一の方向", true), ("第二の方向", true)],
    first: "第一の方向", second: "第二の方向",
    sort: { sort in
      switch sort {
      case .vowel: "母音字"
      case .consonant: "子音字"
      case .capital: "大文字"
      case .hiragana: "ひらがな"
      case .katakana: "カタカナ"
      case .kanji: "漢字"
      case .other: "記号・数字・空白"
      }
    },
    size: { "パラメータ\($0)個、文字の種類\($1)。" }
  )
}
