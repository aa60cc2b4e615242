import Record

extension VersionChart {
  /// The chart in Mermaid's language, ending with a line break.
  ///
  /// A version is a state, `v2`, and the gate before it a choice, `g2`.
  public var mermaid: String {
    var lines = ["stateDiagram-v2", "  accTitle: \(title)", "  accDescr: \(summary)"]
    for state in states {
      if state.gate != nil { lines.append("  state g\(state.id) <<choice>>") }
      lines.append("  state \"\(state.name)\" as v\(state.id)")
      lines.append("  v\(state.id) : \(state.note)")
    }
    for state in states {
      let start = state.origin.map { "v\($0)" } ?? "[*]"
      if let gate = state.gate {
        lines.append("  \(start) --> g\(state.id) : \(state.way)")
        lines.append("  g\(state.id) --> v\(state.id) : \(gate)")
      } else {
        lines.append("  \(start) --> v\(state.id) : \(state.way)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
