import Names

/// Takes the marks within a line of Markdown off: emphasis, links, tags, code spans.
///
/// Underscores, stars and brackets that belong to a name stay: `a*b*c`, `__init__`, `argv[1]`.
struct MarkdownInline {
  private let bytes: Bytes
  private let labels: Set<UInt64>
  /// Where a comment that began in an earlier line ends.
  private(set) var commentEnd = 0

  init(_ bytes: Bytes, labels: Set<UInt64>) {
    self.bytes = bytes
    self.labels = labels
  }

  mutating func convert(_ start: Int, _ end: Int, into edits: inout EditList) {
    var place = start
    /// The closing half of what was opened, the nearest last.
    var closings: [Range<Int>] = []
    while place < end {
      if let closing = closings.last, closing.lowerBound == place {
        edits.remove(closing.lowerBound, closing.upperBound, rule: .lightMarkup)
        place = closing.upperBound
        closings.removeLast()
        continue
      }
      // What is further away belongs to something else, and time stays linear.
      let limit = min(closings.last?.lowerBound ?? end, place + 4_000)
      switch bytes[place] {
      case UInt8(ascii: "\\"):
        if place + 1 < limit, "\\`*_[]#<>!".utf8.contains(bytes[place + 1]) {
          edits.remove(place, place + 1, rule: .lightMarkup)
          place += 2
          continue
        }
      case UInt8(ascii: "`"):
        let length = run(of: UInt8(ascii: "`"), at: place, limit)
        if let close = codeEnd(place + length, length, limit) {
          edits.remove(place, place + length, rule: .lightMarkup)
          edits.remove(close, close + length, rule: .lightMarkup)
          place = close + length
        } else {
          place += length
        }
        continue
      case UInt8(ascii: "["):
        if let citation = citation(place, start, limit) {
          var from = place
          while from > start, bytes[from - 1] == 0x20, from > (edits.edits.last?.end ?? 0) {
            from -= 1
          }
          edits.remove(from, citation, rule: .citations)
          place = citation
          continue
        }
        if let link = link(place, start, limit) {
          edits.remove(place, link.textStart, rule: .lightMarkup)
          closings.append(link.textEnd..<link.end)
          place = link.textStart
          continue
        }
      case UInt8(ascii: "!"):
        if place + 1 < limit, bytes[place + 1] == UInt8(ascii: "["),
          let image = link(place + 1, place + 1, limit)
        {
          edits.remove(place, image.end, rule: .lightMarkup)
          place = image.end
          continue
        }
      case UInt8(ascii: "<"):
        if bytes.has("<!--", at: place) {
          if let close = find("-->", from: place + 4, to: bytes.count) {
            edits.remove(place, close + 3, rule: .lightMarkup)
            place = close + 3
            if place > end { commentEnd = place }
            continue
          }
        } else if let tag = tag(place, limit) {
          edits.remove(place, tag, rule: .lightMarkup)
          place = tag
          continue
        } else if let close = addressEnd(place, limit) {
          edits.remove(place, place + 1, rule: .lightMarkup)
          closings.append(close..<close + 1)
          place += 1
          continue
        }
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        if let pair = emphasis(place, start, limit) {
          edits.remove(place, place + pair.length, rule: .lightMarkup)
          closings.append(pair.close..<pair.close + pair.length)
          place += pair.length
        } else {
          place += run(of: bytes[place], at: place, limit)
        }
        continue
      default: break
      }
      place += 1
    }
  }

  private func run(of mark: UInt8, at start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, bytes[place] == mark { place += 1 }
    return place - start
  }

  private func find(_ text: StaticString, from start: Int, to end: Int) -> Int? {
    var place = start
    let limit = end - text.utf8CodeUnitCount
    while place <= limit {
      if bytes.has(text, at: place) { return place }
      place += 1
    }
    return nil
  }

  /// Where a run of exactly `length` backticks ends a code span.
  private func codeEnd(_ start: Int, _ length: Int, _ end: Int) -> Int? {
    var place = start
    while place < end {
      guard bytes[place] == UInt8(ascii: "`") else {
        place += 1
        continue
      }
      let found = run(of: UInt8(ascii: "`"), at: place, end)
      if found == length { return place }
      place += found
    }
    return nil
  }

  /// Whether a byte belongs to a name or a number.
  private func isName(_ place: Int) -> Bool {
    bytes[place].isASCIIAlphanumeric || bytes[place] == UInt8(ascii: "_")
  }

