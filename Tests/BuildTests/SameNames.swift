import Testing

/// Compares what two values call by the same name: a record takes over what the engine found, so that each
/// of its numbers is the engine's number of that name.
/// - Parameter renamed: names of the record that mean another one of the source.
/// - Returns: the names that were compared.
@discardableResult func expectSameNamesSameValues(
  _ source: Any, _ record: Any, renamed: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) -> Set<String> {
  let known = values(of: source)
  var compared: Set<String> = []
  for (name, value) in values(of: record) {
    let original = renamed[name] ?? name
    guard let wanted = known[original] else { continue }
    compared.insert(name)
    #expect(value == wanted, "\(name) is not \(original)", sourceLocation: sourceLocation)
  }
  for name in renamed.keys {
    #expect(compared.contains(name), "nothing called \(name)", sourceLocation: sourceLocation)
  }
  // Else an exchange of two could not be seen.
  let shown = compared.compactMap { known[renamed[$0] ?? $0] }
  #expect(Set(shown).count == shown.count, "different values", sourceLocation: sourceLocation)
  return compared
}

/// Numbers of single and double precision alike as double precision, all else as it prints.
private func values(of value: Any) -> [String: String] {
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
