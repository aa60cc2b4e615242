import Charts

/// A figure whose words stand apart from it.
struct Maker: FigureDefinition {
  let name: String
  let row: String
  let make: @Sendable (FigureContext) throws(FigureError) -> Figure

  static let english: Void = ()
  static let japanese: Void = ()

  init(
    _ name: String, row: String,
    _ make: @escaping @Sendable (FigureContext) throws(FigureError) -> Figure
  ) {
    self.name = name
    self.row = row
    self.make = make
  }

  func draw(_ context: FigureContext, _ words: Void) throws(FigureError) -> Figure {
    try make(context)
  }
}