  /// The end of `[1]`, `[^note]` or `[citation needed]`; `argv[1]` is none.
  private func citation(_ place: Int, _ start: Int, _ end: Int) -> Int? {
    for text in ["[citation needed]", "[要出典]"] as [StaticString] where bytes.has(text, at: place) {
      return place + text.utf8CodeUnitCount
    }
    guard let close = bytes.first(UInt8(ascii: "]"), from: place, to: end), close > place + 1,
      close + 1 == bytes.count || !"([:".utf8.contains(bytes[close + 1])
    else { return nil }
    if bytes[place + 1] == UInt8(ascii: "^") { return close + 1 }
    guard close - place <= 4, (place + 1..<close).allSatisfy({ bytes[$0].isASCIIDigit }),
      place == start || !isName(place - 1) && !")]`".utf8.contains(bytes[place - 1])
    else { return nil }
    return close + 1
  }

  /// `[text](target)`, `[text][label]`, `[text][]` or `[label]`.
  private func link(
    _ place: Int, _ start: Int, _ end: Int
  ) -> (textStart: Int, textEnd: Int, end: Int)? {
    guard let close = closingBracket(place, end) else { return nil }
    let text = place + 1..<close
    let next = close + 1
    if next < end, bytes[next] == UInt8(ascii: "(") {
      // Brackets within the target come in pairs.
      var depth = 0
      for finish in next..<end {
        if bytes[finish] == UInt8(ascii: "(") { depth += 1 }
        if bytes[finish] == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 { return (text.lowerBound, text.upperBound, finish + 1) }
      }
      return nil
    }
    if next < end, bytes[next] == UInt8(ascii: "["),
      let finish = bytes.first(UInt8(ascii: "]"), from: next, to: end)
    {
      let isDefined = labels.contains(MarkdownPass.key(bytes, next + 1..<finish))
      let isEmpty = finish == next + 1
      if isDefined || isEmpty && (place == start || !isName(place - 1)) {
        return (text.lowerBound, text.upperBound, finish + 1)
      }
      return nil
    }
    guard !text.isEmpty, labels.contains(MarkdownPass.key(bytes, text)) else { return nil }
    return (text.lowerBound, text.upperBound, next)
  }

  /// The bracket that closes the one at `place`.
  private func closingBracket(_ place: Int, _ end: Int) -> Int? {
    var depth = 0
    for close in place..<min(end, place + 2_000) {
      if bytes[close] == UInt8(ascii: "[") { depth += 1 }
      if bytes[close] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return close }
      }
    }
    return nil
  }

  private static let tags: Set<UInt64> = Set(
    ("a abbr b big blockquote br caption center cite code dd del details div dl dt em figcaption "
      + "figure font h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p picture pre q rp rt ruby "
      + "s samp section small source span strike strong sub summary sup svg table tbody td tfoot th "
      + "thead tr tt u ul var video wbr").split(separator: " ").map { fingerprint($0.utf8) })

  /// The end of a tag of HTML; `<T>` and `a < b` are none.
  private func tag(_ place: Int, _ end: Int) -> Int? {
    var name = place + 1
    if name < end, bytes[name] == UInt8(ascii: "/") { name += 1 }
    var close = name
    while close < end, bytes[close].isASCIIAlphanumeric { close += 1 }
    guard close > name, close < end,
      Self.tags.contains(fingerprint(bytes[name..<close].lazy.map { $0.lowercasedASCII })),
      bytes[close].isASCIISpace || bytes[close] == UInt8(ascii: ">")
        || bytes[close] == UInt8(ascii: "/")
    else { return nil }
    return bytes.first(UInt8(ascii: ">"), from: close, to: end).map { $0 + 1 }
  }

  /// Where `<https://…>` closes.
  private func addressEnd(_ place: Int, _ end: Int) -> Int? {
    guard let close = bytes.first(UInt8(ascii: ">"), from: place, to: end),
      find("://", from: place + 2, to: close) != nil
        || find("mailto:", from: place, to: close) != nil,
      !(place..<close).contains(where: { bytes[$0].isASCIISpace })
    else { return nil }
    return close
  }

  /// An emphasis that opens at `place`: the length of its mark, and where the closing mark stands.
  private func emphasis(_ place: Int, _ start: Int, _ end: Int) -> (length: Int, close: Int)? {
    let mark = bytes[place]
    let length = run(of: mark, at: place, end)
    let text = place + length
    guard length <= 3, text < end, !bytes[text].isASCIISpace else { return nil }
    if place > start, isName(place - 1) { return nil }
    var close = text
    while close < end {
      // A mark in a code span is none.
      if bytes[close] == UInt8(ascii: "`") {
        let ticks = run(of: UInt8(ascii: "`"), at: close, end)
        close = codeEnd(close + ticks, ticks, end).map { $0 + ticks } ?? close + ticks
        continue
      }
      guard bytes[close] == mark else {
        close += 1
        continue
      }
      let found = run(of: mark, at: close, end)
      let next = close + found
      if found == length, !bytes[close - 1].isASCIISpace, next == end || !isName(next) {
        // `__init__` is a name.
        let isIdentifier =
          length == 2 && mark == UInt8(ascii: "_") && (text..<close).allSatisfy(isName)
        return isIdentifier ? nil : (length, close)
      }
      close = next
    }
    return nil
  }
}
