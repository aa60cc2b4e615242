import Names
import Record

/// Versions of the model as states, and the ways between them as they really were: each learned on from another,
/// and a gate decided what became of it.
///
/// One value, drawn as Mermaid here and by a figure on pages and in the terminal.
public struct VersionChart: Sendable, Equatable {
  public struct State: Sendable, Equatable {
    public var id: Int
    public var name: String
    /// Whether it is in use, or what became of it.
    public var note: String
    public var verdict: VersionVerdict
    public var isLive: Bool
    /// The version from which it learned on; nil for the first.
    public var origin: Int?
    /// How it came to be.
    public var way: String
    /// What the gate said; nil where it passed none.
    public var gate: String?
  }

  public var language: Language
  public var states: [State]

  /// Nil where no version learned on.
  /// - Parameter count: how many versions there are by then; nil for all.
  public init?(_ run: Run, in language: Language, upTo count: Int? = nil) {
    let shown = run.exhibits(for: language)
    guard let record = shown.improvement else { return nil }
    let words = VersionWords.of(language)
    self.language = language
    let versions = record.versions.prefix(count ?? record.versions.count)
    // Whatever is not refused answers until the next such one.
    let served = versions.filter { $0.verdict != .refused }
    states = versions.map { version in
      let isLive = version.id == served.last?.id
      let successor = served.first { $0.id > version.id }
      return State(
        id: version.id, name: words.name(version.id),
        note: version.verdict == .refused
          ? words.refused : successor.map { words.replaced($0.id) } ?? words.live,
        verdict: version.verdict, isLive: isLive, origin: version.parent,
        way: version.learning.map { words.way($0, version.story) } ?? words.built,
        gate: version.verdict == .start
          ? nil
          : words.gate(
            version.failed.count, shown.clauses(for: version)))
    }
  }

  public var title: String { VersionWords.of(language).title }

  /// The chart in words, for whoever cannot see it.
  public var summary: String {
    let gap = language.writing.sentenceGap
    return states.map { VersionWords.of(language).sentence($0) }.joined(separator: gap)
  }
}

extension Exhibits {
  /// How many clauses of the gate are about a version.
  func clauses(for version: ModelVersion) -> Int {
    (improvement?.gate.clauses ?? []).count { $0.story == nil || $0.story == version.story }
  }
}

/// Words of the chart of versions in one language.
struct VersionWords: Sendable {
  var title: String
  var name: @Sendable (_ id: Int) -> String
  var live: String
  var refused: String
  var replaced: @Sendable (_ id: Int) -> String
  var built: String
  var way: @Sendable (ImprovementRecord.Learning, ImprovementStory?) -> String
  var gate: @Sendable (_ failed: Int, _ clauses: Int) -> String
  var sentence: @Sendable (VersionChart.State) -> String

  static func of(_ language: Language) -> VersionWords {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  static let english = VersionWords(
    title: "Versions of the model",
    name: { "Version \($0)" },
    live: "in use",
    refused: "kept, never in use",
    replaced: { "was in use until version \($0)" },
    built: "as it was built",
    way: { learning, story in
      let what =
        switch story {
        case .changedFacts: "changed facts"
        case .unknownPeople: "what nobody can know"
        case .feedback, nil: "what people say"
        }
      let count = learning.feedback.agreed
      return "learns \(what) from \(count) correction\(count == 1 ? "" : "s"), "
        + (learning.replayedDocuments > 0 ? "earlier texts mixed in" : "nothing else") + ", "
        + (learning.steps == 1 ? "1 step" : "\(learning.steps) steps")
    },
    gate: { failed, clauses in
      failed == 0
        ? "accepted, all \(clauses) conditions are met"
        : "refused, \(failed) of \(clauses) conditions \(failed == 1 ? "is" : "are") not met"
    },
    sentence: { state in
      let parts = [
        state.name + (state.origin.map { " comes from version \($0) and " } ?? " is the first, ")
          + state.way, state.gate, state.note,
      ]
      return parts.compactMap(\.self).map { $0.first!.uppercased() + $0.dropFirst() + "." }
        .joined(separator: " ")
    })

  static let japanese = VersionWords(
    title: "モデルの版の移り変わり",
    name: { "第\($0)版" },
    live: "使用中",
    refused: "保存だけされ、使われていない",
    replaced: { "第\($0)版に代わるまで使われた" },
    built: "最初に作られたまま",
    way: { learning, story in
      let what =
        switch story {
        case .changedFacts: "変わった事実"
        case .unknownPeople: "知りようのないこと"
        case .feedback, nil: "人の声"
        }
      return "\(what)を\(learning.feedback.agreed)件の訂正から学習（"
        + (learning.replayedDocuments > 0 ? "前の文章も混ぜる" : "ほかには何も読まない")
        + "、\(learning.steps)ステップ）"
    },
    gate: { failed, clauses in
      failed == 0 ? "合格（\(clauses)個の条件をすべて満たす）" : "不合格（\(clauses)個の条件のうち\(failed)個を満たさない）"
    },
    sentence: { state in
      state.name + (state.origin.map { "は第\($0)版から生まれました" } ?? "が始まりです") + "。"
        + state.way + (state.gate.map { "、" + $0 } ?? "") + "、" + state.note + "。"
    })
}
