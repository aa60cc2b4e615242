import Names

/// Finds words such as "sum up", "go on" and 「訳して」 before or after the text that they are about.
enum Instructions {
  /// What is wanted of which text; nil when nothing of the kind is said, or no text stands there.
  static func read(_ text: String) -> (kind: PromptKind, text: String)? {
    for (head, rest) in heads(of: text) {
      if let kind = english(head) ?? japanese(head), !rest.isEmpty { return (kind, unquoted(rest)) }
    }
    if let (rest, tail) = tail(of: text), let kind = english(tail) ?? japanese(tail), !rest.isEmpty
    {
      return (kind, unquoted(rest))
    }
    return quoted(text) ?? unmarked(text)
  }

  /// `Summarize On Monday …`, `Translate Mira is here into Japanese`: nothing stands between the
  /// instruction and the text, which begins with a capital letter.
  private static func unmarked(_ text: String) -> (kind: PromptKind, text: String)? {
    let starts: [(String, PromptKind)] = [
      ("Summarize ", .summary), ("Summarise ", .summary), ("Sum up ", .summary),
      ("Please summarize ", .summary), ("Please sum up ", .summary), ("Continue ", .continuation),
      ("Translate ", .translation), ("Please translate ", .translation),
    ]
    for (start, kind) in starts where text.lowercased().hasPrefix(start.lowercased()) {
      var rest = trimmed(String(text.dropFirst(start.count)))
      guard rest.first?.isUppercase == true || rest.first?.isASCII == false else { continue }
      if kind == .translation {
        let ends = Language.allCases.flatMap { language in
          ["into", "to", "in"].map { " \($0) \(language.name.en)" }
        }
        guard let end = ends.first(where: { rest.hasSuffix($0) || rest.hasSuffix($0 + ".") })
        else { continue }
        rest = String(rest.dropLast(end.count + (rest.hasSuffix(".") ? 1 : 0)))
      } else if !rest.dropLast().contains(where: { ".!?。".contains($0) }) {
        continue
      }
      return (kind, rest)
    }
    return nil
  }

  /// The language that the answer is wanted in, and the text without the words that say so.
  static func answerLanguage(of text: String) -> (text: String, language: Language?) {
    for language in Language.allCases {
      let (en, ja) = (language.name.en, language.name.ja)
      let starts = [
        "Answer in \(en):", "Answer in \(en).", "Please answer in \(en):",
        "Please answer in \(en).",
        "Reply in \(en):", "In \(en):", "In \(en),", "\(ja)で答えてください。", "\(ja)で答えてください：",
        "\(ja)で答えて。",
        "\(ja)で答えて：", "\(ja)で：",
      ]
      for start in starts where text.hasPrefix(start) {
        let rest = trimmed(String(text.dropFirst(start.count)))
        if !rest.isEmpty { return (rest, language) }
      }
      let ends = [
        " Answer in \(en).", " Answer in \(en)", " Please answer in \(en).", " Reply in \(en).",
        " (in \(en))", " (answer in \(en))", " In \(en), please.", "\(ja)で答えてください。",
        "\(ja)で答えてください",
        "\(ja)で答えて。", "\(ja)で答えて", "（\(ja)で）", "\(ja)でお願いします。", "\(ja)でお願いします",
      ]
      for end in ends where text.hasSuffix(end) {
        let rest = trimmed(String(text.dropLast(end.count)))
        if !rest.isEmpty { return (rest, language) }
      }
    }
    for language in Language.allCases {
      // 「…を英語で教えて」
      let words = language.name.ja + "で教えて"
      if let place = text.firstRange(of: words) {
        return (text[..<place.lowerBound] + "教えて" + text[place.upperBound...], language)
      }
    }
    return (text, nil)
  }

  // MARK: Where it stands

