import Charts
import Record

/// Candidates for the next token.
enum Candidates {
  /// Each with its id, its logit and its probability.
  static func table(
    _ candidates: [CandidateRecord], _ context: FigureContext
  ) -> DataTable {
    DataTable(
      context.wording.tokens.candidateColumns,
      candidates.map {
        [
          $0.token.shown, String($0.token.id), Numbers.fixed($0.logit, 2),
          Numbers.percent($0.probability, 2),
        ]
      })
  }
}
