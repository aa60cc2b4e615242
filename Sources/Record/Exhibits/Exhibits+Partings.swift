import Names

// U8: one prompt, seen through two versions at once.
extension Exhibits {
  public typealias Parting = PartingRecord.Parting

  /// The prompt that is looked at closely: of the told version, in the reader's language, of several the first
  /// whose answer changed; of two versions that somebody compared, theirs.
  public var parting: Parting? {
    let all = run[.partings]?.partings ?? []
    let told = all.filter { $0.new == toldVersion?.id }
    let own = ours(improvement == nil ? all : told) { $0.language }
    return own.first(where: \.differs) ?? own.first
  }

  public typealias PartedWithout = PartingRecord.Removal

  /// The head without which the new answer's token loses most in the new version, of several the first; nil
  /// where none loses anything. Whole parts carry every answer, so they tell little of one.
  public var partedBy: PartedWithout? {
    parting.flatMap { lostMost($0) { $0.new.last } }
  }

  /// The same of the old answer's token in the old version.
  public var partedBefore: PartedWithout? {
    parting.flatMap { lostMost($0) { $0.old.first } }
  }

  private func lostMost(
    _ parting: Parting, _ own: (PartingRecord.Guess) -> Double?
  ) -> PartedWithout? {
    guard let whole = own(parting.whole) else { return nil }
    let heads = parting.removals.filter { $0.head != nil }
    let losses = heads.map { whole - (own($0.guess) ?? whole) }
    guard let most = losses.max(), most > 0 else { return nil }
    return heads[losses.firstIndex(of: most)!]
  }

  /// The patterns of the head that moved most, of the old version and of the new one; nil where they are not
  /// recorded.
  public var partedPatterns: (head: PartingRecord.Head, old: [[Float]], new: [[Float]])? {
    guard let parting, let head = parting.movedMost,
      let place = parting.heads.firstIndex(of: head),
      let old = run.tensors[parting.patternNames.old],
      let new = run.tensors[parting.patternNames.new],
      old.shape == new.shape, old.shape.count == 3, place < old.shape[0], old.shape[1] > 0,
      old.shape[1] == parting.tokens.count, old.shape[2] == old.shape[1]
    else { return nil }
    return (head, old.matrix(place), new.matrix(place))
  }
}
