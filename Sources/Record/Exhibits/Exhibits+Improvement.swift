import Names

// U8: versions of the model that learned from corrections, and which of them are told of.
extension Exhibits {
  public typealias ModelVersion = ImprovementRecord.Version

  /// The record, where at least one version learned on.
  public var improvement: ImprovementRecord? {
    run[.improvement].flatMap { record in
      record.versions.contains { $0.learning != nil } ? record : nil
    }
  }

  /// Versions that learned on, in the order in which they were made.
  public var learnedVersions: [ModelVersion] {
    (improvement?.versions ?? []).filter { $0.learning != nil }
  }

  /// The first version that the gate accepted.
  public var acceptedVersion: ModelVersion? {
    learnedVersions.first { $0.verdict == .accepted }
  }

  /// The first version that it refused: one of the accepted version's story, where there is any, since the two
  /// are compared, and of these one that read nothing but corrections.
  public var refusedVersion: ModelVersion? {
    let refused = learnedVersions.filter { $0.verdict == .refused }
    let comparable = refused.filter { $0.story == acceptedVersion?.story }
    let candidates = comparable.isEmpty ? refused : comparable
    return candidates.first { $0.learning?.replayedDocuments == 0 } ?? candidates.first
  }

  /// The version whose learning is followed: the accepted one, else the first of all.
  public var toldVersion: ModelVersion? { acceptedVersion ?? learnedVersions.first }

  /// The first version that was accepted, and the first that was refused, of what one story corrects.
  public struct StoryOutcome: Sendable {
    public var story: ImprovementStory
    public var accepted: ModelVersion?
    public var refused: ModelVersion?

    /// What both began from is the same; one of them is there.
    public var either: ModelVersion { (accepted ?? refused)! }
  }

  /// Story by story, in the order in which they were tried.
  public var storyOutcomes: [StoryOutcome] {
    var stories: [ImprovementStory] = []
    for story in learnedVersions.compactMap(\.story) where !stories.contains(story) {
      stories.append(story)
    }
    return stories.map { story in
      let own = learnedVersions.filter { $0.story == story }
      return StoryOutcome(
        story: story, accepted: own.first { $0.verdict == .accepted },
        refused: own.first { $0.id == refusedVersion?.id } ?? own.first { $0.verdict == .refused })
    }
  }

  /// The first accepted version that learned to say that it does not know.
  public var modestVersion: ModelVersion? {
    storyOutcomes.first { $0.story == .unknownPeople }?.accepted
  }

  /// The version in whose place another learned on.
  public func parent(of version: ModelVersion) -> ModelVersion? {
    version.parent.flatMap { improvement?.version($0) }
  }

  /// The version that took the place of one that was in use; nil for the one that is, and for refused ones.
  public func successor(of version: ModelVersion) -> ModelVersion? {
    guard version.verdict != .refused else { return nil }
    return improvement?.versions.first { $0.id > version.id && $0.verdict != .refused }
  }

  /// Right answers of a group to a version's questions; nil where nothing was asked.
  public func score(_ version: ModelVersion?, _ group: ImprovementMeasure)
    -> ImprovementRecord.Score?
  {
    version?.scores.first { $0.group == group && $0.asked > 0 }
  }

  /// What a clause of the gate measures of a version: a share of right answers, or what was lost.
  ///
  /// Nil where the clause is about another story, or nothing was asked.
  public func measured(_ clause: ImprovementRecord.Clause, of version: ModelVersion) -> Double? {
    if let story = clause.story, story != version.story { return nil }
    if clause.measure == .testLoss {
      return parent(of: version).map { version.testLoss - $0.testLoss }
    }
    return score(version, clause.measure).map { score in
      clause.atLeast != nil ? score.shareAfter : score.shareBefore - score.shareAfter
    }
  }
}

// What is corrected, and what is seen of the learning.
extension Exhibits {
  /// The correction that is followed: the first of the told version's story that has a prompt in the reader's
  /// language to which people gave the answer, and one that they did not.
  public var toldCorrection: ImprovementRecord.Correction? {
    let own = (improvement?.corrections ?? []).filter { $0.story == toldVersion?.story }
    return own.first { correction in
      let prompts = correction.prompts.filter { $0.language == language }
      return prompts.contains(where: \.isUsed) && prompts.contains { !$0.isUsed }
    } ?? own.first
  }

  /// Its prompts in the reader's language, those that were used first; where there are none, all.
  public var toldPrompts: [ImprovementRecord.Prompt] {
    let own = ours(toldCorrection?.prompts ?? []) { $0.language }
    return own.filter(\.isUsed) + own.filter { !$0.isUsed }
  }

