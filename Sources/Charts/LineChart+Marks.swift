extension LineChart {
  /// Where a mark on the x axis has its words: in which row above the plot, and on which side of its line.
  struct PlacedMark {
    var label: String
    var x: Double
    /// 0 for the row next to the plot.
    var row: Int
    /// Whether the words end at the line instead of beginning there.
    var isBefore: Bool

    var span: (left: Double, right: Double) {
      let width = SVG.width(of: label)
      return isBefore ? (x - 5 - width, x - 5) : (x + 5, x + 5 + width)
    }

    /// Whether the words of one are hidden by the words or the line of the other, which reaches up to
    /// its own words.
    func meets(_ other: PlacedMark) -> Bool {
      if row == other.row && span.left < other.span.right + 6 && other.span.left < span.right + 6 {
        return true
      }
      return crosses(other) || other.crosses(self)
    }

    private func crosses(_ other: PlacedMark) -> Bool {
      row >= other.row && x > other.span.left - 3 && x < other.span.right + 3
    }
  }

  /// The marks with their words where they hide nothing: as near to the plot as can be, after their
  /// line rather than before it.
  func placed(
    _ marks: [Reference], left: Double, plot: Double, width: Double
  ) -> [PlacedMark] {
    let places = marks.map { mark in
      let x = left + self.x.position(mark.value) * plot
      return (0..<marks.count).flatMap { row in
        [false, true].map { PlacedMark(label: mark.label, x: x, row: row, isBefore: $0) }
      }.filter { $0.span.left >= 0 && $0.span.right <= width }
    }
    return Self.apart(places[...], beside: []) ?? places.compactMap { $0.first }
  }

  /// One place for each mark so that none meets another: the first such choice in the order of places.
  private static func apart(
    _ places: ArraySlice<[PlacedMark]>, beside chosen: [PlacedMark]
  ) -> [PlacedMark]? {
    guard let next = places.first else { return chosen }
    for place in next where !chosen.contains(where: place.meets) {
      if let all = apart(places.dropFirst(), beside: chosen + [place]) { return all }
    }
    return nil
  }
}
