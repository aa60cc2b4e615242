import Charts
import Names
import Record

/// Figures of L2d: texts seen through the tokenizer.
enum EncodingFigures {
  static let makers: [(name: String, make: FigureCatalog.Maker)] = [
    ("token-text", tokenText), ("encoding-steps", steps), ("split-character", split),
  ]

  private typealias Sample = TokenizationRecord.EncodingSample

  private static func sample(_ context: FigureContext) throws(FigureError) -> Sample {
    guard let sample = context.exhibits.encodingSample else {
      throw context.missing(context.wording.tokens.noSample)
    }
    return sample
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { BytesView.hex($0).uppercased() }.joined(separator: " ")
  }

  /// Rows of a table for tokens in their order.
  static func cells(_ tokens: [TokenPiece]) -> [[String]] {
    tokens.enumerated().map { index, token in
      [
        Numbers.count(index), token.shown,
        String(token.id), hex(token.bytes),
      ]
    }
  }

  @Sendable private static func tokenText(_ context: FigureContext) throws(FigureError) -> Figure {
    let sample = try sample(context)
    let words = context.wording.tokens
    let tokens = Array(sample.tokens.prefix(120))
    return context.figure(
      words.textTitle,
      words.textDescription(
        Numbers.bytes(sample.text.utf8.count), context.names.tokens(sample.tokens.count),
        TerminalText.truncated(TerminalText.visible(sample.text), to: 100)),
      DataTable(words.tokenColumns, cells(tokens)),
      TokenStrip(rows: [TokenStrip.Row(tokens: tokens)]))
  }

  /// Tokens that begin within the first `limit` bytes.
  private static func beginning(_ tokens: [TokenPiece], limit: Int) -> [TokenPiece] {
    var used = 0
    return Array(
      tokens.prefix { token in
        defer { used += token.bytes.count }
        return used < limit
      })
  }

  @Sendable private static func steps(_ context: FigureContext) throws(FigureError) -> Figure {
    let sample = try sample(context)
    let words = context.wording.tokens
    guard let bytes = sample.steps.first else { throw context.missing(words.noSample) }
    let limit = 36
    let numbered = sample.steps.enumerated().map {
      ($0.offset, beginning($0.element, limit: limit))
    }
    // A step that changes nothing within what is shown teaches nothing.
    var changed: [(Int, [TokenPiece])] = []
    for step in numbered where step.1 != changed.last?.1 { changed.append(step) }
    let shown = FigureContext.spread(changed, 7)
    var before: [TokenPiece] = []
    let rows = shown.map { merges, tokens in
      let old = Set(before.map(\.id))
      let items = tokens.map { token in
        TokenStrip.Item.token(
          TokenStrip.Token(token, isFresh: merges > 0 && !old.contains(token.id)))
      }
      before = tokens
      let count = sample.steps[merges].count
      return TokenStrip.Row(
        label: merges == 0 ? words.stepsBytes(count) : words.stepsMerges(merges, count),
        items: items)
    }
    return context.figure(
      words.stepsTitle,
      words.stepsDescription(
        TerminalText.truncated(TerminalText.visible(sample.text), to: 60), bytes.count,
        sample.tokens.count),
      DataTable(
        words.stepsColumns,
        shown.map { merges, tokens in
          [
            merges == 0
              ? words.stepsBytes(bytes.count)
              : words.stepsMerges(merges, sample.steps[merges].count),
            Numbers.count(sample.steps[merges].count),
            tokens.map { $0.shown }.joined(separator: " | "),
          ]
        }),
      TokenStrip(rows: rows))
  }

  /// Characters of a text with the tokens that hold their bytes.
  private struct Place {
    var character: Character
    var bytes: [UInt8]
    /// Tokens that overlap it, and the byte where the first of them begins.
    var tokens: [TokenPiece]
    var start: Int
    var firstStart: Int
  }

  @Sendable private static func split(_ context: FigureContext) throws(FigureError) -> Figure {
    let words = context.wording.tokens
    let places = try context[.tokenization].samples.flatMap(places)
    // A character whose bytes lie in several tokens says most; else the longest one.
    guard
      let place = places.max(by: {
        ($0.tokens.count, $0.bytes.count) < ($1.tokens.count, $1.bytes.count)
      }), place.bytes.count > 1
    else { throw context.missing(words.noSplit) }
    let span = place.tokens.reduce(0) { $0 + $1.bytes.count }
    let bytes = place.tokens.flatMap(\.bytes)
    let (lead, rest) = (place.start - place.firstStart, span - place.bytes.count)
    let tail = rest - lead
    let around = { (count: Int) in
      count > 0 ? [Ladder.Cell("…", span: count, role: .plain)] : []
    }
    let ladder = Ladder([
      Ladder.Row(
        words.splitRows[0],
        around(lead)
          + [Ladder.Cell(String(place.character), span: place.bytes.count, role: .fresh)]
          + around(tail)),
      Ladder.Row(
        words.splitRows[1],
        bytes.enumerated().map { index, byte in
          let isInside = index >= lead && index < lead + place.bytes.count
          return Ladder.Cell(hex([byte]), span: 1, role: isInside ? .fresh : .plain)
        }),
      Ladder.Row(
        words.splitRows[2],
        place.tokens.enumerated().map { index, token in
          Ladder.Cell(
            token.shown, note: String(token.id), span: token.bytes.count,
            role: .token(index))
        }),
    ])
    let pieces = place.tokens.map { "\($0.shown) (\($0.id))" }
    return context.figure(
      words.splitTitle,
      words.splitDescription(
        String(place.character), hex(place.bytes), context.names.list(pieces)),
      DataTable(
        words.splitColumns,
        [[String(place.character), hex(place.bytes), pieces.joined(separator: " | ")]]), ladder)
  }

  private static func places(_ sample: Sample) -> [Place] {
    let tokens = sample.tokens.filter { !$0.isSpecial }
    var ends: [Int] = []
    for token in tokens { ends.append((ends.last ?? 0) + token.bytes.count) }
    var start = 0
    return sample.text.prefix(400).compactMap { character in
      let bytes = Array(String(character).utf8)
      defer { start += bytes.count }
      guard bytes.count > 1, bytes.count <= 6,
        let first = ends.firstIndex(where: { $0 > start }),
        let last = ends.firstIndex(where: { $0 >= start + bytes.count })
      else { return nil }
      return Place(
        character: character, bytes: bytes, tokens: Array(tokens[first...last]), start: start,
        firstStart: ends[first] - tokens[first].bytes.count)
    }
  }
}
