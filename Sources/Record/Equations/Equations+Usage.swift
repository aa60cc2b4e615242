import Names

/// U1 to U6: a prompt on its way to an answer.
extension Equation {
  static let usage: [Equation] =
    prompt + asking + stream + attention + followed + origin + knockouts + generation + sampling
    + filters
    + guesses + delivery + finishing + comparing + ofExam + causalMap + headLabels + ofFeedback
    + improvement + partings

  /// U1 and U2: the prompt as it arrives and as the model is given it.
  private static let prompt: [Equation] = [
    Equation(
      "prompt-fits-into-the-context", "U1",
      en: "A prompt leaves room for at least one token of the answer.",
      ja: "プロンプトのあとには、答えのトークンが少なくとも一つ入る。"
    ) { run, comparison in
      guard let model = run[.architecture] else { return }
      for answer in run[.usage]?.answers ?? [] {
        comparison.holds(
          answer.tokens.count < model.contextLength,
          "\(answer.id): \(answer.tokens.count) < \(model.contextLength) tokens")
      }
    },
    Equation(
      "preprocessing-begins-with-the-prompt", "U2",
      en: "Each step of preprocessing takes what the steps before it left of the prompt.",
      ja: "前処理の各段階は、その前までの段階がプロンプトから作ったものを受け取る。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        var text = answer.prompt
        for step in answer.preprocessing {
          comparison.equal(step.before, text, "\(answer.id): before \(step.name)")
          switch step.name {
          case .normalization, .recast, .cut: text = step.after
          case .language:
            comparison.equal(step.after, answer.language.rawValue, "\(answer.id): language")
          case .role:
            comparison.equal(
              Array(step.after.utf8),
              answer.tokens.flatMap { $0.bytes.isEmpty ? Array($0.text.utf8) : $0.bytes },
              "\(answer.id): text with roles")
          }
        }
      }
    },
    Equation(
      "tokens-spell-the-prompt", "U2",
      en: "The bytes of all tokens are the text that normalization, recasting and cutting left.",
      ja: "トークンのバイトをつなぐと、正規化、言いかえ、切り詰めのあとに残った文になる。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        let left =
          answer.preprocessing.last { [.normalization, .recast, .cut].contains($0.name) }?.after
          ?? answer.prompt
        let text = Array(left.utf8)
        comparison.equal(answer.tokens.spelled(in: text), text, "\(answer.id): bytes")
      }
    },
    Equation(
      "language-scores-decide", "U2",
      en:
        "The scores of English, Japanese and neither add up to 1, and the greater of the two languages decides.",
      ja: "英語、日本語、どちらでもない、の得点は足すと1になり、二つの言語のうち得点の高いほうに決まる。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        let scores = answer.languageScores
        comparison.close(
          scores.reduce(answer.neitherScore ?? 0) { $0 + $1.value }, 1, within: 1e-9,
          "\(answer.id): sum of scores")
        let chosen = scores.first { $0.language == answer.language }?.value ?? -1
        comparison.holds(
          scores.allSatisfy { $0.value <= chosen },
          "\(answer.id): \(answer.language) has the greatest score, \(chosen)")
      }
    },
    Equation(
      "role-tokens-stand-around-the-prompt", "U2",
      en: "Around the prompt stand the token of its language and those of its role, no others.",
      ja: "プロンプトのまわりには、言語のトークンと役割のトークンだけが置かれる。"
    ) { run, comparison in
      guard let tokenization = run[.tokenization] else { return }
      for answer in run[.usage]?.answers ?? [] {
        let (before, after) = roles(of: answer.kind, answer.language)
        let special = answer.tokens.filter { $0.bytes.isEmpty }
        let expected = ["<|\(answer.language.rawValue)|>"] + before + after
        comparison.equal(special.map(\.text), expected, "\(answer.id): role tokens")
        comparison.equal(
          answer.tokens.prefix(1 + before.count).map(\.text)
            + answer.tokens.suffix(after.count).map(\.text), expected,
          "\(answer.id): first and last tokens")
        for token in special {
          comparison.holds(
            tokenization.specialTokens.contains { $0.id == token.id && $0.text == token.text },
            "\(token.text) has the id \(token.id)")
        }
      }
    },
  ]

  private static func roles(
    of kind: PromptKind, _ language: Language
  ) -> (before: [String], after: [String]) {
    switch kind {
    case .question: (["<|question|>"], ["<|answer|>"])
    case .continuation: ([], [])
    case .summary: (["<|story|>"], ["<|summary|>"])
    case .translation: ([], ["<|\(language.other.rawValue)|>"])
    }
  }

  /// U5 and U6: what becomes of the written tokens.
  private static let delivery: [Equation] = [
    Equation(
      "raw-text-is-the-tokens", "U5",
      en: "The raw text is the bytes of the tokens chosen, the closing one left out.",
      ja: "生の文は、選んだトークンのバイトをつないだもの。終わりのトークンは入らない。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        let pieces = answer.choices.map(\.chosen.bytes)
        var bytes = pieces.flatMap { $0 }
        // A model made elsewhere may close with a token that has a text.
        if run.setting.importedFrom != nil, String(decoding: bytes, as: UTF8.self) != answer.rawText
        {
          bytes = pieces.dropLast().flatMap { $0 }
        }
        comparison.equal(
          answer.rawText, String(decoding: bytes, as: UTF8.self), "\(answer.id): raw text")
      }
    },
    Equation(
      "only-the-last-token-closes", "U5",
      en: "No token stands after one that closes the answer.",
      ja: "答えを閉じるトークンの後には、何も続かない。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        // A model made elsewhere may write numbers that its tokenizer has no text for.
        let isOwn = run.setting.importedFrom == nil
        let closing = answer.finish == .endToken ? answer.choices.last?.chosen.id : nil
        comparison.holds(
          answer.choices.dropLast().allSatisfy {
            isOwn ? !$0.chosen.isNotText : $0.chosen.id != closing
          }, "\(answer.id): nothing after the end")
      }
    },
    Equation(
      "postprocessing-goes-from-raw-to-text", "U5",
      en: "Each rule takes what the one before it left, from the raw text to the answer.",
      ja: "どの規則も前の規則が残した文を受け取り、生の文から答えまで続く。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        var text = answer.rawText
        for edit in answer.postprocessing {
          comparison.equal(edit.before, text, "\(answer.id): before \(edit.rule)")
          comparison.holds(edit.before != edit.after, "\(answer.id): \(edit.rule) changed it")
          text = edit.after
        }
        comparison.equal(answer.text, text, "\(answer.id): answer")
      }
    },
    Equation(
      "answer-is-right-by-the-truth", "U5",
      en: "An answer is marked right exactly when the truth lists it for that question.",
      ja: "答えが正解とされるのは、真実の記録がその質問の答えに挙げているときだけ。"
    ) { run, comparison in
      guard let truth = run[.truth] else { return }
      for answer in run[.usage]?.answers ?? [] where answer.kind == .question {
        let accepted = truth.questions.filter {
          $0.text == answer.prompt && $0.language == answer.language
        }.flatMap(truth.accepted)
        guard !accepted.isEmpty else { continue }
        comparison.equal(
          answer.isRight, accepted.contains(answer.text), "\(answer.id): \(answer.text) is right")
      }
    },
    Equation(
      "delivered-text-is-clean", "U6",
      en: "What a reader gets has no broken character and no white space at its ends.",
      ja: "読み手に届く文には、こわれた文字も、両端の空白もない。"
    ) { run, comparison in
      for answer in run[.usage]?.answers ?? [] {
        let scalars = answer.text.unicodeScalars
        comparison.holds(
          !scalars.contains("\u{FFFD}") && scalars.first?.properties.isWhitespace != true
            && scalars.last?.properties.isWhitespace != true, "\(answer.id): clean text")
      }
    },
    Equation(
      "answers-have-their-own-names", "U6",
      en: "No two answers share a name, so that what was recorded of each can be found.",
      ja: "答えの名前は重ならず、それぞれの記録をたどれる。"
    ) { run, comparison in
      guard let answers = run[.usage]?.answers else { return }
      comparison.equal(Set(answers.map(\.id)).count, answers.count, "different names")
      let kept = Set(answers.filter(\.hasActivations).map(\.id))
      for name in run.tensors.names where name.hasPrefix("usage.") {
        let rest = name.dropFirst(6)
        comparison.holds(
          kept.contains { rest.hasPrefix($0 + ".") }, "\(name) belongs to an answer")
      }
    },
  ]
}
