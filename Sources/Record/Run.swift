/// Everything that one run saw, from raw text to an answer: the only thing that pages and lessons read.
///
/// Its parts are the rows of the two flows, by typed keys (``Part``); a run may lack some. Large arrays
/// (attention patterns, weights, embeddings) live in `tensors`, by name.
public struct Run: Sendable {
  /// Version of the schema; a reader refuses another one.
  public static let currentVersion = 3

  public var setting: SettingRecord
  public var tensors = TensorStore()
  private var contents: [String: any Sendable] = [:]

  /// A run of which nothing is recorded yet.
  public init(setting: SettingRecord) { self.setting = setting }

  /// The record of a part; nil where this run has none.
  public subscript<Content>(part: Part<Content>) -> Content? {
    get { contents[part.name].map { $0 as! Content } }
    set { contents[part.name] = newValue }
  }

  /// Whether a part of it is recorded.
  public func has(_ part: AnyPart) -> Bool { part.holds(self) }

  /// Whether it has every part that a build records.
  public var isComplete: Bool {
    Self.parts.allSatisfy { $0.holds(self) || !$0.isExpected(setting) }
      && setting.hasLearning
  }
}
