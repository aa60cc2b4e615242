import Files
import ModelFile
import Testing

@Suite("JSON")
struct JSONTests {
  private func parse(_ text: String, _ limits: JSONLimits = JSONLimits()) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), limits: limits)
  }

  private func text(_ value: JSONValue) -> String {
    String(decoding: value.bytes(), as: UTF8.self)
  }

  @Test("values of every kind come back as they were")
  func roundTrip() throws {
    let value: JSONValue = [
      "none": nil, "yes": true, "no": false, "count": 9_007_199_254_740_993,
      "small": .number(.leastNonzeroMagnitude), "third": .number(1.0 / 3),
      "text": "quote \" slash \\ line \n tab \t bell \u{7} 港 🐟",
      "list": [1, [2, []], .object([])],
    ]
    #expect(try JSONValue(parsing: value.bytes()) == sorted(value))
    #expect(try JSONValue(parsing: value.bytes(style: .indented)) == sorted(value))
    #expect(try JSONValue(parsing: value.bytes(sortedNames: false)) == value)
  }

  private func sorted(_ value: JSONValue) -> JSONValue {
    .object(value.members!.sorted { $0.name < $1.name })
  }

  @Test("members are written in the order of their names")
  func order() {
    #expect(text(["b": 1, "a": 2, "é": 3, "Z": 4]) == #"{"Z":4,"a":2,"b":1,"é":3}"#)
  }

  @Test("a float has the fewest digits that give it again")
  func floats() throws {
    for value: Float in [0.1, 1e-5, 3.402_823_5e38, -0.0, 16_777_216, 1.0 / 3] {
      let written = text(.float(value))
      #expect(Float(try parse(written).double!).bitPattern == value.bitPattern)
    }
    #expect(text(.float(0.1)) == "0.1")
    #expect(text(.float(.nan)) == "null")
    #expect(text(.number(.infinity)) == "null")
  }

  @Test("escapes and surrogate pairs are read")
  func escapes() throws {
    #expect(try parse(#""\u6e2f\/\b\f\r\uD83D\udc1F""#) == "港/\u{8}\u{C}\r🐟")
  }

  @Test("integers stay exact, larger ones become floating-point numbers")
  func numbers() throws {
    #expect(try parse("-9223372036854775808") == .integer(.min))
    #expect(try parse("1000000000000000019884624838656") == .number(1e30))
    #expect(try parse("-0") == .integer(0))
    #expect(try parse("1e2") == .number(100))
    #expect(try parse("12.0").integer == 12)
    #expect(try parse("12.5").integer == nil)
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1 2]",
      "tru", "nul", "truex", "01", "-", "1.", ".5", "1e", "1e999", "+1", "NaN", "'a'", "\"a",
      "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\n\"", "[1]x", "\u{FEFF}1",
    ])
  func malformed(text: String) {
    #expect(throws: JSONError.self) { try parse(text) }
  }

  @Test("invalid UTF-8 is refused, in plain strings and beside escapes")
  func invalidText() {
    for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0x5C, 0x6E, 0xC0, 0x80, 0x22]] {
      #expect(throws: JSONError.self) { try JSONValue(parsing: bytes) }
    }
  }

  @Test("a name that stands twice is refused, in small and in large objects")
  func duplicates() throws {
    #expect(throws: JSONError.self) { try parse(#"{"a":1,"a":2}"#) }
    let many = (0..<100).map { "\"n\($0)\":0" }.joined(separator: ",")
    #expect(try parse("{\(many)}").members?.count == 100)
    #expect(throws: JSONError.self) { try parse("{\(many),\"n50\":1}") }
    // Canonically equivalent, but other bytes.
    #expect(try parse("{\"\u{E9}\":1,\"e\u{301}\":2}").members?.count == 2)
    #expect(try parse("{\"\u{E9}\":1,\"e\u{301}\":2}")["e\u{301}"] == 2)
  }

  @Test("an error names the line")
  func line() {
    let error = #expect(throws: JSONError.self) { try parse("{\n\"a\": 1,\n\"b\" 2}") }
    #expect(error?.line == 3)
  }

  @Test("bombs are refused by depth, by number of values, by length and by digits")
  func bombs() {
    let deep = String(repeating: "[", count: 1_000_000)
    let wide = "[" + String(repeating: "[],", count: 2_000_000) + "0]"
    let objects = "[" + String(repeating: "{\"\":0},", count: 1_000_000) + "0]"
    let long = "\"" + String(repeating: "a", count: 20 << 20) + "\""
    let digits = String(repeating: "9", count: 1_000_000)
    for bomb in [deep, wide, objects, long, digits] {
      let error = #expect(throws: JSONError.self) { try parse(bomb) }
      #expect(error?.kind == .tooLarge)
    }
  }
}
