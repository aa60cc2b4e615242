import Record

/// The kinds of run that everything that is shown must be right for.
package enum ShownRun: String, CaseIterable, Sendable {
  /// Of the town: the checkout's own Output where it is still read, else as the next.
  case standard
  /// Of the town, small and hardly trained.
  case tiny
  case ownEnglish
  case ownJapanese
  case imported
  /// One answer each.
  case recordedQuestion
  case recordedText

  package var run: Run {
    get throws {
      switch self {
      case .standard:
        if let run = RealRuns.standard { run } else { try RealRuns.town }
      case .tiny: try RealRuns.town
      case .ownEnglish: try RealRuns.english.get()
      case .ownJapanese: try RealRuns.japanese.get()
      case .imported: try RealRuns.imported
      case .recordedQuestion: try RealRuns.recordedQuestion
      case .recordedText: try RealRuns.recordedText
      }
    }
  }
}
