import Charts
import Diagrams
import Names
import Record

/// The versions as states, with the gate before each: the same structure as the Mermaid diagram, version by version as
/// they came.
struct VersionStates: FigureDefinition {
  let name = "version-states"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ versions: Int, _ accepted: Int, _ refused: Int) -> String
    var columns: [String]
    var arrives: @Sendable (_ version: String) -> String
    /// What the last version did to the one that answers.
    var first: @Sendable (_ version: String) -> String
    var accepted: @Sendable (_ version: String, _ before: String) -> String
    var refused: @Sendable (_ version: String, _ live: String) -> String
    var check: (versions: String, clauses: String)
  }

  static let english = Words(
    title: "Which version was in use, and when",
    description: { versions, accepted, refused in
      "\(NameWording.english(versions, "version")): the first as it was built, \(accepted) that passed the gate, a diamond, "
        + "and \(refused) that did not."
    },
    columns: ["Version", "#From", "On the way", "At the gate", "What became of it"],
    arrives: { "\($0) arrives" },
    first: { "\($0) answers; no other one is there." },
    accepted: { version, before in
      "The gate accepts \(version.lowercased()), and from now on it answers instead of \(before.lowercased())."
    },
    refused: { version, live in
      "The gate refuses \(version.lowercased()): it is kept, and \(live.lowercased()) goes on answering."
    },
    check: (versions: "versions so far", clauses: "conditions of the gate that it meets"))

  static let japanese = Words(
    title: "どの版が、いつ使われたか",
    description: { versions, accepted, refused in
      "\(versions)個の版です。最初に作られたもの、門（ひし形）を通った\(accepted)個、通れなかった\(refused)個です。"
    },
    columns: ["版", "#もとの版", "途中で", "門で", "そのあと"],
    arrives: { "\($0)ができる" },
    first: { "\($0)が答えます。ほかの版は、まだありません。" },
    accepted: { version, before in "\(version)は門を通り、\(before)に代わって、ここから答えます。" },
    refused: { version, live in "\(version)は門を通れません。保存だけして、\(live)が答え続けます。" },
    check: (versions: "ここまでの版の数", clauses: "門の条件のうち、満たした数"))

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
      Film(states.indices.map { frame($0, of: chart, context, words) }))
  }

  /// The versions when one of them has just come; the places of those after it are free.
  private func frame(
    _ place: Int, of whole: VersionChart, _ context: FigureContext, _ words: Words
  ) -> Film.Frame {
    let now =
      VersionChart(context.run, in: context.language, upTo: place + 1)?.states ?? whole.states
    let state = now[place]
    let live = now.last { $0.isLive }?.name ?? state.name
    let before = now[..<place].last { $0.verdict != .refused }?.name ?? state.name
    let sentence =
      switch state.verdict {
      case .start: words.first(state.name)
      case .accepted: words.accepted(state.name, before)
      case .refused: words.refused(state.name, live)
      }
    return Film.Frame(
      words.arrives(state.name), sentence: sentence, check: check(place, context, words),
      map(now + whole.states[(place + 1)...], from: place + 1))
  }

  private func check(_ place: Int, _ context: FigureContext, _ words: Words) -> Film.Check {
    guard let record = context.exhibits.improvement, place > 0 else {
      return Film.Check("\(place + 1)", words.check.versions)
    }
    let version = record.versions[place]
    let clauses = record.gate.clauses.count { $0.story == nil || $0.story == version.story }
    return Film.Check("\(clauses - version.failed.count) / \(clauses)", words.check.clauses)
  }

  private func map(_ states: [VersionChart.State], from ahead: Int) -> StateMap {
    StateMap(
      states.enumerated().map { place, state in
        StateMap.State(
          state.name, note: state.note,
          role: state.isLive ? .good : state.verdict == .refused ? .bad : .plain,
          origin: state.origin.flatMap { id in states.firstIndex { $0.id == id } },
          way: state.way, gate: state.gate, goesOn: state.verdict != .refused,
          isAhead: place >= ahead)
      })
  }
}
