import Charts
import Record

/// The runs of the sweep, as its figures name and order them.
enum Trials {
  typealias Trial = TuningRecord.Trial

  /// What a trial is called, for instance `width 128`; the base by the value of a knob.
  static func name(
    _ trial: Trial, of change: TuningRecord.Change, _ context: FigureContext
  ) -> String {
    let words = context.wording.tuning
    guard let knob = change.knob else { return words.knob(change) }
    let text = "\(words.knob(change)) \(Numbers.brief(trial.value(of: knob)))"
    return trial.knob == .base ? words.base(text) : text
  }

  /// The loss of a moment, if there was one.
  static func loss(_ point: TuningRecord.Point?) -> String {
    point.map { Numbers.fixed($0.loss, 3) } ?? "–"
  }

  /// The trials of each knob by rising value, the base among them; then those that change several.
  static func groups(_ record: TuningRecord) -> [(
    change: TuningRecord.Change, trial: Int
  )] {
    let grouped = record.findings.flatMap { finding in
      let (knob, change) = (finding.knob, TuningRecord.Change(finding.knob))
      return record.trials.indices.filter { [change, .base].contains(record.trials[$0].knob) }
        .sorted {
          (record.trials[$0].value(of: knob), $0) < (record.trials[$1].value(of: knob), $1)
        }.map { (change, $0) }
    }
    let several = [TuningRecord.Change.together, .used].flatMap { change in
      record.trials.indices.filter { record.trials[$0].knob == change }.map { (change, $0) }
    }
    return grouped + several
  }
}
