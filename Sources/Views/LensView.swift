import Charts

/// The next token that the model would write if it stopped after each part.
package enum LensView {
  /// What is read at one place of the residual stream.
  package struct Reading: Sendable {
    package var place: String
    /// The likeliest token there, and its probability.
    package var first: String
    package var probability: Double
    /// Whether it is the last reading's first guess, too.
    package var isFinal: Bool
    /// Where the followed token stands, in words, and its probability; nil where it is the first guess.
    package var followed: (text: String, probability: Double)?

    package init(
      place: String, first: String, probability: Double, isFinal: Bool,
      followed: (text: String, probability: Double)? = nil
    ) {
      self.place = place
      self.first = first
      self.probability = probability
      self.isFinal = isFinal
      self.followed = followed
    }
  }

  /// The first guess at each place, marked where it is the last of all already.
  package static func chart(_ readings: [Reading], axis: String) -> BarChart {
    BarChart(
      axis: axis,
      rows: readings.flatMap { reading in
        let sign = reading.isFinal ? " ✓" : ""
        let first = BarChart.Row(
          reading.place, [reading.probability],
          text: reading.first + " " + Numbers.percent(reading.probability) + sign)
        // Where the followed token is the first guess, its bar stands there already.
        guard let followed = reading.followed else { return [first] }
        return [
          first, BarChart.Row("", [followed.probability], text: followed.text, mark: .cut),
        ]
      }, roles: [.computed], upTo: 1)
  }
}
