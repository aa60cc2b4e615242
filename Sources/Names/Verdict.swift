/// What somebody who rates an answer thinks of it, from one to five stars.
public enum Verdict: String, Sendable, CaseIterable {
  /// One or two stars.
  case bad
  /// Three.
  case middling
  /// Four or five.
  case good

  /// - Parameter stars: 1 to 5.
  public init(stars: Int) {
    precondition((1...5).contains(stars), "\(stars) stars; there are 1 to 5")
    self = stars < 3 ? .bad : stars > 3 ? .good : .middling
  }

  /// What readers call it.
  public var title: LocalizedText {
    switch self {
    case .bad: LocalizedText(en: "bad", ja: "悪い")
    case .middling: LocalizedText(en: "so-so", ja: "どちらとも")
    case .good: LocalizedText(en: "good", ja: "良い")
    }
  }
}
