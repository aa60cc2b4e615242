/// Several independent products that are computed as one set of tasks.
public struct ProductBatch {
  private var products: [MatrixProduct] = []
  private var grids: [TaskGrid] = []
  private var starts = [0]

  public init(_ products: [MatrixProduct], threads: Int) {
    self.products = products
    // The larger a task, the less of its time goes into packing; four shares for each thread are
    // enough to keep all at work to the end.
    let work = products.reduce(1) { $0 + $1.work }
    grids = products.map { product in
      TaskGrid(product, tasks: threads == 1 ? 1 : 1 + 4 * threads * product.work / work)
    }
    for grid in grids { starts.append(starts[starts.count - 1] + grid.count) }
  }

  public func run(_ pool: WorkerPool) {
    pool.runNested(starts[products.count]) { task, serial in
      var low = 0
      var high = products.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if starts[middle] <= task { low = middle } else { high = middle }
      }
      let tile = task - starts[low]
      products[low].run(rows: grids[low].rows(tile), columns: grids[low].columns(tile), serial)
    }
  }
}

/// How one product is cut into tasks: only speed depends on it.
struct TaskGrid {
  private let rowCount: Int
  private let columnCount: Int
  private var taskRows: Int
  private var taskColumns: Int

  /// Cuts until there are so many tasks, or tasks would last only some microseconds.
  init(_ product: MatrixProduct, tasks: Int) {
    (rowCount, columnCount) = (product.rows, product.columns)
    (taskRows, taskColumns) = (max(1, rowCount), max(1, columnCount))
    while count < tasks, taskRows * taskColumns * product.depth > 1 << 20 {
      if taskColumns > 128 || (taskColumns > 32 && taskRows <= 96) {
        taskColumns = ((taskColumns + 1) / 2 + 15) / 16 * 16
      } else if taskRows > 12 {
        taskRows = ((taskRows + 1) / 2 + MicroKernel.rows - 1) / MicroKernel.rows * MicroKernel.rows
      } else {
        return
      }
    }
  }

  var count: Int {
    rowCount == 0 || columnCount == 0
      ? 0
      : ((rowCount + taskRows - 1) / taskRows) * ((columnCount + taskColumns - 1) / taskColumns)
  }

  private var columnTasks: Int { (columnCount + taskColumns - 1) / taskColumns }

  func rows(_ task: Int) -> Range<Int> {
    let start = task / columnTasks * taskRows
    return start..<min(start + taskRows, rowCount)
  }

  func columns(_ task: Int) -> Range<Int> {
    let start = task % columnTasks * taskColumns
    return start..<min(start + taskColumns, columnCount)
  }
}
