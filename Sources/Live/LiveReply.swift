import Charts
import Inference
import Markup
import Names
import Numerics
import Tokenization
import Transformer
import Views

/// What the page shows of one moment: HTML made of the same charts as the pages of a recording.
struct LiveReply: DrawsFigures {
  let model: LiveModel
  let moment: Moment
  let language: Language
  /// What the model does without the changes by hand; nil where there are none.
  var learned: LiveChanges.Learned?
  var words: LiveWords { .of(language) }

  /// Bars of a choice that are drawn; the table has all that stay.
  static let barCount = 10

  /// One line for whoever hears the page, a line break, and the markup.
  func text() -> String {
    guard let answer = model.answer(moment) else {
      let unread = model.unread(moment).map { words.say.unread(TerminalText.safe($0)) }
      return (unread ?? words.say.empty) + "\n" + remarks(nil, unread).html()
    }
    guard !answer.choices.isEmpty else {
      return words.say.notFinite + "\n" + remarks(answer).html()
    }
    let step = min(moment.step, answer.choices.count)
    let follows = moment.guesses == nil
    // Trying parts looks at other passes, so it comes before the one that is shown.
    let parts = parts(answer)
    let changes = LiveChanges(reply: self).markup()
    model.look(at: answer.prompt + answer.choices.prefix(step - 1).map { $0.chosen })
    let markup = Markup.fragment([
      remarks(answer), given(answer), written(answer, step),
      moment.guesses == nil ? .empty : guessing(answer),
      follows ? LiveChoice(reply: self, answer: answer, step: step).markup() : .empty,
      parts,
      changes,
      follows ? looks(answer, step) : .empty,
      follows ? lens(answer, step) : .empty,
      LiveCommand(reply: self, answer: answer).markup(),
    ])
    return spoken(answer) + "\n" + markup.html()
  }

  func piece(_ id: Int32) -> TokenPiece { model.tokenizer.piece(id) }

  func link(
    _ name: String, id: String, _ text: String, isOn: Bool = false,
    _ change: (inout Moment) -> Void
  ) -> Markup {
    tag(
      "a",
      [
        "class": name, "id": id, "href": moment.link(change), "aria-current": isOn ? "true" : nil,
      ], TerminalText.safe(text))
  }

  /// What is said aloud: the answer, and how it ended.
  private func spoken(_ answer: LiveAnswer) -> String {
    let text = LiveModel.trimmed(shown(answer.written))
    if moment.guesses != nil { return words.say.guessing }
    return (text.isEmpty ? words.say.nothingWritten : words.say.said(text)) + " "
      + words.say.ends(answer.finish)
  }

  private func shown(_ tokens: [Int32]) -> String {
    TerminalText.safe(
      String(decoding: model.tokenizer.decode(tokens), as: UTF8.self)
    ).onOneLine
  }

  private func remarks(_ answer: LiveAnswer?, _ unread: String? = nil) -> Markup {
    var lines = moment.remarks.map { words.say.remark($0) }
    if let unread { lines.append(unread) }
    if answer?.isCut == true { lines.append(words.say.cutPrompt) }
    guard !lines.isEmpty else { return .empty }
    return tag("ul", ["class": "live-remarks"]) { for line in lines { tag("li", line) } }
  }

  private func given(_ answer: LiveAnswer) -> Markup {
    let strip = TokenStrip(rows: [TokenStrip.Row(tokens: answer.prompt.map { piece($0) })])
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.given)
      figure(
        "given", words.say.given, words.say.givenNote(answer.prompt.count),
        words.say.choiceColumns.prefix(1) + [("#", true)],
        answer.prompt.map { [piece($0).shown, String($0)] }, strip)
      tag("details") {
        tag("summary", words.say.mergeByMerge)
        merges()
      }
    }
  }

  /// The reader's own text on its way to tokens; of many merges the first ones, and the end.
  private func merges() -> Markup {
    let text = String(
      String.UnicodeScalarView(model.prepared(moment).text.unicodeScalars.prefix(60)))
    let steps = model.tokenizer.encodeSteps(text)
    let count = min(steps.count, 10)
    let shown = steps.prefix(count)
    var rows = shown.enumerated().map { index, step in
      TokenStrip.Row(
        label: words.say.merges(index),
        items: step.tokens.enumerated().map { place, token in
          .token(TokenStrip.Token(piece(token), isFresh: place == step.position))
        })
    }
    if steps.count > count, let last = steps.last {
      rows.append(
        TokenStrip.Row(
          label: words.say.moreMerges(steps.count - count), tokens: last.tokens.map { piece($0) }))
    }
    return figure(
      "merges", words.say.mergeByMerge, words.say.merges(steps.count - 1),
      words.say.choiceColumns.prefix(1) + [("#", true)],
      (steps.last?.tokens ?? []).map { [piece($0).shown, String($0)] }, TokenStrip(rows: rows))
  }

  private func written(_ answer: LiveAnswer, _ step: Int) -> Markup {
    let hidden = moment.guesses?.count
    return tag("section", ["class": "live-part"]) {
      tag("h2", words.say.answer)
      if !moment.removed.isEmpty {
        tag("p", ["class": "live-out"], words.say.without(names(moment.removed)))
      }
      tag("p", words.say.answerNote)
      tag("ol", ["class": "live-tokens"]) {
        for (index, choice) in answer.choices.enumerated() where index < hidden ?? .max {
          tag("li", ["class": choice.isForced ? "live-forced" : nil]) {
            link(
              "live-token", id: "live-step-\(index + 1)", piece(choice.chosen).shown,
              isOn: index + 1 == step && hidden == nil
            ) { $0.step = index + 1 }
            tag("small", Numbers.percent(Double(choice.probability)))
          }
        }
      }
      if hidden == nil { tag("p", words.say.ends(answer.finish)) }
      tag("p") {
        link(
          "live-button", id: "live-guess",
          hidden == nil ? words.say.guessFirst : words.say.stopGuessing
        ) {
          $0.guesses = hidden == nil ? [] : nil
        }
      }
    }
  }

  func names(_ parts: [RemovedPart]) -> String {
    let separator =
      switch language {
      case .english: ", "
      case .japanese: "、"
      }
    return parts.map { words.say.partName($0.part, $0.layer, $0.head) }.joined(separator: separator)
  }
}
