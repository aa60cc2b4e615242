import Diagrams
import Figures
import Markdown
import Names
import Record

extension Course {
  /// The course without what a run knows nothing of, such as the training of an imported model.
  ///
  /// A step that names a figure or a value which the run lacks is left out as a whole; so is a lesson or a
  /// page without any figure left.
  /// - Returns: the course itself for a run that is complete.
  public func cut(to run: Run) -> Course {
    guard !run.isComplete else { return self }
    var course = self
    for language in Language.allCases {
      course.lessonsByLanguage[language] = lessons(in: language).compactMap { $0.cut(to: run) }
      for node in nodes(in: language) {
        course.pages[language]?[node] = page(of: node, in: language).cut(to: run)
      }
    }
    return course
  }
}

extension Lesson {
  fileprivate func cut(to run: Run) -> Lesson? {
    var lesson = self
    lesson.introduction = introduction.filter { isKnown([$0], to: run) }
    lesson.steps = steps.filter { isKnown($0.blocks, to: run) }
    return lesson.figureNames.isEmpty ? nil : lesson
  }

  private func isKnown(_ blocks: [Block], to run: Run) -> Bool {
    let figures = blocks.figures.allSatisfy { name, _ in
      (try? FigureCatalog.figure(name, run: run, language: language)) != nil
    }
    return figures
      && blocks.inlines.allSatisfy { piece in
        guard case .value(let name, _) = piece else { return true }
        return RecordedValue.named(name)?.text(run, language) != nil
      }
  }
}
