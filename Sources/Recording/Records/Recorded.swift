/// The record of one row of the flows, which a run may lack: a model that was imported has no raw data.
///
/// Whoever reads a record asks first whether it is there (`Run.has(_:)`); figures, values and lessons all
/// do so by the rows that they are made from.
@propertyWrapper
public struct Recorded<Record: Sendable>: Sendable {
  public private(set) var projectedValue: Record?

  public init(wrappedValue: Record) { projectedValue = wrappedValue }

  private init(none: Void) { projectedValue = nil }

  /// No record.
  static var absent: Recorded { Recorded(none: ()) }

  public var wrappedValue: Record {
    get {
      guard let record = projectedValue else {
        preconditionFailure("this run has no \(Record.self); ask Run.has first")
      }
      return record
    }
    set { projectedValue = newValue }
  }
}

/// A part of a run that is recorded on its own; the raw value names its file.
public enum RunPart: String, CaseIterable, Sendable {
  case collection, cleaning, filter, normalization, tokenization, dataset, architecture
  case initialization, hyperparameters, algorithm
  case workedExample = "worked-example"
  case tuning, training, evaluation, shrinking
  case modelFile = "model-file"
  case inference, usage
}
