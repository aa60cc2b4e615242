import Names

/// Reads a grammar: `[rule]`, then lines `weight text with {slots}`.
struct GrammarReader {
  private var grammar: Grammar
  private var rule = ""

  static func read(_ text: String, file: String) throws(WorldError) -> Grammar {
    var reader = GrammarReader(grammar: Grammar(file: file))
    var number = 0
    for line in SourceLines.split(text) {
      number += 1
      let trimmed = SourceLines.trim(line)
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      if trimmed.hasPrefix("[") {
        try reader.open(trimmed, number)
      } else {
        try reader.take(trimmed, number)
      }
    }
    reader.grammar.lastLine = max(1, number)
    for rule in reader.grammar.rules.values.sorted(by: { $0.line < $1.line })
    where rule.phrasings.isEmpty {
      throw reader.mistake(
        rule.line, en: "the rule [\(rule.name)] is empty; add a line to it",
        ja: "規則 [\(rule.name)] が空です。一行以上書いてください")
    }
    return reader.grammar
  }

  private mutating func open(_ line: Substring, _ number: Int) throws(WorldError) {
    guard line.hasSuffix("]") else {
      throw mistake(
        number, en: "the name of the rule is not closed; end the line with ]",
        ja: "規則の名前が閉じていません。行の最後に ] を書いてください")
    }
    rule = SourceLines.words(line.dropFirst().dropLast()).joined(separator: " ")
    if let first = grammar.rules[rule] {
      throw mistake(
        number, en: "the rule [\(rule)] began in line \(first.line) already; join the two",
        ja: "規則 [\(rule)] は\(first.line)行目にもあります。一つにまとめてください")
    }
    grammar.rules[rule] = Grammar.Rule(name: rule, phrasings: [], line: number)
  }

  private func mistake(_ line: Int, en: String, ja: String) -> WorldError {
    WorldError(file: grammar.file, line: line, message: LocalizedText(en: en, ja: ja))
  }

  private mutating func take(_ line: Substring, _ number: Int) throws(WorldError) {
    guard !rule.isEmpty else {
      throw mistake(
        number, en: "this line stands before any [rule]; move it into one",
        ja: "どの [規則] にも入っていない行です。規則の中へ移してください")
    }
    guard let first = SourceLines.words(line).first, first.endIndex < line.endIndex,
      let weight = Int(first), (1...1000).contains(weight)
    else {
      throw mistake(
        number,
        en: "no weight from 1 to 1000 at the beginning of the line; write: 1 text",
        ja: "行の先頭に1から1000までの重みがありません。「1 文」のように半角の数字と空白を書いてください")
    }
    let text = SourceLines.trim(line[first.endIndex...])
    if grammar.rules[rule]!.phrasings.contains(where: { $0.text == text }) {
      throw mistake(
        number, en: "[\(rule)] says this twice; remove one line and raise the other's weight",
        ja: "[\(rule)] に同じ文が二つあります。一つを消し、もう一つの重みを増やしてください")
    }
    let phrasing = Grammar.Phrasing(
      weight: Double(weight), text: String(text), line: number, parts: try parts(text, number))
    grammar.rules[rule]!.phrasings.append(phrasing)
  }

  private func parts(_ text: Substring, _ number: Int) throws(WorldError) -> [Grammar.Part] {
    var parts: [Grammar.Part] = []
    var literal = ""
    var startsParagraph = true
    var index = text.startIndex
    func flush() {
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
    }
    while index < text.endIndex {
      let character = text[index]
      if "}｛｝｜".contains(character) {
        throw mistake(
          number,
          en: character == "}"
            ? "a } has no { before it; add the {, or remove the }"
            : "\"\(character)\" is the full-width form of a sign; write {, } or | instead",
          ja: character == "}"
            ? "} の前に { がありません。{ を書きたすか、} を消してください"
            : "「\(character)」が全角です。半角の { } | で書いてください")
      } else if character == "{" {
        flush()
        guard let close = text[index...].firstIndex(of: "}"),
          !text[text.index(after: index)..<close].contains("{")
        else {
          throw mistake(
            number, en: "a { is never closed; add the missing }",
            ja: "{ が閉じていません。} を書きたしてください")
        }
        parts.append(try slot(text[text.index(after: index)..<close], number))
        index = text.index(after: close)
        startsParagraph = false
      } else if character == "|" {
        while literal.hasSuffix(" ") { literal.removeLast() }
        flush()
        index = text.index(after: index)
        var part = Grammar.Part.paragraph
        if index < text.endIndex, text[index] == "|" {
          part = .post
          index = text.index(after: index)
        }
        parts.append(part)
        while index < text.endIndex, text[index] == " " { index = text.index(after: index) }
        startsParagraph = true
      } else if character == "*" && startsParagraph {
        parts.append(.item)
        index = text.index(after: index)
        while index < text.endIndex, text[index] == " " { index = text.index(after: index) }
        startsParagraph = false
      } else {
        literal.append(character)
        index = text.index(after: index)
        startsParagraph = false
      }
    }
    flush()
    return parts
  }

  /// `spam notice`: the noise that a text only resembles, and the rule that tells it.
  private func lookalike(_ text: Substring, _ number: Int) throws(WorldError) -> Grammar.Part {
    let words = SourceLines.words(text).map(String.init)
    if words.count > 1, let kind = NoiseKind(rawValue: words[0]) {
      return .lookalike(kind, rule: words.dropFirst().joined(separator: " "))
    }
    let kinds = NoiseKind.allCases.map(\.rawValue).joined(separator: ", ")
    throw mistake(
      number, en: "{!\(text)} names no noise and rule; begin with one of \(kinds)",
      ja: "{!\(text)} にノイズの名前と規則がありません。\(kinds) のどれかで始めてください")
  }

  private func slot(_ inner: Substring, _ number: Int) throws(WorldError) -> Grammar.Part {
    var text = SourceLines.trim(inner)
    if text.hasPrefix("@") {
      if let personal = Grammar.PersonalData(rawValue: String(text.dropFirst())) {
        return .personal(personal)
      }
      throw mistake(
        number, en: "{\(text)} is unknown; use {@email}, {@phone} or {@user}",
        ja: "{\(text)} は知らない書き方です。{@email} {@phone} {@user} のどれかにしてください")
    }
    if text.hasPrefix("!") { return try lookalike(text.dropFirst(), number) }
    let capital = text.hasPrefix("^")
    if capital { text = SourceLines.trim(text.dropFirst()) }
    guard text.contains(where: { $0 != "." && $0 != ":" }) else {
      throw mistake(
        number, en: "there is nothing between { and }; name a slot",
        ja: "{ と } の間が空です。名前を書いてください")
    }
    if let colon = text.firstIndex(of: ":") {
      let name = String(text[..<colon])
      let category = String(text[text.index(after: colon)...])
      return .draw(name: name.isEmpty ? nil : name, category: category, capital: capital)
    }
    let words = SourceLines.words(text).map(String.init)
    if words.count == 1 {
      let path = text.split(separator: ".").map(String.init)
      return .reference(words: [path[0]], path: Array(path.dropFirst()), capital: capital)
    }
    return .reference(words: words, path: [], capital: capital)
  }
}
