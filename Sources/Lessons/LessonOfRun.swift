import Figures
import Markdown
import Names
import Record

extension Lesson {
  /// The lesson as it reads for one run: conditions settled, values looked up, sections for other runs
  /// left out.
  public func filled(from run: Run) -> Lesson {
    var copy = settled(for: run).withoutHoles(for: run)
    copy.introduction = copy.introduction.mapTexts { filled($0, run) }
    for index in copy.steps.indices {
      copy.steps[index].title = filled(copy.steps[index].title, run)
      copy.steps[index].blocks = copy.steps[index].blocks.mapTexts { filled($0, run) }
    }
    return copy
  }

  private func filled(_ text: [Inline], _ run: Run) -> [Inline] {
    text.mapLeaves { piece in
      guard case .value(let name, _) = piece else { return piece }
      guard let words = RecordedValue.named(name)?.text(run, language) else {
        preconditionFailure("\(file): {{\(name)}} stands although the run does not know it")
      }
      return .text(words)
    }
  }

  /// The lesson with the wording that each condition decides on, and the sections that are for this run.
  ///
  /// A step of which nothing is left is left out with its heading.
  func settled(for run: Run) -> Lesson {
    with { blocks in
      blocks.rebuilt { block in
        guard case .section(let name, let inner) = block.content else { return [block] }
        if block.showsSource { return inner }
        return SectionKind(rawValue: name)?.isShown(for: run) == true ? inner : []
      }
      .settled { RecordedCondition.holds($0, in: run, for: language) }
    } titles: { title in
      title.settled { RecordedCondition.holds($0, in: run, for: language) }
    }
  }

  /// The lesson without paragraphs, items, tables, captions and questions that name a value which the run
  /// does not know: a sentence with a gap in it is not said. Nor is a figure shown that would be empty
  /// because nobody knows what is true about the texts.
  ///
  /// That is the last resort; a lesson says by a condition what stands then instead.
  func withoutHoles(for run: Run) -> Lesson {
    with { blocks in
      blocks.rebuilt { block in
        holes(in: block, for: run).isEmpty && !isUnknowable(block, to: run) ? [block] : []
      }
    } titles: { title in
      holes(in: title, for: run).isEmpty ? title : []
    }
  }

  /// Whether a block is a figure that needs a truth which nobody knows about the texts of the run.
  private func isUnknowable(_ block: Block, to run: Run) -> Bool {
    // Of the town all is known, and drawing takes time.
    guard !run.setting.usesWorld, case .figure(let name, _) = block.content else { return false }
    do {
      _ = try FigureCatalog.figure(name, run: run, language: language)
      return false
    } catch {
      if case .unknowable = error { return true }
      return false
    }
  }

  /// Values that the text names and the run does not know, with their lines.
  func holes(for run: Run) -> [(name: String, line: Int)] {
    blocks.all.flatMap { holes(in: $0, for: run) } + steps.flatMap { holes(in: $0.title, for: run) }
  }

  private func holes(in block: Block, for run: Run) -> [(name: String, line: Int)] {
    holes(in: block.ownTexts, for: run)
  }

  private func holes(in text: [Inline], for run: Run) -> [(name: String, line: Int)] {
    text.all.compactMap { piece in
      guard case .value(let name, let line) = piece else { return nil }
      return RecordedValue.named(name)?.text(run, language) == nil ? (name, line) : nil
    }
  }

  /// The lesson with changed blocks and headings, and without steps of which nothing is left.
  private func with(
    _ blocks: ([Block]) -> [Block], titles: ([Inline]) -> [Inline]
  ) -> Lesson {
    var copy = self
    copy.introduction = blocks(introduction)
    copy.steps = steps.compactMap { step in
      var changed = step
      changed.title = titles(step.title)
      changed.blocks = blocks(step.blocks)
      let isLeft = !changed.blocks.isEmpty || step.blocks.isEmpty
      return isLeft && !changed.title.plainText.isEmpty ? changed : nil
    }
    return copy
  }
}
