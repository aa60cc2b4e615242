import Testing

/// What two values call by the same name: a record takes over what the engine found, so that each of its
/// numbers is the engine's number of that name.
struct SameNames {
  /// Names of the record that the source has too.
  private(set) var compared: Set<String> = []
  /// Those whose values differ, and renamed ones that are missing.
  private(set) var different: Set<String> = []

  /// - Parameter renamed: names of the record that mean another one of the source.
  init(_ source: Any, _ record: Any, renamed: [String: String] = [:]) {
    let known = Self.values(of: source)
    for (name, value) in Self.values(of: record) {
      guard let wanted = known[renamed[name] ?? name] else { continue }
      compared.insert(name)
      if value != wanted { different.insert(name) }
    }
    different.formUnion(Set(renamed.keys).subtracting(compared))
    // Else an exchange of two could not be seen.
    let shown = compared.compactMap { known[renamed[$0] ?? $0] }
    precondition(Set(shown).count == shown.count, "different values for \(compared)")
  }

  /// Numbers of single and double precision alike as double precision, all else as it prints.
  private static func values(of value: Any) -> [String: String] {
    var values: [String: String] = [:]
    for (name, value) in Mirror(reflecting: value).children {
      guard let name else { continue }
      values[name] =
        switch value {
        case let value as Float: "\(Double(value))"
        case let value as Double: "\(value)"
        default: "\(value)"
        }
    }
    return values
  }
}
