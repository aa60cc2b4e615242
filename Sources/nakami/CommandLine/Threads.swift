import Foundation

/// How many worker threads a command uses.
enum Threads {
  static func count(_ arguments: Arguments) throws(CommandError) -> Int {
    try arguments.integer("--threads", in: 1...256)
      ?? min(ProcessInfo.processInfo.activeProcessorCount, 256)
  }
}
