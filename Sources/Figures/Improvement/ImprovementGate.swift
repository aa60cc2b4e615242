import Charts
import Names
import Record

/// The gate that was fixed beforehand, clause by clause, with what was measured of each version.
struct ImprovementGate: FigureDefinition {
  let name = "improvement-gate"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ clauses: Int, _ versions: String) -> String
    /// What a version failed; nothing for one that was accepted.
    var verdict: @Sendable (_ version: String, _ failed: Int) -> String
    var columns: [String]
    var atLeast: @Sendable (_ share: String) -> String
    var mayLose: @Sendable (_ share: String) -> String
    var lossMayRise: @Sendable (_ nats: String) -> String
    var notAsked: String
  }

  static let english = Words(
    title: "The gate, and who passes it",
    description: { clauses, versions in
      "\(clauses) conditions, written down before anything was learned. A version takes its parent's place only if it "
        + "meets all that are about it. " + versions
    },
    verdict: { version, failed in
      failed == 0
        ? "\(version.first!.uppercased() + version.dropFirst()) is accepted. "
        : "\(version.first!.uppercased() + version.dropFirst()) fails \(failed) and is refused. "
    },
    columns: ["Condition", "Limit"],
    atLeast: { "at least \($0) right" },
    mayLose: { "at most \($0) lost" },
    lossMayRise: { "at most \($0) nats more" },
    notAsked: "not asked")

  static let japanese = Words(
    title: "門を通れるのはだれか",
    description: { clauses, versions in
      "条件は\(clauses)個で、学習を始める前に決めてあります。自分に関わる条件をすべて満たした版だけが、もとの版に取って代わります。"
        + versions
    },
    verdict: { version, failed in
      failed == 0 ? "\(version)は合格です。" : "\(version)は\(failed)個を満たさず、不合格です。"
    },
    columns: ["条件", "限度"],
    atLeast: { "正解が\($0)以上" },
    mayLose: { "失う正解は\($0)まで" },
    lossMayRise: { "増えるのは\($0)ナットまで" },
    notAsked: "対象外")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    guard let record = shown.improvement else { throw context.missing(names.noVersions) }
    let versions = shown.learnedVersions
    let clauses = record.gate.clauses
    let table = DataTable(
      words.columns + versions.map { "#" + names.judged($0, context.names) },
      clauses.enumerated().map { place, clause in
        let measure = names.measure(clause.measure)
        let name = clause.story.map { context.names.noted(measure, names.story($0)) } ?? measure
        return [name, Self.limit(clause, words)]
          + versions.map { version in
            guard let value = shown.measured(clause, of: version) else { return words.notAsked }
            return Self.text(value, clause) + (version.failed.contains(place) ? " ✗" : " ✓")
          }
      })
    let gap = context.language.writing.sentenceGap
    let verdicts = versions.map { words.verdict(names.version($0.id), $0.failed.count) }
    var description = words.description(clauses.count, verdicts.joined())
    if !gap.isEmpty, description.hasSuffix(gap) { description.removeLast() }
    return context.figure(words.title, description, table, TableChart(table))
  }

  private static func limit(_ clause: ImprovementRecord.Clause, _ words: Words) -> String {
    if let share = clause.atLeast { return words.atLeast(Numbers.percent(share)) }
    let most = clause.mayLose ?? 0
    return clause.measure == .testLoss
      ? words.lossMayRise(Numbers.fixed(most, 3)) : words.mayLose(Numbers.percent(most))
  }

  private static func text(_ value: Double, _ clause: ImprovementRecord.Clause) -> String {
    if clause.measure == .testLoss {
      return (value > 0 ? "+" : "") + Numbers.fixed(value, 3)
    }
    // Where more is right than before nothing is lost.
    return Numbers.percent(max(0, value))
  }
}
