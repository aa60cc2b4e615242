import Names
import Record
import Testing

/// Faults in the record of twins.
extension Damage {
  static let twin: [Damage] = [
    Damage("a-twin-never-reads-it", .twin) { $0.twin.telling = 1 },
    Damage("a-twin-never-reads-it", .twin) { $0.whole.telling = 0 },
    Damage("a-twin-reads-all-else", .twin) { $0.twin.texts = $0.whole.texts },
    Damage("a-twin-reads-all-else", .twin) { $0.twin.targets = $0.whole.targets },
    Damage("a-twin-reads-all-else", .twin) {
      $0.whole.targets += $0.shape.steps * $0.shape.batchSize * $0.shape.contextLength
    },
    Damage("left-out-documents-are-on-shelves", .twin) { $0.shelves[0].leftOut += 1 },
    Damage("left-out-documents-are-on-shelves", .twin) { $0.shelves[0].documents += 100_000 },
    Damage("left-out-documents-are-on-shelves", .twin) { record in
      for place in record.losses.indices where record.losses[place].text == .leftOut {
        record.losses[place].documents += 1
      }
    },
    Damage("left-out-sentences-tell-it", .twin) { $0.sentences[0].text = "The sea is wide." },
    Damage("left-out-sentences-tell-it", .twin) { $0.sentences.append($0.sentences[0]) },
    Damage("left-out-sentences-tell-it", .twin) { $0.sentences.removeAll() },
    Damage("twins-are-asked-the-same", .twin) { $0.asked[0].twin.probabilities.removeLast() },
    Damage("twins-are-asked-the-same", .twin) { $0.asked[0].whole.probabilities[1] = -0.1 },
    Damage("twins-are-asked-the-same", .twin) { $0.asked[0].twin.probabilities[0] = 1.2 },
    Damage("answers-of-twins-are-judged-by-truth", .twin) { $0.asked[0].whole.isRight.toggle() },
    Damage("answers-of-twins-are-judged-by-truth", .twin) { $0.asked[1].twin.isRight.toggle() },
    Damage("answers-of-twins-are-judged-by-truth", .twin) { record in
      for place in record.asked.indices { record.asked[place].accepted.removeLast() }
    },
    Damage("twins-take-the-whole-exam", .twin) { $0.groups[0].asked += 1 },
    Damage("twins-take-the-whole-exam", .twin) { $0.groups[0].twin = $0.groups[0].asked + 1 },
    Damage("the-course-ends-with-the-answer", .twin) { record in
      record.course[record.course.count - 1].twin += 0.01
    },
    Damage("the-course-ends-with-the-answer", .twin) { $0.course.reverse() },
    Damage("the-course-ends-with-the-answer", .twin) { $0.shape.steps += 1 },
  ]
}
