import Charts

/// A choice of the next token as bars, one for each candidate.
package enum ChoiceView {
  /// A token that might come next.
  package struct Candidate: Sendable {
    package var id: Int32
    /// As it is shown.
    package var name: String
    /// What its bar measures, 0 to 1.
    package var share: Double
    package var isKept: Bool

    package init(id: Int32, name: String, share: Double, isKept: Bool) {
      self.id = id
      self.name = name
      self.share = share
      self.isKept = isKept
    }
  }

  /// The most likely candidates, the chosen one among them, and where the cut lies.
  /// - Parameter upper: where the axis ends, for choices that are compared; otherwise the longest bar says it.
  package static func bars(
    _ candidates: [Candidate], chosen: Int32, count: Int, axis: String, upTo upper: Double? = nil
  ) -> BarChart {
    var shown = Array(candidates.prefix(count))
    if !shown.contains(where: { $0.id == chosen }),
      let chosen = candidates.first(where: { $0.id == chosen })
    {
      shown.append(chosen)
    }
    let lastKept = shown.lastIndex { $0.isKept }
    return BarChart(
      axis: axis,
      rows: shown.map { candidate in
        BarChart.Row(
          candidate.name, [candidate.share], text: Numbers.percent(candidate.share),
          mark: candidate.id == chosen ? .chosen : candidate.isKept ? nil : .cut)
      }, roles: [.computed],
      cutAfter: lastKept.flatMap { $0 < shown.count - 1 ? $0 : nil }, hasTokenLabels: true,
      upTo: upper)
  }

  /// Where the draw fell: between the ends of the stretch that it hit.
  package static func stretch(start: Double, draw: Double, length: Double) -> String {
    let end = Numbers.fixed(start + length, 3)
    return Numbers.fixed(start, 3) + " ≤ " + Numbers.fixed(draw, 3) + " < " + end
  }
}
