import Charts
import Names
import Record

/// One correction on its way: the answer, its ratings, what was typed and kept, the votes, the example.
struct CorrectionWay: FigureDefinition {
  let name = "correction-way"
  let row = "U7"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ question: String, _ votes: String, _ of: String) -> String
    var columns: [String]
    /// Titles of the frames.
    var answered: String
    var rated: String
    var kept: String
    var counted: String
    var decided: String
    /// Sentences of the frames.
    var isWrong: @Sendable (_ isRight: Bool, _ isChanged: Bool) -> String
    var majority: @Sendable (_ verdict: String?) -> String
    var masked: @Sendable (_ masked: Int, _ refused: Int) -> String
    var half: @Sendable (_ votes: Int) -> String
    var becomes: @Sendable (CorrectionOutcome) -> String
    /// What is counted.
    var number: String
    var ratings: String
    var corrections: String
    var votes: String
    var against: String
    var question: String
    var answer: String
    var axis: String
    var voteAxis: String
    var line: String
    var asItIs: @Sendable (String) -> String
  }

  static let english = Words(
    title: "One correction on its way",
    description: { question, votes, of in
      "The answer to “\(question)” from its ratings to what is learned from them: \(votes) of \(of) votes are for what "
        + "most want."
    },
    columns: ["Step", "What is there", "#Number to check"],
    answered: "The model answers", rated: "Visitors rate", kept: "Corrections are kept",
    counted: "Votes are counted", decided: "What becomes of it",
    isWrong: { isRight, isChanged in
      isRight
        ? "The answer is right by the truth."
        : isChanged
          ? "It was right when the documents were written. The fact has changed since, and the model cannot know."
          : "The answer is wrong by the truth."
    },
    majority: { $0.map { "Most find it \($0)." } ?? "No verdict has more than half." },
    masked: { masked, refused in
      (masked == 0
        ? "Nothing personal was typed, so all is kept as it came."
        : "Personal data is masked before anything is stored: what is struck out was typed, and is not kept.")
        + (refused == 0 ? "" : " \(NameWording.english(refused, "rating")) was refused.")
    },
    half: { votes in
      "Whoever found the answer good votes for the answer as it is. It takes more than half of \(votes)."
    },
    becomes: { outcome in
      switch outcome {
      case .agreed:
        "More than half want it: question and correction become an example to learn from."
      case .answerStays: "More than half find the answer good as it is: nothing is learned."
      case .contradicting: "Nothing has more than half of the votes: nothing is learned."
      }
    },
    number: "number of the answer in the round", ratings: "ratings that were kept",
    corrections: "corrections that were kept", votes: "votes",
    against: "twice the votes for it against all",
    question: "Question", answer: "Answer", axis: "ratings", voteAxis: "votes", line: "half",
    asItIs: { "as it is: \($0)" })

  static let japanese = Words(
    title: "一つの訂正がたどる道",
    description: { question, votes, of in
      "「\(question)」への答えが評価され、そこから何を学ぶかが決まるまでです。いちばん多く望まれた文は、\(of)票のうち\(votes)票を得ました。"
    },
    columns: ["段階", "そこにあるもの", "#確かめる数"],
    answered: "モデルが答える", rated: "訪問者が評価する", kept: "訂正を保存する", counted: "票を数える",
    decided: "どうなるか",
    isWrong: { isRight, isChanged in
      isRight
        ? "真実に照らすと、答えは正解です。"
        : isChanged
          ? "文書が書かれたときは正解でした。そのあとで事実が変わったので、モデルは知りようがありません。"
          : "真実に照らすと、答えは間違いです。"
    },
    majority: { $0.map { "半分より多くの人が「\($0)」としました。" } ?? "半分をこえた評価はありません。" },
    masked: { masked, refused in
      (masked == 0
        ? "個人情報は書かれなかったので、すべてそのまま保存します。"
        : "個人情報は、保存する前に伏せます。取り消し線の部分は、書かれましたが残しません。")
        + (refused == 0 ? "" : "\(refused)件の評価は受け取りませんでした。")
    },
    half: { votes in "答えを良いとした人の票は、もとの答えに入ります。決まるには、\(votes)票の半分より多くが必要です。" },
    becomes: { outcome in
      switch outcome {
      case .agreed: "半分より多くの票を得たので、質問と訂正の組が、学ぶための例になります。"
      case .answerStays: "半分より多くが、もとの答えでよいとしました。何も学びません。"
      case .contradicting: "半分をこえる票を得たものがありません。何も学びません。"
      }
    },
    number: "この回での答えの番号", ratings: "保存した評価の数", corrections: "保存した訂正の数", votes: "票の数",
    against: "得票の2倍と、全部の票", question: "質問", answer: "答え", axis: "評価の数", voteAxis: "票の数",
    line: "半分", asItIs: { "もとのまま：\($0)" })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let (number, answer, correction) = context.exhibits.followedCorrection,
      let feedback = context.run[.feedback]
    else { throw context.missing(Self.none(context)) }
    let frames = [
      answered(number, answer, words), rated(answer, context, words),
      kept(answer, feedback, context, words), counted(answer, correction, words),
      decided(answer, correction, words),
    ]
    return context.figure(
      words.title,
      words.description(
        answer.question.onOneLine, Numbers.count(correction.most), Numbers.count(correction.votes)),
      DataTable(
        words.columns,
        frames.map { [$0.title, $0.sentence, $0.check.value] }), Film(frames))
  }

  private static func none(_ context: FigureContext) -> String {
    context.run[.feedback] == nil
      ? context.wording.visiting.noRound
      : Corrections.words(context.language).none
  }

  // MARK: Frames

  private func answered(_ number: Int, _ answer: Exhibits.Rated, _ words: Words) -> Film.Frame {
    Film.Frame(
      words.answered, sentence: words.isWrong(answer.isRight, answer.change != nil),
      check: Film.Check("\(number)", words.number),
      RunningText([
        .init(words.question, [TextRun(answer.question.onOneLine, .given)]),
        .init(words.answer, [TextRun(Changes.line(answer.answer), .written)]),
      ]))
  }

  private func rated(
    _ answer: Exhibits.Rated, _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let counts = Verdict.allCases.map { verdict in
      (verdict, answer.ratings.count { $0.verdict == verdict })
    }
    return Film.Frame(
      words.rated, sentence: words.majority(answer.majority?.title[context.language]),
      check: Film.Check(
        counts.map { "\($0.1)" }.joined(separator: " + ")
          + " = \(counts.reduce(0) { $0 + $1.1 })", words.ratings),
      BarChart(
        axis: words.axis,
        rows: counts.map { verdict, count in
          BarChart.Row(verdict.title[context.language], [Double(count)], text: "\(count)")
        }, upTo: Double(answer.ratings.count)))
  }

  private func kept(
    _ answer: Exhibits.Rated, _ feedback: FeedbackRecord, _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let given = zip(feedback.visitors, answer.ratings).filter { $0.1.correction != nil }
    let texts = given.map { visitor, rating in
      let runs =
        rating.typed.map { Self.replaced($0, by: rating.correction ?? "") }
        ?? [TextRun(rating.correction ?? "")]
      return RunningText.Passage(
        context.names.noted(
          visitor.name[context.language], context.wording.visiting.habit(visitor.habit)),
        runs.map { TextRun($0.text.onOneLine, $0.role) })
    }
    let masked = given.count { $0.1.typed != nil }
    return Film.Frame(
      words.kept,
      sentence: words.masked(masked, answer.ratings.count { $0.refusal != nil }),
      check: Film.Check("\(given.count)", words.corrections),
      RunningText(texts, legend: masked == 0 ? [] : Changes.legend(context)))
  }

  /// What was typed and what is kept, which differ in one stretch: a mask is no edit of an address.
  private static func replaced(_ typed: String, by kept: String) -> [TextRun] {
    let (old, new) = (Array(typed), Array(kept))
    var (start, end) = (0, 0)
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    return [
      TextRun(String(old[..<start])), TextRun(String(old[start..<(old.count - end)]), .deleted),
      TextRun(String(new[start..<(new.count - end)]), .inserted),
      TextRun(String(old[(old.count - end)...])),
    ].filter { !$0.text.isEmpty }
  }

  private func counted(
    _ answer: Exhibits.Rated, _ correction: FeedbackRecord.CorrectionRecord, _ words: Words
  ) -> Film.Frame {
    Film.Frame(
      words.counted, sentence: words.half(correction.votes),
      check: Film.Check(
        correction.candidates.map { "\($0.voters.count)" }.joined(separator: " + ")
          + " = \(correction.votes)", words.votes),
      BarChart(
        axis: words.voteAxis,
        rows: correction.candidates.map { candidate in
          let text = TerminalText.truncated(candidate.text.onOneLine, to: 60)
          return BarChart.Row(
            candidate.isCorrection ? text : words.asItIs(text), [Double(candidate.voters.count)],
            text: "\(candidate.voters.count)")
        },
        references: [LineChart.Reference(words.line, at: Double(correction.votes) / 2)],
        upTo: Double(answer.ratings.count)))
  }

  private func decided(
    _ answer: Exhibits.Rated, _ correction: FeedbackRecord.CorrectionRecord, _ words: Words
  ) -> Film.Frame {
    let isExample = correction.outcome == .agreed
    let text = isExample ? correction.candidates.first?.text ?? "" : answer.answer
    let (twice, votes) = (2 * correction.most, correction.votes)
    return Film.Frame(
      words.decided, sentence: words.becomes(correction.outcome),
      check: Film.Check(
        "2 × \(correction.most) = \(twice) \(twice > votes ? ">" : twice == votes ? "=" : "<") \(votes)",
        words.against),
      RunningText([
        .init(words.question, [TextRun(answer.question.onOneLine, .given)]),
        .init(
          words.answer, [TextRun(Changes.line(text), isExample ? .inserted : .written)]),
      ]))
  }
}
