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
    while let line = rest.first, let marker = ListMarker(line), let isRight = Self.answer(line) {
      let item = BlockParser.takeItem(marker, &rest)
      let text = String(Substring(item[0].text.utf8.dropFirst(3))).trimmed
      let answer = Quiz.Answer(
        isRight: isRight, text: try InlineParser.parse(text, line: line.number, file: file),
        justification: try blocks.parse(Array(item.dropFirst())))
      guard !answer.text.isEmpty, !answer.justification.isEmpty else {
        throw MarkdownError(
          file: file, line: line.number,
          message: "an answer needs a reason: write it on the next line, indented by two spaces")
      }
      quiz.answers.append(answer)
      while rest.first?.isBlank == true { rest.removeFirst() }
    }
    quiz.hint = try blocks.parse(Array(rest))
    guard !quiz.question.isEmpty, quiz.answers.count > 1, quiz.answers.contains(where: \.isRight)
    else {
      throw MarkdownError(
        file: file, line: opening.number,
        message:
          "a quiz has a question, then answers “- [ ] …”, at least two, a right one “- [x] …”"
      )
    }
    return quiz
  }

  /// Whether the line begins a right (`[x]`) or a wrong (`[ ]`) answer; nil when it begins none.
  private static func answer(_ line: Line) -> Bool? {
    guard let marker = ListMarker(line) else { return nil }
    let text = line.dropping(marker.width).text
    if text.hasPrefix("[x] ") { return true }
    return text.hasPrefix("[ ] ") ? false : nil
  }
}
