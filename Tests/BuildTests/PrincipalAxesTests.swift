import Testing

@testable import Build

@Suite struct PrincipalAxesTests {
  /// Spreads of 3, 1 and 0.99 along three directions: the last two are nearly alike.
  @Test func directionsThatSpreadNearlyAlikeAreToldApart() {
    let spreads: [Float] = [3, 1, 0.99]
    let rows = spreads.indices.flatMap { place in
      ([-1, 1] as [Float]).map { sign -> [Float] in
        var row: [Float] = [0, 0, 0]
        row[place] = sign * spreads[place]
        return row
      }
    }
    let plane = PrincipalAxes(rows: rows).project(rows)
    let shown = plane.values.map { abs($0) }
    let expected: [Float] = [3, 0, 3, 0, 0, 1, 0, 1, 0, 0, 0, 0]
    #expect(plane.shape == [6, 2])
    #expect(zip(shown, expected).allSatisfy { abs($0 - $1) < 1e-5 }, "\(shown)")
  }
}
