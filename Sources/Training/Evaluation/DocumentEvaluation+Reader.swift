import Numerics

extension DocumentEvaluation {
  /// Evaluates any program that reads tokens one after another, over the same windows.
  ///
  /// - Parameters:
  ///   - documents: token ids of each document.
  ///   - byteCount: bytes of text that all documents hold.
  ///   - context: the most tokens that the program can look back over.
  ///   - reader: makes a worker's reader, which runs on the pool that it is handed.
  public init(
    documents: [[Int32]], byteCount: Int, context: Int, pool: WorkerPool,
    reader: (WorkerPool) -> some TokenReader
  ) {
    bytes = byteCount
    let windows = Self.windows(of: documents, context: context)
    guard !windows.isEmpty else { return }
    let workers = min(pool.threadCount, windows.count)
    var summaries = [[LogitSummary]](repeating: [], count: windows.count)
    summaries.withUnsafeMutableBufferPointer { summaries in
      pool.runNested(workers) { worker, serial in
        let reader = reader(serial)
        for number in stride(from: worker, to: windows.count, by: workers) {
          let window = windows[number]
          reader.reset()
          summaries[number] = (0..<window.count).map { place in
            LogitSummary(
              reader.process([documents[window, place]]), target: documents[window, place + 1])
          }
        }
      }
    }
    for summary in summaries.joined() { add(summary) }
  }
}
