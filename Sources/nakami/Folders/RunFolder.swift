import Lessons
import Record
import Site

/// Fills an output folder with a run and its pages: all of it or nothing.
enum RunFolder {
  /// - Parameters:
  ///   - course: whose lessons and pages are written.
  ///   - make: makes the run, with the folder that is being written, into which the model goes.
  /// - Returns: the run, and how many equations hold in it.
  static func fill(
    _ output: OutputFolder, course: Course, _ make: (_ draft: String) throws -> Run
  ) throws -> (run: Run, equations: Int) {
    let interruption = Interruption(of: output)
    do {
      try output.begin()
      let run = try make(output.draft)
      let equations = try RecordProof.demand(run)
      try RunStore.write(run, to: output.draft + "/run")
      try SiteWriter.write(
        run: run, course: course, live: try LiveFile.content(of: output.draft + "/model"),
        to: output.draft)
      try interruption.hold { try output.complete() }
      return (run, equations)
    } catch {
      output.discard()
      throw error
    }
  }
}
