/// Names of users behind an at sign, told apart from decorators, annotations and commands of programs.
enum UserName {
  /// Where the name ends whose at sign stands at `sign`; nil when it is none.
  static func end(in bytes: Bytes, at sign: Int) -> Int? {
    if sign > 0 {
      let last = bytes[sign - 1]
      if last.isASCIIAlphanumeric || "@_./-&=\\".utf8.contains(last) { return nil }
    }
    var end = sign + 1
    var hasLetter = false
    while end < bytes.count, bytes[end].isASCIIAlphanumeric || bytes[end] == UInt8(ascii: "_") {
      hasLetter = hasLetter || bytes[end].isASCIILetter
      end += 1
    }
    guard hasLetter, end - sign >= 3, end - sign <= 31,
      !words.contains(fingerprint(bytes[sign + 1..<end])), !isCode(bytes, sign, end)
    else { return nil }
    return end
  }

  /// A call, a package, an assignment, the rest of an address, or the decorator of a declaration.
  private static func isCode(_ bytes: Bytes, _ sign: Int, _ end: Int) -> Bool {
    guard end < bytes.count else { return false }
    if "(@/{[=".utf8.contains(bytes[end]) { return true }
    let next = end + 1 < bytes.count ? bytes[end + 1] : 0x20
    // `@app.route`, `@count += 1`
    if bytes[end] == UInt8(ascii: "."), next.isASCIILetter { return true }
    if bytes[end] == 0x20, end + 2 < bytes.count, "=+-|".utf8.contains(next),
      next == UInt8(ascii: "=") || bytes[end + 2] == UInt8(ascii: "=")
    {
      return true
    }
    return startsLine(bytes, sign) && declaration(bytes, after: end)
  }

  private static func startsLine(_ bytes: Bytes, _ sign: Int) -> Bool {
    var start = sign
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A
  }

  /// Whether the next word, in this line or behind the next line ends, begins a declaration.
  private static func declaration(_ bytes: Bytes, after end: Int) -> Bool {
    var start = end
    while start < bytes.count, bytes[start].isASCIISpace { start += 1 }
    // Another decorator may come between; what it stands before is looked at when its turn comes.
    guard start < bytes.count, start > end else { return false }
    if bytes[start] == UInt8(ascii: "@") {
      guard bytes[end..<start].contains(0x0A) else { return false }
      var next = start + 1
      while next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x20 { next += 1 }
      return startsLine(bytes, start) && declaration(bytes, after: next)
    }
    var word = start
    while word < bytes.count, bytes[word].isASCIILetter { word += 1 }
    return keywords.contains(fingerprint(bytes[start..<word]))
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { fingerprint($0.utf8) })
  }

  private static let keywords = set(
    "def class async public private protected internal fileprivate open static final abstract void "
      + "func fun function struct enum protocol extension interface let var val const import override "
      + "mutating init suspend int long double boolean bool float String export default")

  /// Words after an at sign that are commands of programs, not people.
  private static let words = set(
    "media import charset supports keyframes page layer namespace param params return returns throws "
      + "throw see since author authors version deprecated override property staticmethod classmethod "
      + "link code end interface implementation protocol selector font-face brief file details note "
      + "warning todo bug example private public protected internal module function class type typedef "
      + "callback extends implements inheritdoc copyright license exception value serial hidden "
      + "readonly abstract enum template yields include extend mixin use forward each for while apply "
      + "tailwind container viewport document scope main available escaping autoclosure objc testable "
      + "discardableResult inlinable frozen unknown preconcurrency Sendable MainActor ViewBuilder "
      + "State Binding Published ObservedObject StateObject Environment Test Suite Override Autowired "
      + "Deprecated SuppressWarnings FunctionalInterface Nullable NonNull NotNull Before After Bean "
      + "Entity Component Service ARGV INC latest next beta alpha")
}
