import Charts
import Record

/// Pictures of weight matrices, and the numbers behind them.
enum WeightMaps {
  /// Matrices in the store whose names begin with a prefix, without it, in the order of names.
  static func matrices(
    _ prefix: String, _ context: FigureContext
  ) -> [(name: String, rows: [[Float]])] {
    let store = context.run.tensors
    return store.names.compactMap { name in
      guard name.hasPrefix(prefix), let tensor = store[name], tensor.shape.count == 2 else {
        return nil
      }
      return (String(name.dropFirst(prefix.count)), tensor.rows)
    }
  }

  /// All numbers of the panels, a row of a matrix on a line.
  static func table(
    _ panels: [HeatMap.Panel], _ context: FigureContext
  ) -> DataTable {
    DataTable(
      context.wording.weights.columns,
      panels.flatMap { panel in
        panel.values.enumerated().map { row, values in
          [
            panel.title, String(row),
            values.map { Numbers.fixed(Double($0), 3) }.joined(separator: "  "),
          ]
        }
      })
  }

  /// The matrices beside each other, on one palette.
  static func map(_ panels: [HeatMap.Panel], _ context: FigureContext) -> HeatMap {
    let words = context.wording.weights
    return HeatMap(
      panels: panels, palette: .divergingLearned, rowAxis: words.rowAxis,
      columnAxis: words.columnAxis, valueAxis: words.weightAxis,
      leastCell: 10,
      panelsPerRow: 2)
  }
}
