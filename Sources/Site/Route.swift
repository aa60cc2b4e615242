import Lessons
import Names

/// Lessons that make sense by themselves, for whoever has a limited time.
struct Route {
  /// What there is time for; the lessons take no longer together.
  var minutes: Int
  private var ids: [String]

  /// One sitting that goes to the heart of it, and a double lesson at school.
  static let all = [
    Route(minutes: 20, ids: ["gathering-documents", "watching-it-learn"]),
    Route(
      minutes: 90,
      ids: [
        "cleaning-text", "merging-pairs", "building-plan", "one-step", "watching-it-learn",
        "the-exam", "inside-the-model",
      ]),
  ]

  /// Its lessons as far as the course has them.
  func lessons(of course: Course, in language: Language) -> [Lesson] {
    let all = course.lessons(in: language)
    return ids.compactMap { id in all.first { $0.id == id } }
  }
}
