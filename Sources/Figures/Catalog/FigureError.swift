/// Why a figure could not be drawn.
public enum FigureError: Error, Equatable, CustomStringConvertible {
  /// No figure has that name; `near` lists the most similar ones.
  case unknown(name: String, near: [String])
  /// The run holds nothing to draw it from; the reason is in the reader's language.
  case notRecorded(name: String, reason: String)

  public var description: String {
    switch self {
    case .unknown(let name, let near) where near.isEmpty:
      "no figure is named “\(name)”; `FigureCatalog.names` lists all of them"
    case .unknown(let name, let near):
      "no figure is named “\(name)”; did you mean \(near.joined(separator: ", "))?"
    case .notRecorded(let name, let reason): "figure “\(name)”: \(reason)"
    }
  }
}
