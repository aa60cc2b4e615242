import Names

extension ImprovementRecord.Gate {
  /// What versions must meet unless somebody fixes something else: what was corrected is right, in other
  /// words too, and what was not stays as it was.
  public static let usual = ImprovementRecord.Gate(clauses: [
    .init(.corrected, atLeast: 0.9), .init(.otherwise, story: .changedFacts, atLeast: 0.9),
    .init(.otherwise, story: .unknownPeople, atLeast: 0.95),
    .init(.neighbours, mayLose: 0.01), .init(.others, mayLose: 0.01),
    .init(.earlier, mayLose: 0.02), .init(.unknown, mayLose: 0.01),
    .init(.unknown, story: .unknownPeople, atLeast: 0.95), .init(.testLoss, mayLose: 0.1),
  ])

  /// Clauses that a version does not meet, as places among them. Of a group that was not asked nothing is
  /// demanded.
  public func failed(
    story: ImprovementStory, scores: [ImprovementRecord.Score], lossBefore: Double,
    lossAfter: Double
  ) -> [Int] {
    clauses.indices.filter { place in
      let clause = clauses[place]
      guard clause.story == nil || clause.story == story else { return false }
      if clause.measure == .testLoss {
        return clause.mayLose.map { !(lossAfter - lossBefore <= $0) } ?? false
      }
      guard let score = scores.first(where: { $0.group == clause.measure }) else { return false }
      // In questions, so that one lost of a hundred is one hundredth to the last bit.
      let asked = Double(score.asked)
      if let share = clause.atLeast, Double(score.rightAfter) < share * asked - 1e-9 { return true }
      if let share = clause.mayLose {
        return Double(score.rightBefore - score.rightAfter) > share * asked + 1e-9
      }
      return false
    }
  }
}
