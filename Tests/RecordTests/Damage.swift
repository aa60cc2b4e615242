import Names
import RealRuns
import Record
import Testing

/// Which of the real runs a fault is put into.
enum BuiltRun: String, CaseIterable, Sendable {
  /// From the toy world, whose truth is known.
  case world
  /// From text of the user's own.
  case ownText
  /// Of a model that was made elsewhere.
  case imported

  func get() throws -> Run {
    switch self {
    case .world: try RealRuns.town
    case .ownText: try RealRuns.own.get()
    case .imported: try RealRuns.imported
    }
  }
}

/// A small fault in a good run, and the equation that must find it.
struct Damage: Sendable, CustomTestStringConvertible {
  var equation: String
  var run = BuiltRun.world
  var change: @Sendable (inout Run) -> Void

  init(
    _ equation: String, in run: BuiltRun = .world, _ change: @escaping @Sendable (inout Run) -> Void
  ) {
    self.equation = equation
    self.run = run
    self.change = change
  }

  /// A fault in one part.
  init<Content>(
    _ equation: String, _ part: Part<Content>, in run: BuiltRun = .world,
    _ change: @escaping @Sendable (inout Content) -> Void
  ) {
    self.init(equation, in: run) { run in
      var content = run[part]!
      change(&content)
      run[part] = content
    }
  }

  /// Another number at one place of a tensor.
  init(
    _ equation: String, tensor: String, at place: Int, in run: BuiltRun = .world,
    _ change: @escaping @Sendable (Float) -> Float
  ) {
    self.init(equation, in: run) { run in
      run.tensors[tensor]!.values[place] = change(run.tensors[tensor]!.values[place])
    }
  }

  var testDescription: String { equation }
}
