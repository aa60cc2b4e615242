import Record
import Visible

/// What of the reader's own text did not come to the model, told at the end of a build.
enum LeftOut {
  /// Below this a model hardly learns more than to repeat what it read.
  static let fewTokens = 20_000

  /// Names grouped by reason, the rarest reason first.
  static func byReason(
    _ files: [(name: String, reason: String)]
  ) -> [(reason: String, names: [String])] {
    Dictionary(grouping: files, by: \.reason)
      .map { ($0.key, $0.value.map(\.name)) }
      .sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }
  }

  /// Nothing for the toy world, whose documents and faults are all known.
  static func lines(_ run: Run) -> [String] {
    guard !run.setting.usesWorld else { return [] }
    var lines: [String] = []
    let files = (run[.collection]?.rejected ?? []).map { file in
      (file.path.isEmpty ? run.setting.dataName ?? "the file" : file.path, file.reason.en)
    }
    for (reason, names) in byReason(files) {
      let shown = names.prefix(3).map(VisibleText.line).joined(separator: ", ")
      let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
      lines.append("  not read    \(shown)\(rest): \(reason)")
    }
    for rule in run[.cleaning]?.rules ?? [] where rule.documentsDropped > 0 {
      lines.append("  dropped     \(count(rule.documentsDropped, "document")): \(rule.name.en)")
    }
    if let filter = run[.filter], filter.droppedCount > 0 {
      lines.append("  dropped     \(count(filter.droppedCount, "sentence")) found unsuitable")
    }
    guard !lines.isEmpty else { return [] }
    return ["", "Left out of your text (nakami clean shows more):"] + lines
  }

  /// One line when there is too little to learn from.
  static func warning(_ run: Run) -> [String] {
    let tokens = run[.dataset]?.parts.first { $0.name == .training }?.tokens ?? 0
    guard tokens < fewTokens else { return [] }
    return [
      "",
      "Warning: only \(count(tokens, "token")) left to train on; a model needs \(fewTokens) or more "
        + "to learn from, so add text.",
    ]
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
