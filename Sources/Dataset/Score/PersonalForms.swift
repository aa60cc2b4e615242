import Names
import RawData

/// Ways in which people write what must be masked, and what looks like it and must stay.
///
/// What is to be masked stands in ⟦brackets⟧. All numbers are from ranges that belong to nobody, or invented
/// with the exchange 5550; all addresses end in `.example`.
public enum PersonalForms {
  /// One line of the table, and what became of it.
  public struct Judged: Sendable {
    public var origin: FormOrigin
    /// Without the brackets.
    public var text: String
    /// Something in it is to be masked.
    public var isPersonal: Bool
    /// What the rule made of it, and what it should have made.
    public var result: String
    public var wanted: String

    public var isRight: Bool { result == wanted }
  }

  /// The rule for personal data on every line of the table, after normalization as in cleaning.
  public static func judged() -> [Judged] {
    FormOrigin.allCases.flatMap { origin in
      table(of: origin).split(separator: "\n").map { judge(String($0), origin) }
    }
  }

  private static func judge(_ line: String, _ origin: FormOrigin) -> Judged {
    // A line end within a line of the table is written so.
    let line = line.replacing("⏎", with: "\n")
    let text = line.filter { $0 != "⟦" && $0 != "⟧" }
    return Judged(
      origin: origin, text: text, isPersonal: text != line,
      result: PersonalData.masked(normalized(text)).text, wanted: normalized(masked(line)))
  }

  private static func normalized(_ text: String) -> String {
    Normalizer.normalize(text, kind: .userText, language: nil)
  }

  /// The line with masks in the place of its brackets.
  private static func masked(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
      let datum = rest[rest.index(after: open)..<close]
      let kind: PersonalData.Kind =
        datum.hasPrefix("@")
        ? .user : datum.contains { $0 == "@" || $0 == "＠" } ? .mail : .telephone
      result += rest[..<open] + kind.rawValue
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func table(of origin: FormOrigin) -> String {
    switch origin {
    case .japan: japan
    case .unitedStates: unitedStates
    case .britain: britain
    case .germany: germany
    case .france: france
    case .programs: programs
    }
  }
}
