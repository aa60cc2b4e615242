import Charts
import Diagrams
import Names
import Record

/// The versions as states, with the gate before each: the same structure as the Mermaid diagram.
struct VersionStates: FigureDefinition {
  let name = "version-states"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ versions: Int, _ accepted: Int, _ refused: Int) -> String
    var columns: [String]
  }

  static let english = Words(
    title: "Which version was in use, and when",
    description: { versions, accepted, refused in
      "\(NameWording.english(versions, "version")): the first as it was built, \(accepted) that passed the gate, a diamond, "
        + "and \(refused) that did not."
    },
    columns: ["Version", "#From", "On the way", "At the gate", "What became of it"])

  static let japanese = Words(
    title: "どの版が、いつ使われたか",
    description: { versions, accepted, refused in
      "\(versions)個の版です。最初に作られたもの、門（ひし形）を通った\(accepted)個、通れなかった\(refused)個です。"
    },
    columns: ["版", "#もとの版", "途中で", "門で", "そのあと"])

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let chart = VersionChart(context.run, in: context.language) else {
      throw context.missing(context.wording.improvement.noVersions)
    }
    let states = chart.states
    return context.figure(
      words.title,
      words.description(
        states.count, states.count { $0.verdict == .accepted },
        states.count { $0.verdict == .refused }),
      DataTable(
        words.columns,
        states.map {
          [$0.name, $0.origin.map { Numbers.count($0) } ?? "", $0.way, $0.gate ?? "", $0.note]
        }),
      StateMap(
        states.map { state in
          StateMap.State(
            state.name, note: state.note,
            role: state.isLive ? .good : state.verdict == .refused ? .bad : .plain,
            origin: state.origin.flatMap { id in states.firstIndex { $0.id == id } },
            way: state.way, gate: state.gate, goesOn: state.verdict != .refused)
        }))
  }
}
