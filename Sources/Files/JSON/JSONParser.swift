import Names

extension JSONValue {
  /// Reads a JSON text of bounded size.
  ///
  /// Strict as RFC 8259: no comments, no trailing commas, valid UTF-8, no lone surrogates. A name may
  /// stand only once in an object. Integers beyond 64 bits become floating-point numbers.
  /// Takes time proportional to the text.
  /// - Throws: what is wrong and where.
  public init(
    parsing text: UnsafeBufferPointer<UInt8>, limits: JSONLimits = JSONLimits()
  ) throws(JSONError) {
    var parser = JSONParser(text: text, limits: limits)
    self = try parser.document()
  }

  public init(
    parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(JSONError) {
    let result = bytes.withUnsafeBufferPointer { text in
      Result { () throws(JSONError) in try JSONValue(parsing: text, limits: limits) }
    }
    self = try result.get()
  }
}

private struct JSONParser {
  let text: UnsafeBufferPointer<UInt8>
  let limits: JSONLimits
  var position = 0
  var depth = 0
  var valueCount = 0

  mutating func document() throws(JSONError) -> JSONValue {
    guard text.count <= limits.byteCount else {
      throw failure(
        LocalizedText(
          en: "it is longer than \(limits.byteCount) bytes", ja: "\(limits.byteCount)バイトをこえています"),
        .tooLarge)
    }
    let value = try value()
    skipSpace()
    guard position == text.count else {
      throw failure(
        LocalizedText(en: "something follows the end of the value", ja: "値の終わりのあとに何かがあります"))
    }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    valueCount += 1
    guard valueCount <= limits.valueCount else {
      throw failure(
        LocalizedText(
          en: "it holds more than \(limits.valueCount) values", ja: "値が\(limits.valueCount)個をこえています"
        ), .tooLarge)
    }
    guard position < text.count else {
      throw failure(LocalizedText(en: "it ends where a value should stand", ja: "値があるはずの所で終わっています"))
    }
    switch text[position] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure(LocalizedText(en: "no value starts like this", ja: "このように始まる値はありません"))
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try open()
    var members: [JSONValue.Member] = []
    var isFirst = true
    while try !closes(UInt8(ascii: "}"), isFirst: isFirst) {
      isFirst = false
      skipSpace()
      guard position < text.count, text[position] == UInt8(ascii: "\"") else {
        throw failure(
          LocalizedText(en: "a name in quotes should stand here", ja: "ここには引用符で囲んだ名前が必要です"))
      }
      let name = try string()
      skipSpace()
      guard position < text.count, text[position] == UInt8(ascii: ":") else {
        throw failure(LocalizedText(en: "a colon should follow the name", ja: "名前のあとにはコロンが必要です"))
      }
      position += 1
      members.append(JSONValue.Member(name, try value()))
    }
    depth -= 1
    if let name = JSONNames.duplicate(among: members) {
      throw failure(
        LocalizedText(
          en: "the name \"\(FileError.shown(name))\" stands twice",
          ja: "名前「\(FileError.shown(name))」が二つあります"), .duplicateName)
    }
    return .object(members)
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try open()
    var values: [JSONValue] = []
    while try !closes(UInt8(ascii: "]"), isFirst: values.isEmpty) { values.append(try value()) }
    depth -= 1
    return .array(values)
  }

  private mutating func open() throws(JSONError) {
    position += 1
    depth += 1
    guard depth <= limits.depth else {
      throw failure(
        LocalizedText(
          en: "it is nested more than \(limits.depth) deep", ja: "入れ子が\(limits.depth)段をこえています"),
        .tooLarge)
    }
  }

