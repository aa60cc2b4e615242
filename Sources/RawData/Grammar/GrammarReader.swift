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
      if trimmed.hasPrefix("[") && trimmed.hasSuffix("]") {
        reader.rule = String(trimmed.dropFirst().dropLast())
        if reader.grammar.rules[reader.rule] != nil {
          throw reader.mistake(
            number, en: "the rule [\(reader.rule)] appears twice; join the two",
            ja: "規則 [\(reader.rule)] が二度出てきます。一つにまとめてください")
        }
        reader.grammar.rules[reader.rule] = Grammar.Rule(name: reader.rule, phrasings: [])
      } else {
        try reader.take(trimmed, number)
      }
    }
    for rule in reader.grammar.rules.values.sorted(by: { $0.name < $1.name })
    where rule.phrasings.isEmpty {
      throw reader.mistake(
        0, en: "the rule [\(rule.name)] is empty; add a line to it",
        ja: "規則 [\(rule.name)] が空です。一行以上書いてください")
    }
    return reader.grammar
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
    guard let space = line.firstIndex(of: " "), let weight = Int(line[..<space]),
      (1...1000).contains(weight)
    else {
      throw mistake(
        number, en: "no weight at the beginning of the line; write: 1 text",
        ja: "行の先頭に重みがありません。「1 文」のように書いてください")
    }
    let text = SourceLines.trim(line[line.index(after: space)...])
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
      if character == "{" {
        flush()
        guard let close = text[index...].firstIndex(of: "}") else {
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
    let capital = text.hasPrefix("^")
    if capital { text = text.dropFirst() }
    guard !text.isEmpty else {
      throw mistake(
        number, en: "there is nothing between { and }; name a slot",
        ja: "{ と } の間が空です。名前を書いてください")
    }
    if let colon = text.firstIndex(of: ":") {
      let name = String(text[..<colon])
      let category = String(text[text.index(after: colon)...])
      return .draw(name: name.isEmpty ? nil : name, category: category, capital: capital)
    }
    let words = text.split(separator: " ").map(String.init)
    if words.count == 1 {
      let path = text.split(separator: ".").map(String.init)
      return .reference(words: [path[0]], path: Array(path.dropFirst()), capital: capital)
    }
    return .reference(words: words, path: [], capital: capital)
  }
}
