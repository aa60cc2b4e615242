import Dataset
import Names
import Numerics
import RawData
import Record

extension CollectStage.Material {
  /// The documents with these ids as they were collected, of several with one id the first.
  func documents(_ ids: Set<String>) -> [String: RawDocument] {
    var found: [String: RawDocument] = [:]
    for document in documents where ids.contains(document.id) {
      if found[document.id] == nil { found[document.id] = document }
      if found.count == ids.count { break }
    }
    return found
  }
}

/// Chooses, of the cases that no rule can be sure of, those that are shown: the first of each rule,
/// language and verdict, different in their words; of similar documents those nearest to the threshold.
struct CaseChoice {
  let material: CollectStage.Material
  let result: CleaningResult

  static let mostOfOneSort = 3

  func cases(of score: CleaningScore) -> [JudgedCase] {
    let ids = Set(score.cases.flatMap { [$0.mark.documentID, $0.mark.duplicateOf ?? ""] })
    let documents = material.documents(ids)
    let similarities = Dictionary(
      result.similarPairs.map { ($0.documentID + "\n" + $0.otherID, $0.similarity) },
      uniquingKeysWith: max)
    let threshold = CleaningOptions().nearDuplicateThreshold
    var sorted = score.cases.enumerated().map { index, known in
      let pair = known.mark.documentID + "\n" + (known.mark.duplicateOf ?? "")
      let similarity = known.rule == .nearDuplicate ? similarities[pair] : nil
      return (known: known, similarity: similarity, index: index)
    }
    sorted.sort { first, second in
      let distances = [first, second].map { abs(($0.similarity ?? threshold) - threshold) }
      return (distances[0], first.index) < (distances[1], second.index)
    }
    var chosen: [JudgedCase] = []
    var counts: [String: Int] = [:]
    var texts: Set<String> = []
    for (known, similarity, _) in sorted {
      guard let document = documents[known.mark.documentID],
        known.rule != .nearDuplicate || similarity != nil
      else { continue }
      let verdict = JudgedCase.Verdict(
        isNoise: known.mark.guise == .disguised, isCaught: known.isCaught)
      let language = document.language ?? .english
      let key = "\(known.rule) \(language) \(verdict)"
      guard counts[key, default: 0] < Self.mostOfOneSort else { continue }
      let text = Self.text(of: known.mark, in: document)
      guard texts.insert("\(key) \(text)").inserted else { continue }
      counts[key, default: 0] += 1
      chosen.append(
        JudgedCase(
          rule: known.rule, language: language, verdict: verdict, documentID: document.id,
          text: text,
          original: known.rule != .nearDuplicate
            ? nil : documents[known.mark.duplicateOf ?? ""].map(Self.whole),
          score: similarity.map { ($0 * 10_000).rounded() / 10_000 }
            ?? scoreOfSentence(known.mark)))
    }
    return chosen.sorted {
      ($0.rule.index, $0.language.place, $0.verdict.place, $1.score ?? 0)
        < ($1.rule.index, $1.language.place, $1.verdict.place, $0.score ?? 0)
    }
  }

  /// What the content filter thought of a sentence; 0 where it found nothing in it.
  private func scoreOfSentence(_ mark: NoiseMark) -> Double? {
    guard mark.kind == .unsuitable else { return nil }
    let end = mark.offset + mark.noisy.utf8.count
    return result.findings.first {
      $0.documentID == mark.documentID && $0.start < end && mark.offset < $0.end
    }?.score ?? 0
  }

  private static func text(of mark: NoiseMark, in document: RawDocument) -> String {
    guard !mark.noisy.isEmpty,
      let field = document.fields.first(where: { $0.name == mark.field })
    else { return whole(document) }
    // A sentence speaks for itself; of less, the line that it stands in.
    if mark.kind == .unsuitable || mark.guise == .lookalike && mark.kind != .wrongLanguage {
      return mark.noisy.split(separator: "\n").joined(separator: " ")
    }
    if mark.kind == .wrongLanguage { return whole(document) }
    let bytes = Array(field.text.utf8)
    var start = mark.offset
    var end = mark.offset + mark.noisy.utf8.count
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return excerpt(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// The document as cleaning alone would leave it, or as it came where nothing would be left.
  private static func whole(_ document: RawDocument) -> String {
    let result = CleaningPipeline().run([document], pool: WorkerPool(threadCount: 1))
    return excerpt(
      result.documents.first?.fields[0].text ?? result.dropped.first?.excerpt
        ?? document.fields[0].text)
  }

  private static func excerpt(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return String(scalars.prefix(600)) + (scalars.count > 600 ? "…" : "")
  }
}

extension JudgedCase.Verdict {
  fileprivate init(isNoise: Bool, isCaught: Bool) {
    self = isNoise ? (isCaught ? .rightlyActed : .missed) : isCaught ? .wronglyActed : .rightlyLeft
  }

  fileprivate var place: Int { Self.allCases.firstIndex(of: self)! }
}
