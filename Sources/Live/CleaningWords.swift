import Charts
import Names

/// What the page says of a text that is cleaned in it, in one language.
final class CleaningWords: Sendable {
  let say: Sentences

  init(_ say: Sentences) { self.say = say }

  struct Sentences: Sendable {
    var empty: String
    var clean: @Sendable (_ characters: Int) -> String
    var cleaned: @Sendable (_ before: Int, _ after: Int, _ rules: Int) -> String
    var dropped: @Sendable (_ rule: String) -> String
    var remark: @Sendable (CleaningRequest.Remark) -> String

    var left: String
    var drop: @Sendable (_ rule: String) -> String
    var found: @Sendable (_ words: String) -> String
    var read: @Sendable (_ isPage: Bool, _ language: Language?, _ other: String?) -> String
    var comma: String

    var steps: String
    var stepsDescription: String
    var stepColumns: [(title: String, isNumber: Bool)]
    var before: String
    var arrival: String
    var whole: String
    var together: String
    var leftOut: @Sendable (_ characters: Int) -> String
    var characters: String
    var deleted: String
    var inserted: String

    var findings: String
    var findingsNote: @Sendable (_ threshold: String) -> String
    var findingColumns: [String]
    var isTakenOut: String
    var stays: String

    var rules: String
    var rulesNote: String
    var isOut: String

    var command: String
    var commandNote: String
    var copy: String
  }

  static func of(_ language: Language) -> CleaningWords {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static let english = CleaningWords(.english)
  private static let japanese = CleaningWords(.japanese)
}

extension CleaningWords.Sentences {
  static let english = CleaningWords.Sentences(
    empty: "There is no text yet.",
    clean: { count in
      "No rule finds anything to change in "
        + (count == 1 ? "this character." : "these \(Numbers.count(count)) characters.")
    },
    cleaned: { before, after, rules in
      (before == 1 ? "Of one character " : "Of \(Numbers.count(before)) characters ")
        + (after == 1 ? "one is left; " : "\(Numbers.count(after)) are left; ")
        + (rules == 1 ? "one rule" : "\(rules) rules") + " changed something."
    },
    dropped: { "Nothing of it is kept: \($0)." },
    remark: { remark in
      switch remark {
      case .rule: "The address leaves out a rule that does not exist."
      case .form: "The address says the text is something that is not known here."
      case .longText(let most): "Only the first \(Numbers.count(most)) characters are taken."
      }
    },
    left: "What is left",
    drop: { "A model never gets to read this text: the rule “\($0)” drops the whole of it." },
    found: { "What was found: \($0)." },
    read: { isPage, language, other in
      let form = isPage ? "It was read as a web page" : "It was read as text"
      if let other { return form + "; it seems to be in another language (\(other))." }
      switch language {
      case .english: return form + "; it is in English."
      case .japanese: return form + "; it is in Japanese."
      case nil: return form + "; its language can’t be told."
      }
    },
    comma: ", ",
    steps: "Rule by rule",
    stepsDescription: """
      The text as it came, after each rule that changed something, and from beginning to end. \
      Struck-through text was removed, underlined text was put in.
      """,
    stepColumns: [
      ("Rule", false), ("Places", true), ("Characters removed", true), ("Put in", true),
      ("Left", true),
    ],
    before: "As it came", arrival: "No rule has seen it yet.",
    whole: "From raw to clean",
    together: "All changes at once: what is left is what the tokenizer and the model would read.",
    leftOut: { " [… \(Numbers.count($0)) characters …] " },
    characters: "characters", deleted: "removed", inserted: "put in",
    findings: "What the content filter found",
    findingsNote: {
      "Every listed word or phrase adds to the score of its sentence; from \($0) on the sentence is taken out."
    },
    findingColumns: ["Sentence", "Score", "Words", "Verdict"],
    isTakenOut: "taken out", stays: "stays",
    rules: "All rules that look at one text",
    rulesNote: """
      Click a rule to leave it out, and see what it was good for. Copies, and pages in another language, \
      are found by comparing many documents, so they are not here.
      """,
    isOut: "left out",
    command: "The same in a terminal",
    commandNote: "With the text in a file, this shows what the rules make of it:",
    copy: "Copy"
  )

  static let japanese = CleaningWords.Sentences(
    empty: "まだ文章がありません。",
    clean: { "この\(Numbers.count($0))文字には、どの規則も直すところを見つけませんでした。" },
    cleaned: { before, after, rules in
      "\(Numbers.count(before))文字が\(Numbers.count(after))文字になりました。働いた規則は\(rules)個です。"
    },
    dropped: { "この文章は残りません。働いた規則：\($0)" },
    remark: { remark in
      switch remark {
      case .rule: "アドレスに、存在しない規則の名前があります。"
      case .form: "アドレスにある文章の種類は、ここでは使えません。"
      case .longText(let most): "読むのは初めの\(Numbers.count(most))文字までです。"
      }
    },
    left: "残った文章",
    drop: { "モデルがこの文章を読むことはありません。規則「\($0)」が、全体を取り除きます。" },
    found: { "見つかったもの：\($0)" },
    read: { isPage, language, other in
      let form = isPage ? "ウェブページとして読みました。" : "文章として読みました。"
      if let other { return form + "ほかの言語（\(other)）のようです。" }
      switch language {
      case .english: return form + "英語です。"
      case .japanese: return form + "日本語です。"
      case nil: return form + "何語かは分かりません。"
      }
    },
    comma: "、",
    steps: "規則を一つずつ",
    stepsDescription: "元の文章、何かを直した規則の後、そして初めから終わりまで。取り消し線は消された文字、下線は入れられた文字です。",
    stepColumns: [
      ("規則", false), ("か所", true), ("消した文字", true), ("入れた文字", true), ("残り", true),
    ],
    before: "元のまま", arrival: "まだどの規則も通っていません。",
    whole: "生の文章から、きれいな文章へ",
    together: "変わったところを全部まとめて示します。残った文が、トークナイザーとモデルの読む文です。",
    leftOut: { "［…\(Numbers.count($0))文字省略…］" },
    characters: "文字数", deleted: "消された", inserted: "入れられた",
    findings: "内容フィルターが見つけたもの",
    findingsNote: { "表にある言葉が一つあるごとに、その文の点数が上がります。\($0)点からは文ごと取り除きます。" },
    findingColumns: ["文", "点数", "言葉", "判定"],
    isTakenOut: "取り除く", stays: "残す",
    rules: "一つの文章だけを見る規則",
    rulesNote: "規則を押すと、それだけを休ませて、何の役に立っていたかを見られます。写しやほかの言語の文書は、たくさんの文書を比べて見つけるので、ここにはありません。",
    isOut: "休み",
    command: "端末でも同じことを",
    commandNote: "文章をファイルに入れると、規則のしたことがこの命令で分かります。",
    copy: "コピー"
  )
}
