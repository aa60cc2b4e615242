import Names
import Record

/// Words of the figures that look into the model at work.
struct UsageWording: Sendable {
  var positionAxis: String
  var dimensionAxis: String
  var activationAxis: String
  var activationColumns: [String]
  var query: String
  var key: String
  var attentionAxis: String
  var choicesTitle: String
  var choicesDescription:
    @Sendable (_ number: Int, _ chosen: String, _ probability: String, _ kept: Int) -> String
  var draw: @Sendable (_ draw: String) -> String
  var greedy: String
  var adjustedAxis: String
  var choiceColumns: [String]
  var yes: String
  var no: String
  var filmTitle: String
  var filmStep: @Sendable (_ number: Int, _ before: String) -> String
  var filmCaption: @Sendable (_ entropy: String, _ draw: String) -> String
  var filmDescription: @Sendable (_ count: Int, _ text: String) -> String
  var filmColumns: [String]
  var afterTitle: String
  var afterRaw: String
  var afterFinal: String
  var afterDescription: @Sendable (_ rules: Int) -> String
  /// Name of a rule, by its name in the record.
  var afterRule: @Sendable (PostprocessingRule) -> String
  var afterUntouched: String
  var afterColumns: [String]
  var formsTitle: String
  var forms: (page: String, json: String, report: String)
  var formsDescription: String
  var formsColumns: [String]
  var reportLine:
    @Sendable (_ prompt: String, _ answer: String, _ tokens: Int, _ language: String) -> String

  static let english = UsageWording(
    positionAxis: "position",
    dimensionAxis: "dimension",
    activationAxis: "value",
    activationColumns: ["Token", "First eight values"],
    query: "looking from (query)",
    key: "looking at (key)",
    attentionAxis: "attention weight (each row adds up to 1)",
    choicesTitle: "The hardest choice: what could come next",
    choicesDescription: { number, chosen, probability, kept in
      "Token \(number) of the answer. “\(chosen)” was chosen (\(probability)); "
        + "\(NameWording.english(kept, "candidate")) stood above the cut."
    },
    draw: { "drawn at \($0)" },
    greedy: "the most likely is taken",
    adjustedAxis: "probability after temperature and cut",
    choiceColumns: ["Token", "#Logit", "#Probability", "#After temperature and cut", "Kept"],
    yes: "yes",
    no: "no",
    filmTitle: "The answer, token by token",
    filmStep: { number, before in
      before.isEmpty ? "Choice \(number)" : "Choice \(number), after “\(before)”"
    },
    filmCaption: { entropy, draw in "entropy \(entropy) nats; \(draw)" },
    filmDescription: { count, text in
      "The first \(NameWording.english(count, "choice")) on the way to “\(text)”, with the candidates that "
        + "were not taken."
    },
    filmColumns: ["#Number", "Chosen", "#Probability", "Second", "#Entropy (nats)"],
    afterTitle: "After the model: tidying the raw text",
    afterRaw: "What the model wrote, and what became of it",
    afterFinal: "What the reader gets",
    afterDescription: { rules in
      rules == 0
        ? "No rule fired: the raw text is the answer."
        : "\(NameWording.english(rules, "rule")) fired. Struck-through text was removed, underlined text "
          + "put in."
    },
    afterRule: { rule in
      switch rule {
      case .brokenCharacters: "broken characters"
      case .whiteSpace: "white space"
      case .unfinishedSentence: "unfinished sentence"
      }
    },
    afterUntouched: "no rule fired",
    afterColumns: ["Rule", "Before", "After"],
    formsTitle: "One answer, delivered in three forms",
    forms: (page: "On a page", json: "As JSON, for programs", report: "In a written report"),
    formsDescription: "The same answer for a reader, for a program and for a file.",
    formsColumns: ["Form", "Text"],
    reportLine: { prompt, answer, tokens, language in
      "Question (\(language)): \(prompt)\nAnswer: \(answer)\nWritten in "
        + "\(NameWording.english(tokens, "token"))."
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
    choicesTitle: "いちばん迷った選択：次に来るものの候補",
    choicesDescription: { number, chosen, probability, kept in
      "答えの\(number)番目のトークン。「\(chosen)」（\(probability)）が選ばれました。切り捨てられずに残った候補は\(kept)個です。"
    },
    draw: { "くじの値 \($0)" },
    greedy: "いちばん確率の高いものを選ぶ",
    adjustedAxis: "温度と切り捨てのあとの確率",
    choiceColumns: ["トークン", "#ロジット", "#確率", "#温度と切り捨てのあと", "残ったか"],
    yes: "はい",
    no: "いいえ",
    filmTitle: "答えが1トークンずつできていく様子",
    filmStep: { number, before in
      before.isEmpty ? "選択\(number)" : "選択\(number)：「\(before)」のあと"
    },
    filmCaption: { entropy, draw in "エントロピー \(entropy)ナット、\(draw)" },
    filmDescription: { count, text in
      "「\(text)」に至る、はじめの\(count)回の選択です。選ばれなかった候補も示します。"
    },
    filmColumns: ["#番号", "選んだトークン", "#確率", "二番目の候補", "#エントロピー（ナット）"],
    afterTitle: "モデルのあと：書いたままの文を整える",
    afterRaw: "モデルが書いた文と、その直し",
    afterFinal: "読む人に届く文",
    afterDescription: { rules in
      rules == 0
        ? "当てはまる規則はなく、書いたままの文が答えになりました。"
        : "\(rules)個の規則が働きました。取り消し線は消された文字、下線は入れられた文字です。"
    },
    afterRule: { rule in
      switch rule {
      case .brokenCharacters: "壊れた文字を除く"
      case .whiteSpace: "前後の空白を除く"
      case .unfinishedSentence: "書きかけの文を除く"
      }
    },
    afterUntouched: "当てはまる規則なし",
    afterColumns: ["規則", "前", "後"],
    formsTitle: "一つの答えを、三つの形で届ける",
    forms: (page: "ページの上で", json: "プログラムのためのJSON", report: "報告書の中で"),
    formsDescription: "同じ答えを、読む人、プログラム、ファイルのそれぞれに向けて届けます。",
    formsColumns: ["形", "内容"],
    reportLine: { prompt, answer, tokens, language in
      "質問（\(language)）：\(prompt)\n答え：\(answer)\n\(tokens)トークンで書かれました。"
    }
  )
}
