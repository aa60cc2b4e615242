import Figures
import Foundation
import Inference
import Names
import Usage

/// What somebody who asks should know besides the answer; goes to standard error, line by line.
struct AskNotices {
  private(set) var notices: [LocalizedText] = []

  mutating func add(_ en: String, _ ja: String) { notices.append(LocalizedText(en: en, ja: ja)) }

  func show(in language: Language = .ofReader) {
    for notice in notices { Console.error(notice[language]) }
  }

  init(
    _ input: AskInput, _ prompt: PreparedPrompt, _ arguments: Arguments, _ assistant: Assistant
  ) {
    if let source = input.cutSource {
      let read = input.text.utf8.count
      add(
        "\(source.en) is longer than any model sees; only its first \(read) bytes were read",
        "\(source.ja)はモデルが見られる長さをこえているので、初めの\(read)バイトだけを読みました")
    }
    if let reading = input.reading { notices.append(reading) }
    if let cut = prompt.cut { add(cut, prompt) }
    if assistant.knowsRoles, prompt.scores.isNeither {
      let share = String(format: "%.0f%%", prompt.scores.neither * 100)
      add(
        "this looks like neither English nor Japanese (\(share)); it goes to the model as "
          + "\(prompt.language.name.en), so don't expect much of the answer",
        "英語でも日本語でもないようです（\(share)）。\(prompt.language.name.ja)としてモデルに渡しますが、まともな答えは期待できません")
    }
    settings(arguments, prompt, assistant)
  }

  private mutating func add(_ cut: PromptCut, _ prompt: PreparedPrompt) {
    let kept = cut.byteCount - cut.leftOut
    let edge =
      cut.keepsBeginning
      ? "…" + String(cut.text.suffix(20)) : String(cut.text.prefix(20)) + "…"
    let en: String
    let ja: String
    switch cut.place {
    case .sentence: (en, ja) = ("at a sentence", "文の切れ目で")
    case .word: (en, ja) = ("at a word, as no sentence ends near it", "近くに文の切れ目がないので、言葉の切れ目で")
    case .character: (en, ja) = ("within a word, as no blank is near it", "近くに切れ目がないので、途中で")
    }
    add(
      "the prompt is too long for the model: its \(cut.keepsBeginning ? "first" : "last") \(kept) of "
        + "\(cut.byteCount) bytes were kept, cut \(en): \(edge)",
      "プロンプトが長すぎるので、\(cut.byteCount)バイトのうち\(cut.keepsBeginning ? "初め" : "終わり")の\(kept)バイトだけを残し、"
        + "\(ja)切りました：\(edge)")
  }

  // MARK: Settings without effect

  private mutating func settings(
    _ arguments: Arguments, _ prompt: PreparedPrompt, _ assistant: Assistant
  ) {
    let temperature = arguments.string("--temperature").flatMap(Double.init) ?? 0
    if temperature == 0, !arguments.has("--compare") {
      for name in ["--top-k", "--top-p", "--min-p", "--seed"] where arguments.string(name) != nil {
        add(
          "\(name) has no effect at temperature 0, where the likeliest token is always taken; add "
            + "--temperature 0.8",
          "温度0ではいつもいちばん確率の高いトークンを選ぶので、\(name) は効きません。--temperature 0.8 などを付けてください")
      }
    } else if let kept = arguments.string("--top-k").flatMap(Int.init) {
      let vocabulary = assistant.model.configuration.vocabularySize
      if kept >= vocabulary {
        add(
          "--top-k \(kept) has no effect: the model knows only \(vocabulary) tokens",
          "モデルのトークンは\(vocabulary)種類しかないので、--top-k \(kept) は効きません")
      } else if kept == 1 {
        add(
          "--top-k 1 always takes the likeliest token, so --temperature has no effect",
          "--top-k 1 はいつもいちばん確率の高いトークンを選ぶので、--temperature は効きません")
      }
    }
    withoutEffect(arguments, prompt, assistant)
    let room = assistant.model.configuration.contextLength - prompt.tokens.count
    if let wanted = arguments.string("--tokens").flatMap(Int.init), wanted > room {
      add(
        "--tokens \(wanted): the model's context has room for \(room) after this prompt",
        "--tokens \(wanted)：このプロンプトのあとに、モデルの文脈に入るのは\(room)トークンまでです")
    }
    if !assistant.knowsRoles {
      for name in ["--kind", "--answer-in"] where arguments.string(name) != nil {
        add(
          "\(name) has no effect: this model was made elsewhere and only continues text",
          "このモデルはほかで作られ、文章の続きを書くだけなので、\(name) は効きません")
      }
    }
  }

  /// What is of no use beside other options, for this model or this prompt.
  private mutating func withoutEffect(
    _ arguments: Arguments, _ prompt: PreparedPrompt, _ assistant: Assistant
  ) {
    if arguments.isGiven("--model"), arguments.isGiven("--out") {
      add(
        "--out has no effect beside --model, which names the model itself",
        "--model でモデルを指定しているので、--out は効きません")
    }
    if arguments.isGiven("--lessons"), !arguments.isGiven("--record") {
      add(
        "--lessons has no effect without --record, which writes them",
        "レッスンを書き出すのは --record のときだけなので、--lessons は効きません")
    }
    if arguments.has("--no-hold"), assistant.model.generation.hold == nil {
      add(
        "--no-hold has no effect: this model has no threshold below which it holds back",
        "このモデルには答えを控えるしきい値がないので、--no-hold は効きません")
    } else if arguments.has("--no-hold"), prompt.kind != .question {
      add(
        "--no-hold has no effect: only answers to questions are held back",
        "答えを控えるのは質問のときだけなので、--no-hold は効きません")
    }
  }
}
