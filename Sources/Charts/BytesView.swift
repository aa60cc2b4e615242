import Markup

/// The first bytes of a file in hexadecimal and as characters, with what each stretch of them means.
public struct BytesView: Chart, Equatable {
  /// A stretch of bytes that belong together.
  public struct Part: Sendable, Equatable {
    public var range: Range<Int>
    public var name: String
    public var meaning: String

    /// The stretch at `range`, counted from the first byte shown.
    public init(_ range: Range<Int>, name: String, meaning: String) {
      self.range = range
      self.name = name
      self.meaning = meaning
    }
  }

  public var bytes: [UInt8]
  public var parts: [Part]

  public init(_ bytes: [UInt8], parts: [Part]) {
    self.bytes = bytes
    self.parts = parts
  }

  package static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }

  static func character(_ byte: UInt8) -> String {
    byte >= 0x20 && byte < 0x7F ? String(UnicodeScalar(byte)) : "·"
  }

  private func part(of index: Int) -> Int? { parts.firstIndex { $0.range.contains(index) } }

  /// Stretches of `indices` that lie in the same part.
  private func stretches(_ indices: Range<Int>) -> [(range: Range<Int>, part: Int?)] {
    var result: [(range: Range<Int>, part: Int?)] = []
    for index in indices {
      let part = part(of: index)
      if let last = result.last, last.part == part {
        result[result.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        result.append((index..<(index + 1), part))
      }
    }
    return result
  }

  private func role(_ part: Int?) -> Role { part.map { .mark($0) } ?? .plain }

  public func drawing(_ frame: DrawingFrame) -> Drawing {
    let perRow = frame.width >= 600 ? 16 : 8
    let column = SVG.column
    var content: [Markup] = []
    var y = 0.0
    for start in stride(from: 0, to: bytes.count, by: perRow) {
      let row = start..<min(start + perRow, bytes.count)
      content.append(SVG.fixedText(0, y + 15, TerminalText.aligned(String(start), to: 4), "in-dim"))
      for (range, part) in stretches(row) {
        let offset = Double(range.lowerBound - start)
        let count = Double(range.count)
        let (hexX, textX) = (
          44 + offset * 3 * column, 54 + Double(perRow) * 3 * column + offset * column
        )
        let role = self.role(part)
        if part != nil {
          content.append(SVG.rect(hexX - 3, y, count * 3 * column - 1.5, 20, "box " + role.name))
          content.append(SVG.rect(textX, y, count * column, 20, "box " + role.name))
        }
        let hex = range.map { Self.hex(bytes[$0]) }.joined(separator: " ")
        let text = range.map { Self.character(bytes[$0]) }.joined()
        content.append(SVG.fixedText(hexX, y + 15, hex, "in-" + role.name))
        content.append(SVG.fixedText(textX, y + 15, text, "in-" + role.name))
      }
      y += 22
    }
    let width = 54 + Double(perRow) * 4 * column + 6
    y += 10
    for (index, part) in parts.enumerated() {
      content.append(SVG.rect(0, y, 22, 18, "box mark\(index % Role.markCount)"))
      content.append(
        SVG.text(
          11, y + 13, "\(index + 1)", "small in-mark\(index % Role.markCount)", anchor: .middle))
      content.append(SVG.text(30, y + 14, part.name, "small strong"))
      y += 20
      for line in SVG.wrapped(part.meaning, to: frame.width - 34) where !line.isEmpty {
        content.append(SVG.text(30, y + 13, line, "small"))
        y += 17
      }
      y += 5
    }
    return Drawing(width: max(frame.width, width), height: y, content: content)
  }

  public func terminal(_ frame: TerminalFrame) -> [StyledLine] {
    let perRow = frame.width >= 72 ? 16 : frame.width >= 42 ? 8 : 4
    let isPlain = !frame.style.paintsCells
    var lines: [StyledLine] = []
    for start in stride(from: 0, to: bytes.count, by: perRow) {
      let row = start..<min(start + perRow, bytes.count)
      var line = StyledLine(TerminalText.aligned(String(start), to: 4), .dim)
      var text = StyledLine()
      for (range, part) in stretches(row) {
        for index in range {
          let isFirst = isPlain && (index == part.map { parts[$0].range.lowerBound })
          line.append(isFirst ? "[" : " ")
          line.append(Self.hex(bytes[index]), role(part))
        }
        text.append(range.map { Self.character(bytes[$0]) }.joined(), role(part))
      }
      line.pad(to: 4 + perRow * 3 + 2)
      line.append(text)
      lines.append(line)
    }
    lines.append(StyledLine())
    for (index, part) in parts.enumerated() {
      let place = "\(part.range.lowerBound)–\(part.range.upperBound - 1)"
      var line = StyledLine(" \(index + 1) ", .mark(index))
      line.append(
        " " + TerminalText.truncated("\(place)  \(part.name)", to: frame.width - 5), .strong)
      lines.append(line)
      lines += TerminalText.wrapped(part.meaning, to: frame.width - 4).map {
        StyledLine("    " + $0)
      }
    }
    return lines
  }
}
