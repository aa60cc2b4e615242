import Charts
import Names
import Record
import Views

/// A text on its way from bytes to tokens, merge by merge.
struct EncodingSteps: FigureDefinition {
  let name = "encoding-steps"
  let row = "L2d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ text: String, _ bytes: Int, _ tokens: Int) -> String
    var columns: [String]
    var bytes: @Sendable (_ count: Int) -> String
    var merges: @Sendable (_ merges: Int, _ count: Int) -> String
    var fresh: @Sendable (_ tokens: [String]) -> String
    var none: String
    var again: String
    var count: String
  }

  static let english = Words(
    title: "How a text is encoded, merge by merge",
    description: { text, bytes, tokens in
      "“\(text)” begins as \(bytes) bytes. Word by word, the learned merges are applied in their order "
        + "until none fits; "
        + "\(NameWording.english(tokens, "token")) remain. New tokens have a thick border."
    },
    columns: ["Step", "#Tokens", "Tokens in order"],
    bytes: { "bytes: \(NameWording.english($0, "token"))" },
    merges: { merges, count in
      "after \(NameWording.english(merges, "merge")): \(NameWording.english(count, "token"))"
    },
    fresh: { tokens in "New: \(tokens.map { "“\($0)”" }.joined(separator: ", "))." },
    none: "Each byte is a token of its own.",
    again: "The same tokens came to be in further places.",
    count: "tokens of the whole text"
  )

  static let japanese = Words(
    title: "文が符号化されるようすを、結合ごとに見る",
    description: { text, bytes, tokens in
      "「\(text)」は、はじめ\(bytes)個のバイトです。先頭の区切り（単語や、同じ種類の文字の続き）から一つずつ、学んだ結合を順に当てはめ、当てはまるものがなくなると\(tokens)トークンが残ります。太い枠は新しくできたトークンです。"
    },
    columns: ["段階", "#トークン数", "トークンの並び"],
    bytes: { "バイト：\($0)トークン" },
    merges: { merges, count in "結合\(merges)回のあと：\(count)トークン" },
    fresh: { tokens in "新しくできたのは\(tokens.map { "「\($0)」" }.joined())です。" },
    none: "1バイトが1トークンです。",
    again: "同じトークンが、ほかの場所でもできました。",
    count: "文全体のトークン数"
  )

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let sample = try TokenRows.sample(context)
    guard let bytes = sample.steps.first else {
      throw context.missing(context.wording.reasons.noEncodedText)
    }
    // The same stretch of the text in all frames, whole tokens of the last of them.
    let ends = Self.ends(sample.tokens)
    let limit = ends.first { $0 >= 36 } ?? ends.last ?? 0
    let numbered = sample.steps.enumerated().map {
      ($0.offset, beginning($0.element, limit: limit))
    }
    // A step that changes nothing within what is shown teaches nothing.
    var changed: [(Int, [TokenPiece])] = []
    for step in numbered where step.1 != changed.last?.1 { changed.append(step) }
    let shown = FigureContext.spread(changed, 7)
    var before: (count: Int, tokens: [TokenPiece]) = (bytes.count, [])
    let frames = shown.map { merges, tokens in
      let old = Set(before.tokens.map(\.id))
      let isFresh = { (token: TokenPiece) in merges > 0 && !old.contains(token.id) }
      let items = zip(tokens, [0] + Self.ends(tokens)).map { token, start in
        var shown = TokenStrip.Token(token, isFresh: isFresh(token))
        // A token takes the place of its bytes, so that nothing moves when they merge.
        let end = start + token.bytes.count
        shown.covered = zip(bytes, [0] + Self.ends(bytes))
          .filter { $1 >= start && $1 < end }.map { TokenStrip.Token($0.0).columns }
        shown.isJoined = start > 0 && !ends.contains(start)
        return TokenStrip.Item.token(shown)
      }
      let count = sample.steps[merges].count
      defer { before = (count, tokens) }
      var fresh: [String] = []
      for token in tokens where isFresh(token) && !fresh.contains(token.shown) {
        fresh.append(token.shown)
      }
      return Film.Frame(
        merges == 0 ? words.bytes(count) : words.merges(merges, count),
        sentence: merges == 0 ? words.none : fresh.isEmpty ? words.again : words.fresh(fresh),
        check: Film.Check(
          ChangeCount.sum(before.count, less: before.count - count, and: 0), words.count),
        TokenStrip(rows: [TokenStrip.Row(items: items)]))
    }
    return context.figure(
      words.title,
      words.description(
        TerminalText.truncated(TerminalText.visible(sample.text), to: 60), bytes.count,
        sample.tokens.count),
      DataTable(
        words.columns,
        shown.map { merges, tokens in
          [
            merges == 0
              ? words.bytes(bytes.count)
              : words.merges(merges, sample.steps[merges].count),
            Numbers.count(sample.steps[merges].count),
            tokens.map { $0.shown }.joined(separator: " | "),
          ]
        }),
      Film(frames))
  }

  /// Where tokens end, in bytes.
  private static func ends(_ tokens: [TokenPiece]) -> [Int] {
    var end = 0
    return tokens.map { token in
      end += token.bytes.count
      return end
    }
  }

  /// Tokens that begin within the first `limit` bytes.
  private func beginning(_ tokens: [TokenPiece], limit: Int) -> [TokenPiece] {
    var used = 0
    return Array(
      tokens.prefix { token in
        defer { used += token.bytes.count }
        return used < limit
      })
  }
}
