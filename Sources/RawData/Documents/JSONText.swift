/// Writes records as JSON, in the order given, so that the same corpus has the same bytes.
enum JSONText {
  static func object(_ members: [(String, String)], indent: String = "") -> String {
    "{"
      + members.map { "\(indent.isEmpty ? "" : "\n  " + indent)\(quoted($0)): \(quoted($1))" }
      .joined(separator: indent.isEmpty ? ", " : ",") + (indent.isEmpty ? "}" : "\n\(indent)}")
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
