import Names

/// What the run was asked to do.
public struct SettingRecord: Codable, Sendable {
  public var version: Int
  /// Nil for a model that was made elsewhere.
  public var preset: Preset?
  public var seed: UInt64
  /// Whether the documents come from the toy world (whose truth is known) or from the user.
  public var usesWorld: Bool
  /// Name of the file or folder of the user's own text; never an absolute path.
  public var dataName: String?
  /// Name of the folder of a model that was made elsewhere; such a run has no learning stage.
  public var importedFrom: String?
  /// Name of the model of which one answer was recorded; such a run has nothing but that answer and what
  /// the model itself tells, and `usesWorld` says what the model had learned from.
  public var recordedFrom: String?

  /// Rules of cleaning that the build was told to leave out, in the order in which they run; nil in a run
  /// in which none could be.
  public var rulesLeftOut: [RuleID]?

  /// Whether the run has the learning stage.
  public var hasLearning: Bool { importedFrom == nil && recordedFrom == nil }
  /// Whether what is true about the documents is recorded.
  public var knowsTruth: Bool { usesWorld && recordedFrom == nil }

  package init(
    version: Int, preset: Preset? = nil, seed: UInt64, usesWorld: Bool, dataName: String? = nil,
    importedFrom: String? = nil, recordedFrom: String? = nil, rulesLeftOut: [RuleID]? = nil
  ) {
    self.version = version
    self.preset = preset
    self.seed = seed
    self.usesWorld = usesWorld
    self.dataName = dataName
    self.importedFrom = importedFrom
    self.recordedFrom = recordedFrom
    self.rulesLeftOut = rulesLeftOut
  }
}
