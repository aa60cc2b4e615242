import Charts
import Names
import Record

/// A character, its bytes, and the tokens that hold them.
struct SplitCharacter: FigureDefinition {
  let name = "split-character"
  let row = "L2d"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ character: String, _ bytes: String, _ pieces: String) -> String
    var columns: [String]
    var rows: [String]
    var noSplit: String
  }

  static let english = Words(
    title: "A character, its bytes, and the tokens that hold them",
    description: { character, bytes, pieces in
      "“\(character)” is the bytes \(bytes). Its tokens: \(pieces). A token may end in the middle of a "
        + "character, for it knows bytes only."
    },
    columns: ["Character", "Bytes", "Tokens"],
    rows: ["characters", "bytes (UTF-8, hexadecimal)", "tokens and their ids"],
    noSplit: "no sample of this run holds a character of more than one byte"
  )

  static let japanese = Words(
    title: "一つの文字と、そのバイトと、それを持つトークン",
    description: { character, bytes, pieces in
      "「\(character)」のバイトは\(bytes)です。トークンは\(pieces)。トークンが知っているのはバイトだけなので、文字の途中で切れることもあります。"
    },
    columns: ["文字", "バイト", "トークン"],
    rows: ["文字", "バイト（UTF-8、十六進）", "トークンとID"],
    noSplit: "この実行の見本には、2バイト以上の文字がありません"
  )

  private typealias Sample = TokenizationRecord.EncodingSample

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
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
        words.rows[0],
        around(lead)
          + [Ladder.Cell(String(place.character), span: place.bytes.count, role: .fresh)]
          + around(tail)),
      Ladder.Row(
        words.rows[1],
        bytes.enumerated().map { index, byte in
          let isInside = index >= lead && index < lead + place.bytes.count
          return Ladder.Cell(TokenRows.hex([byte]), span: 1, role: isInside ? .fresh : .plain)
        }),
      Ladder.Row(
        words.rows[2],
        place.tokens.enumerated().map { index, token in
          Ladder.Cell(
            token.shown, note: String(token.id), span: token.bytes.count,
            role: .token(index))
        }),
    ])
    let pieces = place.tokens.map { context.names.noted($0.shown, String($0.id)) }
    return context.figure(
      words.title,
      words.description(
        String(place.character), TokenRows.hex(place.bytes), context.names.list(pieces)),
      DataTable(
        words.columns,
        [[String(place.character), TokenRows.hex(place.bytes), pieces.joined(separator: " | ")]]),
      ladder)
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

  private func places(_ sample: Sample) -> [Place] {
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
