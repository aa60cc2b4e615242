import Charts
import Names
import Record

/// Requests as people make them: what they are taken for, and what they are recast to.
struct RequestRecasts: FigureDefinition {
  let name = "request-recasts"
  let row = "U1"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ requests: Int, _ shares: (asTyped: String, recast: String)?) -> String
    var columns: [String]
    var kind: @Sendable (PromptKind) -> String
    var sign: @Sendable (KindSign) -> String
    var unchanged: String
    var none: String
  }

  static let english = Words(
    title: "What people type, and what the model is given",
    description: { requests, shares in
      "\(NameWording.english(requests, "request"))."
        + (shares.map {
          " Where the right answer is known, each was tried with several people: \($0.asTyped) as it was "
            + "typed, \($0.recast) after the rules had recast it."
        } ?? "")
    },
    columns: ["As typed", "Taken for", "Because of", "Given to the model", "#Typed", "#Recast"],
    kind: { kind in
      switch kind {
      case .question: "a question"
      case .continuation: "a text to continue"
      case .summary: "a text to sum up"
      case .translation: "a text to translate"
      }
    },
    sign: { sign in
      switch sign {
      case .given: "the option"
      case .instruction: "an instruction"
      case .request: "“tell me” or the like"
      case .mark: "the question mark"
      case .particle: "か at its end"
      case .questionWord: "a question word"
      case .topic: "a topic and no more"
      case .none: "nothing else"
      }
    },
    unchanged: "(the same)",
    none: "–"
  )

  static let japanese = Words(
    title: "人が打ちこむ言葉と、モデルに渡す言葉",
    description: { requests, shares in
      "\(requests)通りの頼み方です。"
        + (shares.map {
          "正解がわかっているものは何人かについて試しました。打ったままでは\($0.asTyped)、"
            + "規則で言いかえると\($0.recast)が正解でした。"
        } ?? "")
    },
    columns: ["打った言葉", "何とみたか", "手がかり", "モデルに渡す言葉", "#そのまま", "#言いかえ"],
    kind: { kind in
      switch kind {
      case .question: "質問"
      case .continuation: "続きを書く文章"
      case .summary: "まとめる文章"
      case .translation: "訳す文章"
      }
    },
    sign: { sign in
      switch sign {
      case .given: "オプション"
      case .instruction: "指示の言葉"
      case .request: "「教えて」など"
      case .mark: "疑問符"
      case .particle: "文末の「か」"
      case .questionWord: "疑問詞"
      case .topic: "「…は」で終わる"
      case .none: "何もない"
      }
    },
    unchanged: "（同じ）",
    none: "–"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let requests = context.exhibits.ownRequests
    guard !requests.isEmpty else { throw context.unknowable(context.wording.reasons.noQuestions) }
    let judged = requests.filter { $0.asked > 0 }
    let asked = judged.reduce(0) { $0 + $1.asked }
    let share = { (right: Int) in Numbers.percent(Double(right) / Double(asked)) }
    let rows = requests.map { request in
      let count = { (right: Int) in
        request.asked == 0 ? words.none : "\(right)/\(request.asked)"
      }
      return [
        request.text.onOneLine, words.kind(request.kind), words.sign(request.sign),
        request.recast == request.text ? words.unchanged : request.recast.onOneLine,
        count(request.rightAsTyped), count(request.right),
      ]
    }
    let table = DataTable(words.columns, rows)
    return context.figure(
      words.title,
      words.description(
        requests.count,
        asked == 0
          ? nil
          : (
            share(judged.reduce(0) { $0 + $1.rightAsTyped }),
            share(judged.reduce(0) { $0 + $1.right })
          )), table,
      TableChart(
        table,
        marks: requests.map { request in
          request.asked == 0 || request.right == request.rightAsTyped
            ? nil : request.right > request.rightAsTyped ? .right : .wrong
        }))
  }
}