  /// Beginnings that may be an instruction, each with the rest: up to a colon, a line end, the end
  /// of the first sentence.
  private static func heads(of text: String) -> [(head: String, rest: String)] {
    var heads: [(String, String)] = []
    for mark in [":", "：", "\n", "。", ". ", "? ", "？"] {
      guard let place = text.firstRange(of: mark) else { continue }
      let head = String(text[..<place.lowerBound])
      guard head.utf8.count <= 160, !head.isEmpty else { continue }
      heads.append((head, trimmed(String(text[place.upperBound...]))))
    }
    return heads.sorted { $0.0.utf8.count < $1.0.utf8.count }
  }

  /// The last line or sentence, with what stands before it.
  private static func tail(of text: String) -> (rest: String, tail: String)? {
    let marks: Set<Unicode.Scalar> = ["\n", "。", ".", "?", "？", "！", "!"]
    var scalars = Array(text.unicodeScalars)
    while let last = scalars.last, marks.contains(last) { scalars.removeLast() }
    guard let cut = scalars.lastIndex(where: { marks.contains($0) }) else { return nil }
    let string = { (part: ArraySlice<Unicode.Scalar>) in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    let tail = trimmed(string(scalars[(cut + 1)...]))
    let rest = trimmed(string(scalars[...cut]))
    return tail.isEmpty || tail.utf8.count > 160 ? nil : (rest, tail)
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func unquoted(_ text: String) -> String {
    for (open, close) in [("\"", "\""), ("「", "」"), ("『", "』"), ("'", "'")]
    where text.hasPrefix(open) && text.hasSuffix(close) && text.count > 2 {
      let inner = String(text.dropFirst().dropLast())
      if !inner.contains(open), !inner.contains(close) { return inner }
    }
    return text
  }

  /// `Translate "…" into Japanese`, 「…」を英語に訳して: the text stands in quotes within.
  private static func quoted(_ text: String) -> (kind: PromptKind, text: String)? {
    for (open, close) in [("\"", "\""), ("「", "」"), ("『", "』")] {
      guard let start = text.firstRange(of: open),
        let end = text[start.upperBound...].firstRange(of: close),
        start.upperBound < end.lowerBound
      else { continue }
      let around = trimmed(
        String(text[..<start.lowerBound]) + " " + String(text[end.upperBound...]))
      if let kind = english(around) ?? japanese(around) {
        return (kind, String(text[start.upperBound..<end.lowerBound]))
      }
    }
    return nil
  }

  // MARK: What it says

  private static let object =
    "this|that|it|the|my|these? following|whole|next? text|story|article|passage|paragraph|report|sentence|sentences|line|beginning|one|words?"
  private static let manner =
    "for? me|us? up? in? one|a|two|few? short|single|brief? sentence|sentences|words|line|lines? briefly|please|shortly?"
  private static let polite = "please|now|then? can|could|would|will? you? please|kindly? "

  private static let patterns: [(kind: PromptKind, patterns: [WordPattern])] = [
    (
      .summary,
      [
        "summarize|summarise|summary|shorten|condense of|for? \(object) \(manner)",
        "sum up? \(object) up? \(manner)",
        "give|write|make|get|need me|us? a|the? short|brief|one-sentence|quick? summary of|for? \(object) \(manner)",
        "i? need|want a|the? short|brief|one-sentence|quick? summary of|for? \(object) \(manner)",
        "make \(object) shorter|short \(manner)", "tl;dr|tldr",
        "what is|'s? this|the text|story|article? about",
        "what's this|the text|story|article? about",
        "say|tell \(object) in one|a|few short|single? sentence|words \(manner)",
        "a? short? summary \(manner)",
        "in short|brief",
      ].map { WordPattern(polite + $0) }
    ),
    (
      .continuation,
      [
        "continue|complete|finish|extend with? \(object) \(manner)",
        "go|carry on with|from? \(object) here? \(manner)", "keep writing|going from? here?",
        "write on|more from? here?", "what happens|comes next",
        "how does it|this|the story? go on|continue",
      ].map { WordPattern(polite + $0) }
    ),
    (
      .translation,
      [
        "translate|put|turn|render \(object) from? japanese|english? in|into|to japanese|english \(manner)",
        "translate \(object) \(manner)",
        "how do|would|can you|i|we|one say|write|put \(object) in japanese|english",
        "what is|does|'s? \(object) mean? in japanese|english",
        "say|write \(object) in japanese|english \(manner)",
        "in|into japanese|english please?", "japanese|english translation of? \(object)",
      ].map { WordPattern(polite + $0) }
    ),
  ]

  private static func english(_ instruction: String) -> PromptKind? {
    let words = instruction.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" })
      .map { EnglishSentence.bare(String($0)) }.filter { !$0.isEmpty }
    guard !words.isEmpty, words.count <= 16 else { return nil }
    for (kind, patterns) in patterns
    where patterns.contains(where: { $0.match(words[...]) == words.count }) {
      return kind
    }
    return nil
  }

  /// What 「…して」 makes of a text, and its other forms.
  private static let verbs: [(kind: PromptKind, stems: [String])] = [
    (
      .summary,
      [
        "要約", "まとめて", "短くして", "一文で言うと", "ひとことで言うと", "一言で言うと", "どんな話", "あらすじ", "要点", "縮めて", "まとめ",
      ]
    ),
    (
      .continuation,
      ["続きを", "つづきを", "続けて", "つづけて", "完成させて", "続き", "つづき", "この後どうな", "このあとどうな"]
    ),
    (
      .translation,
      [
        "英語に訳", "日本語に訳", "英訳", "和訳", "翻訳", "英語にして", "日本語にして", "英語で言うと", "日本語で言うと", "英語では", "日本語では",
        "英語で何と", "日本語で何と", "訳して", "英語に", "日本語に", "英語でどう", "日本語でどう",
      ]
    ),
  ]

  /// What else an instruction may be made of: whatever is left after these is text.
  private static let pieces = [
    "次の文章", "以下の文章", "この文章", "上の文章", "次の文", "以下の文", "この文", "次の話", "この話", "次の物語", "この物語", "物語", "文章",
    "次",
    "以下", "この", "これ", "それ", "話", "内容", "記事", "ニュース", "テキスト", "お話", "一文", "一言", "ひとこと", "ひと言", "短く",
    "短い", "簡単に",
    "かんたんに", "二文", "一行", "三行", "どうか", "ください", "下さい", "くださいませんか", "もらえますか", "いただけますか", "くれますか",
    "くれる", "お願いします",
    "お願い", "書いて", "教えて", "ほしい", "です", "ますか", "か", "して", "する", "させて", "作って", "と", "を", "の", "に", "で",
    "は", "が", "、", " ", "？",
    "言う", "言って", "言い", "なります", "なりますか", "なる", "訳して", "訳", "文", "ます", "何", "どう", "みて", "みてください", "る",
    "り", "ね", "よ", "要約", "まとめ",
    "英語", "日本語", "から", "へ",
  ].sorted { $0.utf8.count > $1.utf8.count }

  private static func japanese(_ instruction: String) -> PromptKind? {
    guard instruction.count <= 40 else { return nil }
    for (kind, stems) in verbs {
      guard let stem = stems.first(where: { instruction.contains($0) }) else { continue }
      // Nothing but the instruction may stand there.
      var rest = instruction[...].split(
        separator: stem, maxSplits: 1, omittingEmptySubsequences: false
      )
      .joined(separator: "、")
      var isLeft = true
      while isLeft, !rest.isEmpty {
        isLeft = false
        for piece in pieces where rest.hasPrefix(piece) {
          rest = String(rest.dropFirst(piece.count))
          isLeft = true
          break
        }
      }
      if rest.isEmpty { return kind }
    }
    return nil
  }
}
