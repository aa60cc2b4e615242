import Names
import RawData

/// Runs the passes over one text and keeps track of what each changed.
struct FieldCleaner {
  private(set) var bytes: [UInt8]
  let context: TextContext
  /// Rules that change nothing.
  private let without: Set<RuleID>
  /// The edits of each pass that changed something, oldest first.
  private var layers: [EditList] = []

  init(_ bytes: [UInt8], context: TextContext, without: Set<RuleID> = []) {
    self.bytes = bytes
    self.context = context
    self.without = without
  }

  /// All rules up to the content filter.
  mutating func clean(_ tally: inout EditTally) {
    var context = context
    var found = ByteSet(bytes)
    if found.hasCarriageReturns || found.hasLineSeparators {
      apply(&tally) { LineEndingPass.run($0, into: &$1) }
    }
    if context.isMarkup {
      let keepsFurniture = without.contains(.boilerplate)
      var holdsPreformatted = false
      apply(&tally) {
        holdsPreformatted = HTMLPass.run(
          $0, language: context.language, keepsFurniture: keepsFurniture, into: &$1)
      }
      context.holdsPreformatted = holdsPreformatted
    }
    // Before strays go: one of them may stand for a byte.
    if found.hasForeign { apply(&tally) { ShiftJISMojibake.run($0, into: &$1) } }
    // Text that was garbled twice needs two repairs, which nobody has ever seen thrice.
    found = ByteSet(bytes)
    for _ in 0..<2 where found.hasControls || found.hasForeign {
      guard apply(&tally, { EncodingPass.run($0, into: &$1) }) else { break }
    }
    if found.hasForeign, bytes.withUnsafeBufferPointer({ AozoraPass.applies(to: $0) }) {
      apply(&tally) { AozoraPass.run($0, into: &$1) }
    }
    apply(&tally) { LayoutPass.run($0, context: context, into: &$1) }
    apply(&tally) { NewsPass.run($0, context: context, into: &$1) }
    apply(&tally) { LightMarkupPass.run($0, context: context, into: &$1) }
    apply(&tally) { MarkdownPass.run($0, context: context, into: &$1) }
    apply(&tally) { ForumPass.run($0, context: context, into: &$1) }
    apply(&tally) { WhiteSpacePass.run($0, context: context, into: &$1) }
    // What follows only looks at characters beyond ASCII, and at `?` and `!` beside them.
    if ByteSet(bytes).hasForeign {
      apply(&tally) { CompatibilityPass.run($0, context: context, into: &$1) }
      apply(&tally) { QuotePass.run($0, context: context, into: &$1) }
    }
    apply(&tally) { PersonalDataPass.run($0, into: &$1) }
  }

  /// Runs one pass; true when it changed something.
  @discardableResult
  mutating func apply(
    _ tally: inout EditTally, _ pass: (Bytes, inout EditList) -> Void
  ) -> Bool {
    var edits = EditList(without: without)
    bytes.withUnsafeBufferPointer { pass($0, &edits) }
    guard !edits.isEmpty else { return false }
    edits.seal()
    record(edits, in: &tally)
    let result = bytes.withUnsafeBufferPointer { edits.applied(to: $0) }
    bytes = result
    layers.append(edits)
    return true
  }

  /// Where a range of the present text stood in the collected field.
  func source(of range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    for layer in layers.reversed() {
      start = layer.sourceStart(of: start)
      end = max(start, layer.sourceEnd(of: end))
    }
    return start..<end
  }

  /// What each rule did to the text, in turn; a rule that ran again at once did one thing.
  /// - Parameter original: the text as it was given.
  func steps(from original: [UInt8]) -> [RuleStep] {
    var steps: [RuleStep] = []
    var bytes = original
    for layer in layers {
      let rules = layer.rules
      let given = bytes
      for index in rules.indices {
        let after = given.withUnsafeBufferPointer { layer.only(rules[...index]).applied(to: $0) }
        let count = layer.edits.count { $0.rule == rules[index] }
        if let last = steps.last, last.rule == rules[index] {
          steps[steps.count - 1].count += count
          steps[steps.count - 1].after = String(decoding: after, as: UTF8.self)
        } else {
          steps.append(
            RuleStep(
              rule: rules[index], count: count, before: String(decoding: bytes, as: UTF8.self),
              after: String(decoding: after, as: UTF8.self)))
        }
        bytes = after
      }
    }
    return steps
  }

  private func record(_ edits: EditList, in tally: inout EditTally) {
    bytes.withUnsafeBufferPointer { bytes in
      edits.text.withUnsafeBufferPointer { text in
        for edit in edits.edits {
          tally.add(
            edit.rule, before: Bytes(rebasing: bytes[edit.start..<edit.end]),
            after: Bytes(rebasing: text[edit.textStart..<edit.textEnd])
          ) { source(of: edit.start..<edit.end) }
        }
      }
    }
  }
}
