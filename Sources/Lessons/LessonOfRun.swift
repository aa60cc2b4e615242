import Markdown
import Names
import Record

extension Lesson {
  /// The lesson as it reads for one run: values looked up, sections for other runs left out.
  public func filled(from run: Run) -> Lesson {
    var copy = self
    copy.introduction = Self.filled(introduction, run, language)
    for index in steps.indices {
      copy.steps[index].title = Self.filled(steps[index].title, run, language)
      copy.steps[index].blocks = Self.filled(steps[index].blocks, run, language)
    }
    return copy
  }

  private static func filled(_ blocks: [Block], _ run: Run, _ language: Language) -> [Block] {
    let shown = blocks.flatMap { block -> [Block] in
      guard case .section(let name, let inner) = block.content else { return [block] }
      if block.showsSource { return inner }
      return SectionKind(rawValue: name)?.isShown(for: run) == true ? inner : []
    }
    return shown.mapTexts { filled($0, run, language) }
  }

  /// A value that this run does not know reads as a dash.
  private static func filled(_ text: [Inline], _ run: Run, _ language: Language) -> [Inline] {
    text.mapLeaves { piece in
      guard case .value(let name, _) = piece else { return piece }
      return .text(RecordedValue.named(name)?.text(run, language) ?? "–")
    }
  }
}
