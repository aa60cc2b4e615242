import Dataset
import Names
import Tokenization

/// Which earlier documents are learned again beside the corrections.
///
/// Half of them are questions with answers, since that is what the model is asked, and half are other
/// texts, each spread evenly over all that there are. What tells the opposite of a correction is left out:
/// it would teach back what is to be unlearned.
package struct ReplayChoice: Sendable {
  /// Texts that together tell what is no longer true, such as a name and a former workplace.
  package var contradictions: [[String]]
  package var limit: Int

  package init(contradictions: [[String]], limit: Int) {
    self.contradictions = contradictions
    self.limit = limit
  }

  /// O(bytes of the documents looked at · contradictions).
  package func documents(
    from all: [TokenizedDocument], tokenizer: Tokenizer
  ) -> [TokenizedDocument] {
    let needles = contradictions.map { $0.map { Array($0.utf8) } }
    let questions = all.indices.filter { all[$0].kind == .questionAnswer }
    let others = all.indices.filter { all[$0].kind != .questionAnswer }
    let half = limit / 2
    let questionCount = min(questions.count, max(half, limit - others.count))
    let chosen =
      spread(questions, questionCount) + spread(others, min(others.count, limit - questionCount))
    let places = chosen.sorted()
    let texts = places.map { tokenizer.decode(all[$0].tokens) }
    var isOpposite = places.map { _ in false }
    for words in needles {
      let holds = texts.map { text in words.allSatisfy { text.firstRange(of: $0) != nil } }
      // What most documents hold is no telling of one fact.
      guard holds.count(where: { $0 }) * 2 <= texts.count else { continue }
      for number in holds.indices where holds[number] { isOpposite[number] = true }
    }
    return zip(places, isOpposite).compactMap { place, tellsOpposite in
      tellsOpposite ? nil : all[place]
    }
  }

  private func spread(_ places: [Int], _ count: Int) -> [Int] {
    (0..<count).map { places[$0 * places.count / count] }
  }
}
