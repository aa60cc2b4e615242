import Charts
import Names
import Record
import Views

/// The prompt as it arrived, and each step until it is given to the model.
struct PromptSteps: FigureDefinition {
  let name = "prompt-steps"
  let row = "U2"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ prompt: String, _ language: String, _ scores: String) -> String
    var columns: [String]
    var arrived: String
    var arrival: String
    var step: @Sendable (PromptStep) -> String
    /// What a step does, in a sentence.
    var sentence: @Sendable (PromptStep) -> String
    var scores: String
    var unchanged: String
    var score: @Sendable (_ language: String, _ score: String) -> String
    var neither: String
  }

  static let english = Words(
    title: "From the prompt as it arrived to what the model is given",
    description: { prompt, language, scores in
      "“\(prompt)” is taken for \(language) (\(scores)). Underlined text was put in."
    },
    columns: ["Step", "Before", "After"],
    arrived: "As it arrived",
    arrival: "So it arrived, byte for byte.",
    step: { name in
      switch name {
      case .normalization: "Characters brought to one form"
      case .recast: "Put as the training text puts it"
      case .language: "Language decided"
      case .cut: "Cut, as the model sees no more"
      case .role: "Role tokens put around it"
      }
    },
    sentence: { name in
      switch name {
      case .normalization: "Wide letters, marks and gaps become those that the training text has."
      case .recast: "A rule turns the request into a form that the model has read before."
      case .language: "The language with the greatest score decides which tokens are put around."
      case .cut: "What comes before the last part is left out."
      case .role: "Special tokens say where the question begins and where the answer is to begin."
      }
    },
    scores: "scores of the languages",
    unchanged: "nothing had to change",
    score: { language, score in "\(language) \(score)" },
    neither: "neither"
  )

  static let japanese = Words(
    title: "届いたままのプロンプトから、モデルに渡すものまで",
    description: { prompt, language, scores in
      "「\(prompt)」は\(language)と判定されました（\(scores)）。下線は付け加えられた文字です。"
    },
    columns: ["段階", "前", "後"],
    arrived: "届いたまま",
    arrival: "届いた文字、そのままです。",
    step: { name in
      switch name {
      case .normalization: "文字の書き方をそろえる"
      case .recast: "学習した文の聞き方に言いかえる"
      case .language: "言語を判定する"
      case .cut: "モデルに入る長さに切る"
      case .role: "役割のトークンを付ける"
      }
    },
    sentence: { name in
      switch name {
      case .normalization: "全角と半角、記号、空白を、学習した文章と同じ書き方にします。"
      case .recast: "規則にしたがって、モデルが読んだことのある聞き方に直します。"
      case .language: "スコアのいちばん高い言語によって、付けるトークンが決まります。"
      case .cut: "入りきらない前の部分を除きます。"
      case .role: "どこからが質問で、どこからが答えかを、特別なトークンで示します。"
      }
    },
    scores: "言語のスコア",
    unchanged: "変える必要はありませんでした",
    score: { language, score in "\(language) \(score)" },
    neither: "どちらでもない"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let usage = try UsageContext(context)
    let answer = usage.answer
    var scores = answer.languageScores.map {
      words.score(context.names.language($0.language), Numbers.significant($0.value))
    }
    if let neither = answer.neitherScore {
      scores.append(words.score(words.neither, Numbers.significant(neither)))
    }
    let frame = {
      (title: String, sentence: String, check: Film.Check, runs: [TextRun], note: String) in
      Film.Frame(
        title, sentence: sentence, check: check,
        Changes.passage(runs, note: note, context))
    }
    let characters = { (runs: [TextRun]) in
      Film.Check(ChangeCount.of(runs), context.wording.texts.characters)
    }
    let prompt = [TextRun(answer.prompt)]
    let frames =
      [frame(words.arrived, words.arrival, characters(prompt), prompt, "")]
      + answer.preprocessing.map { step in
        // The language is a decision about the text, no change of it.
        if step.name == .language {
          let values = answer.languageScores.map(\.value) + (answer.neitherScore.map { [$0] } ?? [])
          return frame(
            words.step(step.name), words.sentence(step.name),
            Film.Check(FrameChecks.order(values), words.scores),
            [TextRun(context.names.language(answer.language), .strong)], context.names.list(scores))
        }
        let runs = step.name == .role ? around(step) : changes(step)
        return frame(
          words.step(step.name), words.sentence(step.name), characters(runs), runs,
          step.before == step.after ? words.unchanged : "")
      }
    return context.figure(
      words.title,
      words.description(
        answer.prompt.onOneLine, context.names.language(answer.language),
        context.names.list(scores)),
      DataTable(
        words.columns,
        answer.preprocessing.map {
          [words.step($0.name), $0.before.onOneLine, $0.after.onOneLine]
        }),
      Film(frames))
  }

  private func changes(_ step: AnswerRecord.PreprocessingStep) -> [TextRun] {
    TextDifference.runs(step.before, step.after)
  }

  /// What was put before and after the text; a comparison would take a short text for replaced.
  private func around(_ step: AnswerRecord.PreprocessingStep) -> [TextRun] {
    guard !step.before.isEmpty, let text = step.after.firstRange(of: step.before) else {
      return changes(step)
    }
    let runs = [
      TextRun(String(step.after[..<text.lowerBound]), .inserted), TextRun(step.before),
      TextRun(String(step.after[text.upperBound...]), .inserted),
    ]
    return runs.filter { !$0.text.isEmpty }
  }
}
