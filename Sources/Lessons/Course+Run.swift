import Diagrams
import Figures
import Markdown
import Names
import Record

extension Course {
  /// The course as it stands for a run: with the wordings that its conditions decide on, and without what
  /// the run knows nothing of.
  ///
  /// Of a run that is not complete, such as that of an imported model, a step that names a figure or a
  /// value which the run lacks is left out as a whole. A lesson without any figure left is left out, and so
  /// is the page of a station where the run is not complete; of a complete one it tells its station in words.
  public func cut(to run: Run) -> Course {
    var course = self
    for language in Language.allCases {
      course.lessonsByLanguage[language] = lessons(in: language).compactMap { $0.cut(to: run) }
      for node in nodes(in: language) {
        let page = page(of: node, in: language)
        course.pages[language]?[node] =
          run.isComplete ? page.withoutGaps(for: run) : page.cut(to: run)
      }
    }
    return course
  }
}

extension Lesson {
  fileprivate func cut(to run: Run) -> Lesson? {
    let lesson = withoutGaps(for: run)
    return lesson.figureNames.isEmpty && !figureNames.isEmpty ? nil : lesson
  }

  fileprivate func withoutGaps(for run: Run) -> Lesson { shown(for: run).withoutHoles(for: run) }

  /// The lesson settled for a run, without steps that the run has nothing to show for.
  func shown(for run: Run) -> Lesson {
    var lesson = settled(for: run)
    if run.isComplete { return lesson }
    lesson.introduction.removeAll { !isKnown([$0], to: run) }
    lesson.steps.removeAll { !isKnown($0.blocks, to: run) }
    return lesson
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
