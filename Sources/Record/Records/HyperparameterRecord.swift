import Names

/// L4c: the hyperparameters of this run.
public struct HyperparameterRecord: Codable, Sendable {
  public var entries: [Entry]

  public struct Entry: Codable, Sendable {
    public var name: Hyperparameter
    /// Exactly as used, in the shortest decimal form.
    public var value: String

    package init(name: Hyperparameter, value: String) {
      self.name = name
      self.value = value
    }
  }

  package init(entries: [Entry]) {
    self.entries = entries
  }
}
