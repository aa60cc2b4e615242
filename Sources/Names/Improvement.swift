/// What was to be corrected in a version of the model.
public enum ImprovementStory: String, Sendable, CaseIterable {
  /// Facts of the town that have become others since the documents were written.
  case changedFacts = "changed-facts"
  /// Made-up answers about people of whom nothing was ever told: "I do not know" would be right.
  case unknownPeople = "unknown-people"
  /// What a user's own feedback says.
  case feedback
}

/// Questions by how near they are to what was corrected, and the loss, which asks all of the test text.
public enum ImprovementMeasure: String, Sendable, CaseIterable {
  /// The prompts of the corrections themselves.
  case corrected
  /// The same asked in phrasings that no correction used.
  case otherwise
  /// Other questions about the people whose facts were corrected.
  case neighbours
  /// Every other question whose answer is known.
  case others
  /// What earlier versions had learned from corrections.
  case earlier
  /// Questions about people whom neither a document nor a correction names.
  case unknown
  /// On whole test documents, nats per token; not counted in questions.
  case testLoss = "test-loss"
}

/// Which weights may move when a model learns on.
public enum ImprovementWay: String, Sendable, CaseIterable {
  case all
  case lastBlock = "last-block"
  case lowRank = "low-rank"
}

/// What became of a version.
public enum VersionVerdict: String, Sendable, CaseIterable {
  /// The model as it was built; no gate stood before it.
  case start
  case accepted
  case refused
}
