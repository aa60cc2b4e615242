import Feedback
import Foundation

/// What time it is for feedback: that of the clock, or one that whoever wants the same bytes again has set.
/// - SeeAlso: SOURCE_DATE_EPOCH of reproducible-builds.org.
enum FeedbackClock {
  static let variable = "SOURCE_DATE_EPOCH"

  /// - Throws: where the variable is set to something else than such a time.
  static func now(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(CommandError) -> UTCTime? {
    guard let given = environment[variable], !given.isEmpty else {
      return UTCTime(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
    }
    guard let time = Int(given).flatMap(UTCTime.init(seconds:)) else {
      throw .usage(
        en: "\(variable) is no whole number of seconds since 1970; set it to one, or unset it",
        ja: "\(variable)が1970年からの秒数ではありません。整数にするか、設定をはずしてください")
    }
    return time
  }
}
