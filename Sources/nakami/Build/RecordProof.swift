import Names
import Record

/// What every run must pass before it takes the place of an older one: it must not contradict itself.
enum RecordProof {
  /// - Returns: how many equations hold.
  /// - Throws: `CommandError` with the first violated equation.
  static func demand(_ run: Run) throws(CommandError) -> Int {
    let report = EquationReport(run)
    do {
      try report.demand()
    } catch {
      throw .data(
        en: "what was recorded contradicts itself in \(error.name) (\(error.row)): "
          + "\(error.problem.en.prefix(300)); nothing was replaced, and this is a fault of nakami: "
          + "please report this line",
        ja: "記録に矛盾があります：\(error.name)（\(error.row)）：\(error.problem.ja.prefix(300))。"
          + "何も置き換えていません。これはnakamiの不具合です。この行を報告してください")
    }
    return report.entries.count
  }

  /// - Parameter folder: of the run, where `nakami check` has to be told it.
  static func line(
    _ count: Int, folder: String? = nil, _ language: Language = .ofReader
  ) -> String {
    let command = "nakami check" + (folder.map { " " + $0 } ?? "")
    return LocalizedText(
      en: "\(count) equation\(count == 1 ? " holds" : "s hold") in this run (\(command))",
      ja: "この記録では\(count)個の等式が成り立っています（\(command)）")[language]
  }
}
