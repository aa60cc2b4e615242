import Foundation
import Names
import Record

extension Command {
  static let check = Command(
    name: "check",
    summary: "recomputes a recorded run from its own parts and says what does not agree",
    usage: "[DIR] [options]",
    options: [
      Option("--all", nil, "list every equation, not only the violated ones"),
      Option("--recompute", "NAME", "explain one equation and write out its first comparison"),
    ],
    examples: [
      ("nakami check", "the run in Output: do its numbers agree with each other?"),
      ("nakami check Mine --all", "every equation of the run in Mine, with what it compared"),
      ("nakami check --recompute merges-join-bytes", "one equation, in words and in numbers"),
    ],
    run: CheckCommand.run)
}

/// Lets a recording prove itself; see ``Equation``.
enum CheckCommand {
  static func run(_ arguments: Arguments) throws {
    let name = arguments.string("--recompute")
    if let name { try expectEquation(called: name) }
    let folder = try runFolder(try arguments.oneWord(called: "folder") ?? "Output")
    let report = EquationReport(try RunStore.read(from: folder))
    if let name {
      explain(Equation.all.first { $0.name == name }!, report)
    } else {
      let entries = arguments.has("--all") ? report.entries : report.violated
      for line in lines(entries) { print(line) }
      if !entries.isEmpty { print("") }
      print(summary(report, folder))
    }
    try report.demand()
  }

  /// The folder of the records, given itself or the folder around it.
  private static func runFolder(_ folder: String) throws(CommandError) -> String {
    let files = FileManager.default
    for candidate in [folder + "/run", folder]
    where files.fileExists(atPath: candidate + "/setting.json") {
      return candidate
    }
    throw .io("no run in \(folder); make one with: nakami build --out \(folder)")
  }

  private static func expectEquation(called name: String) throws(CommandError) {
    let names = Equation.all.map(\.name)
    guard !names.contains(name) else { return }
    let near = names.min { Arguments.distance($0, name) < Arguments.distance($1, name) } ?? ""
    throw .usage(
      "no equation is called \(name); the nearest is \(near) (nakami check --all lists them)")
  }

  /// One line for each equation, and a second one where it is violated.
  private static func lines(_ entries: [EquationReport.Entry]) -> [String] {
    let width = entries.map(\.equation.name.utf8.count).max() ?? 0
    return entries.flatMap { entry -> [String] in
      let row = pad(entry.equation.row, to: 3)
      let mark = entry.comparison.holds ? "✓" : "✗"
      let line =
        "\(row)  \(pad(entry.equation.name, to: width))  \(mark) \(comparisons(entry.comparison))"
      return [line] + (entry.comparison.violation.map { ["     " + $0] } ?? [])
    }
  }

  private static func summary(_ report: EquationReport, _ folder: String) -> String {
    let compared = report.entries.reduce(0) { $0 + $1.comparison.count }
    let holding = report.entries.count - report.violated.count
    return report.violated.isEmpty
      ? "\(holding) equations hold in \(folder), in \(compared) comparisons."
      : "\(holding) of \(report.entries.count) equations hold in \(folder)."
  }

  private static func explain(_ equation: Equation, _ report: EquationReport) {
    print("\(equation.row)  \(equation.name)")
    print(equation.statement.en)
    print(equation.statement.ja)
    print("")
    guard let entry = report.entries.first(where: { $0.equation.name == equation.name }) else {
      print("This run holds nothing of it.")
      return
    }
    print("for instance  \(entry.comparison.example ?? "")")
    if let violation = entry.comparison.violation { print("violated by   \(violation)") }
    print(
      "\(comparisons(entry.comparison)), \(entry.comparison.holds ? "all hold" : "not all hold")")
  }

  private static func comparisons(_ comparison: Comparison) -> String {
    "\(comparison.count) comparison\(comparison.count == 1 ? "" : "s")"
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