  /// Passes the closing bracket or the comma before a further element.
  private mutating func closes(_ bracket: UInt8, isFirst: Bool) throws(JSONError) -> Bool {
    skipSpace()
    guard position < text.count else {
      throw failure(LocalizedText(en: "it ends within brackets", ja: "かっこの途中で終わっています"))
    }
    if text[position] == bracket {
      position += 1
      return true
    }
    if !isFirst {
      guard text[position] == UInt8(ascii: ",") else {
        throw failure(
          LocalizedText(
            en: "a comma or a closing bracket should stand here", ja: "ここにはコンマか閉じかっこが必要です"))
      }
      position += 1
    }
    return false
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= text.count else {
      throw failure(LocalizedText(en: "no value starts like this", ja: "このように始まる値はありません"))
    }
    for index in 0..<word.utf8CodeUnitCount {
      guard text[position + index] == word.utf8Start[index] else {
        throw failure(LocalizedText(en: "no value starts like this", ja: "このように始まる値はありません"))
      }
    }
    position = end
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    var isInteger = true
    if text[position] == UInt8(ascii: "-") { position += 1 }
    let first = position
    guard digits() > 0 else {
      throw failure(
        LocalizedText(en: "a digit should follow the minus sign", ja: "マイナスのあとには数字が必要です"))
    }
    guard text[first] != UInt8(ascii: "0") || position == first + 1 else {
      throw failure(LocalizedText(en: "a number may not start with 0", ja: "数は0で始められません"))
    }
    if position < text.count, text[position] == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      guard digits() > 0 else {
        throw failure(
          LocalizedText(en: "a digit should follow the decimal point", ja: "小数点のあとには数字が必要です"))
      }
    }
    if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if position < text.count,
        text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      guard digits() > 0 else {
        throw failure(
          LocalizedText(en: "a digit should follow the exponent's e", ja: "指数のeのあとには数字が必要です"))
      }
    }
    guard position - start <= 1000 else {
      throw failure(LocalizedText(en: "a number is too long", ja: "数が長すぎます"), .tooLarge)
    }
    let literal = String(decoding: text[start..<position], as: UTF8.self)
    if isInteger, let integer = Int(literal) { return .integer(integer) }
    guard let double = Double(literal), double.isFinite else {
      throw failure(
        LocalizedText(
          en: "the number \(FileError.shown(literal)) is beyond the range of numbers",
          ja: "数\(FileError.shown(literal))は大きすぎて表せません"))
    }
    return .number(double)
  }

  private mutating func digits() -> Int {
    let start = position
    while position < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position]) {
      position += 1
    }
    return position - start
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    while position < text.count, text[position] >= 0x20, text[position] != UInt8(ascii: "\""),
      text[position] != UInt8(ascii: "\\")
    {
      position += 1
    }
    if position < text.count, text[position] == UInt8(ascii: "\"") {
      let result = try valid(UnsafeBufferPointer(rebasing: text[start..<position]))
      position += 1
      return result
    }
    return try stringWithEscapes(from: start)
  }

  private mutating func stringWithEscapes(from start: Int) throws(JSONError) -> String {
    var bytes = Array(text[start..<position])
    while true {
      guard position < text.count else {
        throw failure(LocalizedText(en: "it ends within a string", ja: "文字列の途中で終わっています"))
      }
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "\""):
        let result = bytes.withUnsafeBufferPointer { buffer in
          Result { () throws(JSONError) in try valid(buffer) }
        }
        position += 1
        return try result.get()
      case UInt8(ascii: "\\"):
        position += 1
        bytes.append(contentsOf: try escape())
      case 0..<0x20:
        throw failure(
          LocalizedText(en: "a control character stands in a string", ja: "文字列に制御文字があります"))
      default:
        bytes.append(byte)
        position += 1
      }
    }
  }

  private func valid(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> String {
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw failure(LocalizedText(en: "a string is not valid UTF-8", ja: "文字列が正しいUTF-8ではありません"))
    }
    return string
  }

  private mutating func escape() throws(JSONError) -> [UInt8] {
    guard position < text.count else {
      throw failure(LocalizedText(en: "it ends within a string", ja: "文字列の途中で終わっています"))
    }
    let byte = text[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"): break
    default:
      throw failure(
        LocalizedText(en: "no escape sequence starts like this", ja: "このように始まるエスケープはありません"))
    }
    var code = try hexadecimal()
    if code & 0xFC00 == 0xD800, position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
      text[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = try hexadecimal()
      guard low & 0xFC00 == 0xDC00 else {
        throw failure(
          LocalizedText(en: "half a surrogate pair stands alone", ja: "サロゲートの片方だけがあります"))
      }
      code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw failure(LocalizedText(en: "half a surrogate pair stands alone", ja: "サロゲートの片方だけがあります"))
    }
    return Array(String(scalar).utf8)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard position + 4 <= text.count else {
      throw failure(LocalizedText(en: "it ends within a string", ja: "文字列の途中で終わっています"))
    }
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(text[position])).hexDigitValue else {
        throw failure(
          LocalizedText(en: "four hexadecimal digits should follow \\u", ja: "\\uのあとには16進数が4桁必要です"))
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }

  private mutating func skipSpace() {
    while position < text.count {
      switch text[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func failure(
    _ problem: LocalizedText, _ kind: JSONError.Kind = .malformed
  ) -> JSONError {
    let end = min(position, text.count)
    var line = 1
    for index in 0..<end where text[index] == 0x0A { line += 1 }
    return JSONError(kind: kind, line: line, offset: end, problem: problem)
  }
}