  /// The corrections of the told version's story.
  public var toldCorrections: [ImprovementRecord.Correction] {
    (improvement?.corrections ?? []).filter { $0.story == toldVersion?.story }
  }

  public typealias WatchedPrompt = ImprovementRecord.Watched

  /// The prompt whose two answers are followed while the told version learns: the first in the reader's language
  /// that was used.
  public var watchedPrompt: WatchedPrompt? {
    let own = ours(toldVersion?.learning?.watched ?? []) { $0.language }
    return own.first(where: \.isUsed) ?? own.first
  }

  /// A fall of the log-probability of the answer that people want, from one look to a later one.
  public struct Fall: Sendable {
    public var version: ModelVersion
    public var prompt: WatchedPrompt
    /// Places among the looks.
    public var from: Int
    public var to: Int
    /// In nats.
    public var depth: Double { prompt.chosenLog[from] - prompt.chosenLog[to] }
  }

  /// The deepest fall in any version, of prompts in the reader's language, of equals the first; nil where none is a
  /// hundredth of a nat deep, which is as much as is shown.
  public var deepestFall: Fall? {
    var deepest: Fall?
    for version in learnedVersions {
      for prompt in ours(version.learning?.watched ?? [], { $0.language }) {
        var top = 0
        for place in prompt.chosenLog.indices {
          let fall = Fall(version: version, prompt: prompt, from: top, to: place)
          if fall.depth >= 0.01, fall.depth > deepest?.depth ?? 0 { deepest = fall }
          if prompt.chosenLog[place] > prompt.chosenLog[top] { top = place }
        }
      }
    }
    return deepest
  }

  /// The part whose weights moved most beside what they were, of equals the first.
  public var movedMost: ImprovementRecord.Moved? {
    let moved = toldVersion?.learning?.moved ?? []
    return moved.first { $0.share == moved.map(\.share).max() }
  }

  /// The weights of the told version, and a limit below which at least half of their changes lie: the least of
  /// those that are counted.
  public var changes: (all: Int, below: Int, limit: Double)? {
    guard let sizes = toldVersion?.learning?.sizes else { return nil }
    let all = sizes.reduce(0) { $0 + $1.count }
    var below = 0
    for size in sizes {
      below += size.count
      if let limit = size.below, 2 * below >= all, all > 0 { return (all, below, limit) }
    }
    return nil
  }

  /// Questions that the told version and the refused one of its story answer otherwise than what they began from,
  /// in the reader's language.
  public var sidesBySide: [ImprovementRecord.SideBySide] {
    let versions = [toldVersion?.id, refusedVersion?.id].compactMap(\.self)
    let shown = (improvement?.shown ?? []).filter { versions.contains($0.version) }
    let own = ours(shown) { $0.language }
    return versions.reduce(into: []) { list, id in
      list += own.filter { $0.version == id && !list.map(\.key).contains($0.key) }
    }
  }

  /// Of these the first of each version, up to three: those that are followed token by token.
  public var followedSides: [ImprovementRecord.SideBySide] {
    sidesBySide.reduce(into: []) { list, side in
      if list.count(where: { $0.version == side.version }) < 3 { list.append(side) }
    }
  }

  /// The low-rank way, the one that changes everything, and so on.
  public func trial(_ way: ImprovementWay) -> ImprovementRecord.WayTrial? {
    improvement?.ways.first { $0.way == way }
  }
}

extension ImprovementRecord.SideBySide {
  fileprivate var key: String { "\(version) \(prompt)" }
}

extension [ImprovementRecord.Score] {
  /// Questions outside of the corrections that were right before and are not any more.
  fileprivate var forgotten: Int {
    filter { $0.group != .corrected && $0.group != .otherwise }.reduce(0) { $0 + $1.lost.count }
  }

  /// Questions outside of the corrections that were right before.
  fileprivate var known: Int {
    filter { $0.group != .corrected && $0.group != .otherwise }.reduce(0) { $0 + $1.rightBefore }
  }
}

extension ImprovementRecord.Version {
  /// Questions outside of the corrections that were right before and are not any more.
  public var forgotten: Int { scores.forgotten }
  /// Questions outside of the corrections that were right before.
  public var known: Int { scores.known }
}

extension ImprovementRecord.WayTrial {
  /// Questions outside of the corrections that were right before and are not any more.
  public var forgotten: Int { scores.forgotten }
}
