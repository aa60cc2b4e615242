import Names
import Record

/// The edits of a document done once more, rule by rule, from the text before them.
struct EditReplay {
  /// What the edits of one rule, one after the other, did to the text.
  struct Step {
    var rule: RuleID
    var count: Int
    var before: String
    var after: String
  }

  let steps: [Step]

  /// Nil when the edits do not lead to the text that was recorded after them: what one cannot follow is
  /// not shown as if one could.
  init?(_ sample: BeforeAfter) {
    var text = Array(sample.before.utf8)
    var steps: [Step] = []
    // Places of a rule are those in the text that it was given, so they move with its own edits.
    var shift = 0
    for edit in sample.edits {
      if steps.last?.rule != edit.rule {
        let given = String(decoding: text, as: UTF8.self)
        steps.append(Step(rule: edit.rule, count: 0, before: given, after: given))
        shift = 0
      }
      let (old, new) = (Array(edit.before.utf8), Array(edit.after.utf8))
      guard let place = Self.nearest(old, in: text, to: edit.place + shift) else { return nil }
      text.replaceSubrange(place..<(place + old.count), with: new)
      shift += new.count - old.count
      steps[steps.count - 1].count += 1
      steps[steps.count - 1].after = String(decoding: text, as: UTF8.self)
    }
    guard !steps.isEmpty, text == Array(sample.after.utf8) else { return nil }
    self.steps = steps
  }

  /// Where the part begins that stands nearest to a place; rules do not know every place to the byte.
  private static func nearest(_ part: [UInt8], in text: [UInt8], to place: Int) -> Int? {
    guard part.count <= text.count else { return nil }
    let places = (0...(text.count - part.count)).filter { start in
      part.indices.allSatisfy { text[start + $0] == part[$0] }
    }
    return places.min { ($0 - place).magnitude < ($1 - place).magnitude }
  }
}
