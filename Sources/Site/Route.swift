import Lessons
import Names

/// Lessons that make sense by themselves, for whoever has a limited time.
struct Route: Equatable {
  /// What there is time for; the lessons take no longer together.
  var minutes: Int
  private var ids: [String]

  /// One sitting that goes to the heart of it.
  static let brief = Route(minutes: 20, ids: ["gathering-documents", "watching-it-learn"])

  /// From raw text to a written word: each station of the flow once, none in all its detail.
  static let short = Route(
    minutes: 70,
    ids: [
      "gathering-documents", "merging-pairs", "before-learning", "watching-it-learn", "asking",
      "inside-the-model", "choosing-a-word",
    ])

  /// The long path is the list of all lessons.
  static let all = [brief, short]

  /// Its lessons as far as the course has them.
  func lessons(of course: Course, in language: Language) -> [Lesson] {
    let all = course.lessons(in: language)
    return ids.compactMap { id in all.first { $0.id == id } }
  }
}
