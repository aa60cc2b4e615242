extension JSONValue {
  /// How JSON is laid out.
  public enum Style: Sendable {
    /// No white space.
    case compact
    /// Two spaces a level, one member or element a line.
    case indented
  }

  /// The JSON text of the value: the same bytes for the same value on every machine.
  ///
  /// Numbers have the fewest digits that give the same value again; one that is not finite, which
  /// JSON cannot say, is written as `null`.
  /// - Parameter sortedNames: orders the members of all objects by the bytes of their names.
  public func bytes(style: Style = .compact, sortedNames: Bool = true) -> [UInt8] {
    var writer = JSONWriter(isIndented: style == .indented, sortedNames: sortedNames)
    writer.write(self, level: 0)
    return writer.bytes
  }
}

private struct JSONWriter {
  let isIndented: Bool
  let sortedNames: Bool
  var bytes: [UInt8] = []

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: append("null")
    case .bool(let value): append(value ? "true" : "false")
    case .integer(let value): append(value.description)
    case .number(let value): append(value.isFinite ? value.description : "null")
    case .string(let value): write(value)
    case .array(let values):
      list("[", "]", values, level) { writer, value in writer.write(value, level: level + 1) }
    case .object(var members):
      if sortedNames {
        members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      }
      list("{", "}", members, level) { writer, member in
        writer.write(member.name)
        writer.append(writer.isIndented ? ": " : ":")
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func list<Element>(
    _ opening: StaticString, _ closing: StaticString, _ elements: [Element], _ level: Int,
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    append(opening.description)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      breakLine(level + 1)
      writeElement(&self, element)
    }
    if !elements.isEmpty { breakLine(level) }
    append(closing.description)
  }

  private mutating func breakLine(_ level: Int) {
    guard isIndented else { return }
    bytes.append(0x0A)
    for _ in 0..<2 * level { bytes.append(0x20) }
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        append("\\u00" + (byte < 16 ? "0" : "") + digits)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
