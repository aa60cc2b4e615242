import Names

/// The rules of cleaning on a command line.
enum RuleNames {
  /// The rules that `--without` leaves out.
  /// - Throws: `CommandError.usage` for a name that no rule has, with all that there are.
  static func without(_ arguments: Arguments) throws(CommandError) -> Set<RuleID> {
    var rules: Set<RuleID> = []
    for name in arguments.list("--without") {
      guard let rule = RuleID.allCases.first(where: { $0.commandName == name }) else {
        let names = all.joined(separator: ", ")
        throw .usage(
          en: "--without takes one of \(names), not \(name)",
          ja: "--withoutに\(name)は使えません。\(names)のどれかにしてください")
      }
      rules.insert(rule)
    }
    return rules
  }

  static let all = RuleID.allCases.map(\.commandName)

  /// The names in lines that a terminal takes.
  fileprivate static let lines: String = {
    var lines = ["  "]
    for name in all {
      if lines[lines.count - 1].count + name.count > 76 { lines.append("  ") }
      lines[lines.count - 1] += name + " "
    }
    return lines.map { String($0.dropLast()) }.joined(separator: "\n")
  }()
}

extension LocalizedText {
  /// What `--without` may be followed by.
  static let rulesOfCleaning = LocalizedText(
    en: "rules of cleaning:\n" + RuleNames.lines, ja: "掃除の規則：\n" + RuleNames.lines)
}
