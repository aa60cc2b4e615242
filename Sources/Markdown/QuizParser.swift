/// Reads a quiz: a question, then a list of answers, then a quote as hint if there is one.
///
/// ```
/// :::quiz
/// Which pair is merged first?
///
/// - [x] The most frequent one.
///   Each merge shortens the text as much as one merge can.
/// - [ ] The longest one.
///   Length plays no part.
///
/// > Look at the column “count”.
/// :::
/// ```
///
/// In place of `[x]` an answer may have `[when name]` or `[unless name]`: it is right in runs of which
/// that is true.
struct QuizParser {
  let file: String

  func parse(_ lines: [Line], opening: Line) throws(MarkdownError) -> Quiz {
    var question: [Line] = []
    var rest = lines[...]
    while let line = rest.first, Self.answer(line) == nil {
      question.append(line)
      rest.removeFirst()
    }
    let blocks = BlockParser(file: file)
    var quiz = Quiz(question: try blocks.parse(question), answers: [], hint: [])
    while let line = rest.first, let marker = ListMarker(line), let mark = Self.answer(line) {
      let item = BlockParser.takeItem(marker, &rest)
      let text = String(Substring(item[0].text.utf8.dropFirst(mark.utf8.count + 2))).trimmed
      let premise = BlockParser.premise(mark).map {
        Quiz.Premise(condition: $0.condition, isMet: $0.isMet, line: line.number)
      }
      let answer = Quiz.Answer(
        isRight: mark == "x", premise: premise,
        text: try InlineParser.parse(text, line: line.number, file: file),
        justification: try blocks.parse(Array(item.dropFirst())))
      guard !answer.text.isEmpty, !answer.justification.isEmpty else {
        throw MarkdownError(
          file: file, line: line.number,
          en: "an answer needs a reason: write it on the next line, indented by two spaces",
          ja: "答えには理由が必要です。次の行に、2字下げて書いてください")
      }
      quiz.answers.append(answer)
      while rest.first?.isBlank == true { rest.removeFirst() }
    }
    quiz.hint = try blocks.parse(Array(rest))
    guard !quiz.question.isEmpty, quiz.answers.count > 1, quiz.hasRightAnswerInEveryRun else {
      throw MarkdownError(
        file: file, line: opening.number,
        en:
          "a quiz has a question, then answers “- [ ] …”, at least two, a right one “- [x] …” (or "
          + "one “- [when name] …” and one “- [unless name] …”)",
        ja: "クイズには、問いと、「- [ ] …」と書いた二つ以上の答えと、「- [x] …」と書いた正解が必要です（正解は「- [when 条件] …」と"
          + "「- [unless 条件] …」の組でもかまいません）"
      )
    }
    return quiz
  }

  /// What stands between the brackets of an answer: `x`, a space, `when name` or `unless name`; nil for
  /// a line that begins none.
  private static func answer(_ line: Line) -> String? {
    guard let marker = ListMarker(line) else { return nil }
    let text = line.dropping(marker.width).text
    guard text.hasPrefix("["), let end = text.utf8.firstIndex(of: UInt8(ascii: "]")),
      text[end...].hasPrefix("] ")
    else { return nil }
    let mark = String(text[..<end].dropFirst())
    return mark == "x" || mark == " " || BlockParser.premise(mark) != nil ? mark : nil
  }
}

extension Quiz {
  fileprivate var hasRightAnswerInEveryRun: Bool {
    let premises = answers.compactMap(\.premise)
    return answers.contains(where: \.isRight)
      || premises.contains { one in
        premises.contains { $0.condition == one.condition && $0.isMet != one.isMet }
      }
  }
}
