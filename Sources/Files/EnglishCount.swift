/// How many of something, as English writes it: `1 document`, `2 documents`.
package enum EnglishCount {
  /// - Parameter noun: for one, of those that take an `s` for more.
  package static func of(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
