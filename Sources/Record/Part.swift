/// The typed key to one part of a run: the record of one row of the flows, or of a few that belong together.
///
/// A run may lack a part: a model that was made elsewhere has no raw data, and nobody knows the truth about
/// a user's own text. So `run[.collection]` is optional.
public struct Part<Content: Codable & Sendable>: Sendable {
  /// Names the part and its file.
  public let name: String

  init(_ name: String) { self.name = name }
}

/// A part whatever its record is, for what is done with all of them: storing, listing, checking.
public struct AnyPart: Sendable {
  public let name: String
  /// Whether a run of this setting must have it.
  let isExpected: @Sendable (SettingRecord) -> Bool
  let load: @Sendable (RunStore.Folder, inout Run) throws(RunStoreError) -> Void
  let save: @Sendable (Run, RunStore.Folder) throws(RunStoreError) -> Void
  let holds: @Sendable (Run) -> Bool

  /// - Parameter isExpected: whether a run of a setting must have it; unless said otherwise every run
  ///   that went through the learning stage.
  package init<Content>(
    _ part: Part<Content>,
    if isExpected: @escaping @Sendable (SettingRecord) -> Bool = \.hasLearning
  ) {
    name = part.name
    self.isExpected = isExpected
    load = { folder, run throws(RunStoreError) in
      run[part] = try folder.read(part.name, as: Content.self)
    }
    save = { run, folder throws(RunStoreError) in
      if let content = run[part] { try folder.write(content, part.name) }
    }
    holds = { $0[part] != nil }
  }
}
