import Names

/// Why a figure could not be drawn.
public enum FigureError: ReadableError, Equatable {
  /// No figure has that name; `near` lists the most similar ones.
  case unknown(name: String, near: [String])
  /// The run holds nothing to draw it from; the reason is in the reader's language.
  case notRecorded(name: String, reason: String)
  /// It needs a truth that nobody knows about the texts of this run; the reason is in the reader's language.
  case unknowable(name: String, reason: String)

  /// Why a figure that exists is not there, in the reader's language.
  public var reason: String? {
    switch self {
    case .unknown: nil
    case .notRecorded(_, let reason), .unknowable(_, let reason): reason
    }
  }

  public func text(_ language: Language) -> String {
    switch self {
    case .unknown(let name, let near):
      LocalizedText(
        en: "no figure is named “\(name)”"
          + (near.isEmpty
            ? "; Lessons/README.md lists all of them"
            : "; did you mean \(near.joined(separator: ", "))?"),
        ja: "「\(name)」という図はありません。"
          + (near.isEmpty
            ? "一覧はLessons/README.mdにあります" : "\(near.joined(separator: "、"))のことですか"))[language]
    case .notRecorded(let name, let reason), .unknowable(let name, let reason):
      LocalizedText(en: "figure “\(name)”: \(reason)", ja: "図「\(name)」：\(reason)")[language]
    }
  }
}
