import Foundation
import Names
import Record

extension Command {
  static let check = Command(
    name: "check",
    summary: LocalizedText(
      en: "recomputes a recorded run from its own parts and says what does not agree",
      ja: "記録を部分どうしで計算し直し、食い違いがあれば知らせます"),
    usage: "[DIR] [options]",
    options: [
      Option(
        "--all", nil, en: "list every equation, not only the violated ones",
        ja: "成り立たない等式だけでなく、すべての等式を並べる"),
      Option(
        "--recompute", "NAME", en: "explain one equation and write out its first comparison",
        ja: "一つの等式を説明し、最初の比較を書き出す"),
    ],
    examples: [
      Example(
        "nakami check", en: "the run in Output: do its numbers agree with each other?",
        ja: "Outputの記録の数は、互いに合っているか"),
      Example(
        "nakami check Mine --all", en: "every equation of the run in Mine, with what it compared",
        ja: "Mineの記録のすべての等式と、比べた数"),
      Example(
        "nakami check --recompute merges-join-bytes", en: "one equation, in words and in numbers",
        ja: "一つの等式を、言葉と数で"),
    ],
    run: CheckCommand.run)
}

/// Lets a recording prove itself; see ``Equation``.
enum CheckCommand {
  static func run(_ arguments: Arguments) throws {
    let name = arguments.string("--recompute")
    if let name { try expectEquation(called: name) }
    let folder = try runFolder(try arguments.oneWord(called: .folder) ?? "Output")
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
    throw .io(
      en: "no run in \(folder); make one with: nakami build --out \(folder)",
      ja: "\(folder)に記録がありません。まず作ってください：nakami build --out \(folder)")
  }

  private static func expectEquation(called name: String) throws(CommandError) {
    let names = Equation.all.map(\.name)
    guard !names.contains(name) else { return }
    let near = names.min { EditDistance.between($0, name) < EditDistance.between($1, name) } ?? ""
    throw .usage(
      en: "no equation is called \(name); the nearest is \(near) (nakami check --all lists them)",
      ja: "\(name)という等式はありません。いちばん近い名前は\(near)です（nakami check --allで一覧を見られます）")
  }

  /// One line for each equation, and a second one where it is violated.
  private static func lines(_ entries: [EquationReport.Entry]) -> [String] {
    let width = entries.map(\.equation.name.utf8.count).max() ?? 0
    return entries.flatMap { entry -> [String] in
      let row = pad(entry.equation.row, to: 3)
      let mark = entry.comparison.holds ? "✓" : "✗"
      let line =
        "\(row)  \(pad(entry.equation.name, to: width))  \(mark) \(comparisons(entry.comparison))"
      return [line] + (entry.violation(.ofReader).map { ["     " + $0] } ?? [])
    }
  }

  private static func summary(_ report: EquationReport, _ folder: String) -> String {
    let compared = report.entries.reduce(0) { $0 + $1.comparison.count }
    let holding = report.entries.count - report.violated.count
    let words =
      report.violated.isEmpty
      ? LocalizedText(
        en: "\(holding) equations hold in \(folder), in \(compared) comparisons.",
        ja: "\(folder)では、\(holding)個の等式がすべて成り立ちます（比べた数は\(compared)組）。")
      : LocalizedText(
        en: "\(holding) of \(report.entries.count) equations hold in \(folder).",
        ja: "\(folder)では、\(report.entries.count)個の等式のうち\(holding)個が成り立ちます。")
    return words.forReader
  }

  private static func explain(_ equation: Equation, _ report: EquationReport) {
    print("\(equation.row)  \(equation.name)")
    print(equation.statement.forReader)
    print("")
    guard let entry = report.entries.first(where: { $0.equation.name == equation.name }) else {
      print(
        LocalizedText(en: "This run holds nothing of it.", ja: "この記録には、これに当たるものがありません。").forReader)
      return
    }
    if let example = entry.example(.ofReader) {
      print(LocalizedText(en: "for instance  ", ja: "たとえば      ").forReader + example)
    }
    if let violation = entry.violation(.ofReader) {
      print(LocalizedText(en: "violated by   ", ja: "合わないのは  ").forReader + violation)
    }
    let verdict =
      entry.comparison.holds
      ? LocalizedText(en: ", all hold", ja: "、すべて合います")
      : LocalizedText(en: ", not all hold", ja: "、合わないものがあります")
    print(comparisons(entry.comparison) + verdict.forReader)
  }

  private static func comparisons(_ comparison: Comparison) -> String {
    LocalizedText(
      en: "\(comparison.count) comparison\(comparison.count == 1 ? "" : "s")",
      ja: "比較\(comparison.count)組"
    ).forReader
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }
}
