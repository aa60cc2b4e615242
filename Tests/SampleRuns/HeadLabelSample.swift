import Names
import Record

/// Labels of two heads made by hand: one looks back, the other has several labels.
package enum HeadLabelSample {
  package static let record = record(asks: true)
  /// Of a run that knows no truth, so that nothing can be asked.
  package static let withoutQuestions = record(asks: false)

  private static func record(asks: Bool) -> HeadLabelRecord {
    let judged: [(HeadBehaviour, Int)] =
      [(.previousToken, 40), (.sameToken, 40), (.firstToken, 40), (.induction, 24)]
      + (asks ? [(.name, 8), (.copying, 5)] : [])
    func head(_ number: Int, _ counts: [Int], _ labels: [HeadBehaviour]) -> HeadLabelRecord.Head {
      let scores = zip(judged, counts).map { judged, count in
        HeadLabelRecord.Score(
          behaviour: judged.0, count: count, share: Double(count) / Double(judged.1))
      }
      return .init(
        layer: 0, head: number, scores: scores,
        labels: labels.filter { label in judged.contains { $0.0 == label } })
    }
    return HeadLabelRecord(
      threshold: 0.5, documents: 4, tokens: 48, probes: 3, probeLength: 8, questions: asks ? 9 : 0,
      names: asks
        ? [" Mira", " Ben", " Ana", "ミラ", "ベン"].enumerated().map {
          SampleRun.piece(Int32(90 + $0), $1)
        }
        : [],
      judged: judged.map { .init(behaviour: $0.0, places: $0.1) },
      heads: [
        head(0, [22, 4, 6, 3, 2, 0], [.previousToken]),
        head(1, [5, 10, 20, 12, 7, 1], [.firstToken, .induction, .name]),
      ])
  }
}
