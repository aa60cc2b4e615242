import Charts
import Names
import Record
import Views

/// What became of the raw text, and the rules that changed it.
struct Postprocessing: FigureDefinition {
  let name = "postprocessing"
  let row = "U5"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ rules: Int) -> String
    var columns: [String]
    var raw: String
    var rawSentence: String
    var edited: String
    var final: String
    var finalSentence: String
    var same: String
    /// Name of a rule, by its name in the record.
    var rule: @Sendable (PostprocessingRule) -> String
    var untouched: String
  }

  static let english = Words(
    title: "After the model: tidying the raw text",
    description: { rules in
      rules == 0
        ? "No rule fired: the raw text is the answer."
        : "\(NameWording.english(rules, "rule")) fired. Struck-through text was removed, underlined text "
          + "put in."
    },
    columns: ["Rule", "Before", "After"],
    raw: "What the model wrote",
    rawSentence: "The bytes of all chosen tokens, one after the other.",
    edited: "The rule found something and mended it.",
    final: "What the reader gets",
    finalSentence: "No other rule applied.",
    same: "No rule applied: the text is as the model wrote it.",
    rule: { rule in
      switch rule {
      case .brokenCharacters: "broken characters"
      case .whiteSpace: "white space"
      case .unfinishedSentence: "unfinished sentence"
      case .stopString: "stop string"
      case .spacing: "spaces"
      case .punctuation: "marks"
      case .politeForm: "polite form"
      case .unsuitableWords: "unsuitable words"
      case .heldBack: "not sure enough"
      }
    },
    untouched: "no rule fired"
  )

  static let japanese = Words(
    title: "モデルのあと：書いたままの文を整える",
    description: { rules in
      rules == 0
        ? "当てはまる規則はなく、書いたままの文が答えになりました。"
        : "\(rules)個の規則が働きました。取り消し線は消された文字、下線は入れられた文字です。"
    },
    columns: ["規則", "前", "後"],
    raw: "モデルが書いた文",
    rawSentence: "選ばれたトークンのバイトを、順につないだものです。",
    edited: "この規則が当てはまり、文を直しました。",
    final: "読む人に届く文",
    finalSentence: "ほかに当てはまる規則はありませんでした。",
    same: "当てはまる規則はなく、モデルが書いたままの文です。",
    rule: { rule in
      switch rule {
      case .brokenCharacters: "壊れた文字を除く"
      case .whiteSpace: "前後の空白を除く"
      case .unfinishedSentence: "書きかけの文を除く"
      case .stopString: "終わりの合図で止める"
      case .spacing: "空白を整える"
      case .punctuation: "句読点を整える"
      case .politeForm: "です・ます調にそろえる"
      case .unsuitableWords: "ふさわしくない語を伏せる"
      case .heldBack: "自信がなければ控える"
      }
    },
    untouched: "当てはまる規則なし"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try ChoiceBars.usage(context)
    let answer = usage.answer
    return context.figure(
      words.title, words.description(answer.postprocessing.count),
      DataTable(
        words.columns,
        answer.postprocessing.isEmpty
          ? [[words.untouched, answer.rawText.onOneLine, answer.text.onOneLine]]
          : answer.postprocessing.map {
            [named($0, context, words), $0.before.onOneLine, $0.after.onOneLine]
          }),
      film(answer, context, words))
  }

  /// The raw text, what each rule did to it, and the text that is left.
  private func film(_ answer: AnswerRecord, _ context: FigureContext, _ words: Words) -> Film {
    let frame = { (title: String, sentence: String, runs: [TextRun]) in
      Film.Frame(
        title, sentence: sentence,
        check: Film.Check(ChangeCount.of(runs), context.wording.texts.characters),
        Changes.passage(runs, context))
    }
    let edits = answer.postprocessing
    return Film(
      [frame(words.raw, words.rawSentence, [TextRun(answer.rawText)])]
        + edits.map {
          frame(
            TerminalText.truncated(named($0, context, words), to: 80), words.edited,
            TextDifference.runs($0.before, $0.after))
        } + [
          frame(
            words.final, edits.isEmpty ? words.same : words.finalSentence, [TextRun(answer.text)])
        ])
  }

  /// The rule, with the words that are its reason.
  private func named(
    _ edit: AnswerRecord.PostprocessingEdit, _ context: FigureContext, _ words: Words
  ) -> String {
    let rule = words.rule(edit.rule)
    guard let terms = edit.terms, !terms.isEmpty else { return rule }
    return context.names.noted(rule, context.names.list(terms))
  }
}
