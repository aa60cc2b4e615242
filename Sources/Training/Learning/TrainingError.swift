import Files
import ModelFile

/// Why a training run cannot start or go on; each description is one line that names the remedy.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
  /// A hyperparameter that no run can use.
  case badOption(name: String, problem: String)
  /// The loss or the gradient was not a number; the step was not taken.
  case notFinite(step: Int, quantity: String)
  /// The checkpoint belongs to another run.
  case checkpointMismatch(file: String, problem: String)
  /// A checkpoint could not be read or written.
  case checkpoint(FileError)
  /// There is not enough text for one sequence.
  case tooLittleData(tokens: Int, needed: Int)

  public var description: String {
    switch self {
    case .badOption(let name, let problem):
      "--\(name) \(problem)"
    case .notFinite(let step, let quantity):
      "the \(quantity) of step \(step) is not a finite number; "
        + "start again with a lower --learning-rate (a checkpoint written before stays as it is)"
    case .checkpointMismatch(let file, let problem):
      "\(file) belongs to another run (\(problem)); "
        + "give the same options, or start without --resume"
    case .checkpoint(let error):
      error.description
    case .tooLittleData(let tokens, let needed):
      "the text has \(tokens) tokens, but one sequence and its targets need \(needed); "
        + "give more text or a shorter --context"
    }
  }
}
