import Names

/// U1 and U2: requests as people make them.
extension Equation {
  static let asking: [Equation] = [
    Equation(
      "shown-question-was-kept-back", "U1",
      en: "The question that is shown from end to end is worded as training never asked it.",
      ja: "最初から最後まで見せる質問は、学習では一度も使わなかった言い方で聞いている。"
    ) { run, comparison in
      guard let truth = run[.truth] else { return }
      // The build's own answers bear the name of their language.
      for answer in run[.usage]?.answers ?? []
      where answer.kind == .question && answer.id == answer.language.rawValue {
        let own = truth.questions.filter { $0.language == answer.language }
        guard own.contains(where: { $0.phrasing == .heldOutPhrasing }) else { continue }
        comparison.holds(
          own.contains { $0.text == answer.prompt && $0.phrasing == .heldOutPhrasing },
          "\(answer.prompt) was kept back")
      }
    },
    Equation(
      "requests-are-judged-alike", "U1",
      en: "A request is asked as often as typed as recast, and is right no more often than asked.",
      ja: "依頼は、打ったままでも言いかえたあとでも同じ回数だけ試し、正解の数は試した回数をこえない。"
    ) { run, comparison in
      for request in run[.asking]?.requests ?? [] {
        for right in [request.rightAsTyped, request.right] {
          comparison.holds(
            0 <= right && right <= request.asked, "\(request.text): \(right) of \(request.asked)")
        }
        // What was not recast gets the same answers.
        if request.recast == request.text {
          comparison.equal(request.rightAsTyped, request.right, "\(request.text): right answers")
          comparison.equal(request.answerAsTyped, request.answer, "\(request.text): answer")
        }
      }
    },
    Equation(
      "only-what-is-named-a-text-is-no-question", "U1",
      en: "Whatever nothing is said about is a text to continue, and nothing of it is recast.",
      ja: "何の手がかりもないものは続きを書く文章とみなされ、言いかえられない。"
    ) { run, comparison in
      for request in run[.asking]?.requests ?? [] where request.sign == .none {
        comparison.equal(request.kind, .continuation, "\(request.text): kind")
        comparison.equal(request.recast, request.text, "\(request.text): given")
      }
    },
    Equation(
      "sentence-scores-add-up", "U2",
      en: "The detector's scores of each sentence add up to 1.",
      ja: "どの文でも、言語を見分ける得点を足すと1になる。"
    ) { run, comparison in
      for sentence in run[.asking]?.sentences ?? [] {
        comparison.close(
          sentence.english + sentence.japanese + sentence.neither, 1, within: 1e-9, sentence.text)
        comparison.holds(
          min(sentence.english, sentence.japanese, sentence.neither) >= 0,
          "\(sentence.text): no score below 0")
      }
    },
    Equation(
      "japanese-is-its-share-of-the-letters", "U2",
      en:
        "The score for Japanese of a sentence in two scripts is the share of its kana and kanji, each "
        + "as heavy as two and a half letters.",
      ja: "二種類の文字がまざった文では、日本語の得点はかなと漢字の割合になる。かなと漢字の1字は、アルファベット2.5字分と数える。"
    ) { run, comparison in
      for sentence in run[.asking]?.sentences ?? [] {
        let (latin, japanese) = sentence.scripts
        guard latin > 0, japanese > 0 else { continue }
        let weight = 2.5 * Double(japanese)
        comparison.close(
          sentence.japanese, weight / (weight + Double(latin)), within: 1e-9, sentence.text)
      }
    },
    Equation(
      "translations-are-counted", "U2",
      en: "Of the answers that the model translates no more are right than there are.",
      ja: "モデルが訳した答えのうち、正しいものの数は全体をこえない。"
    ) { run, comparison in
      guard let asking = run[.asking] else { return }
      comparison.holds(
        Set(asking.translations.map(\.from)).count == asking.translations.count,
        "one count for each language")
      for translation in asking.translations {
        comparison.holds(
          0 <= translation.right && translation.right <= translation.asked && translation.asked > 0,
          "from \(translation.from): \(translation.right) of \(translation.asked)")
      }
    },
  ]
}
