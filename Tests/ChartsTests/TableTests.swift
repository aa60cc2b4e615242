import Markup
import SampleRuns
import Testing

@testable import Charts

@Suite struct TableTests {
  private static let table = DataTable(
    ["", "Version", "#Size", "#Loss", "#English", "#Products"],
    [
      ["▶", "as learned", "3.49 MB", "0.585", "120/120", "851,968"],
      ["", "pruned", "3.37 MB", "0.585", "120/120", "851,968"],
    ])

  @Test func columnsStandBesideEachOtherWhereTheyFit() {
    let lines = Self.table.terminal(width: 80).map(\.text)
    #expect(lines.count == 4)
    #expect(lines[2].contains("as learned  3.49 MB"))
  }

  @Test(arguments: [40, 45])
  func numbersStayWholeWhereColumnsDoNotFit(width: Int) {
    let lines = Self.table.terminal(width: width).map(\.text)
    #expect(lines.first == "▶ as learned")
    #expect(lines.allSatisfy { TerminalText.width(of: $0) <= width })
    let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(
      text.contains(
        "Size: 3.49 MB · Loss: 0.585 · English: 120/120 · Products: 851,968 pruned Size: 3.37 MB"))
  }

  @Test func aNumberThatNamesARowSaysWhatItIs() {
    let table = DataTable(["#Row", "#Weight"], [["112", "0.00110000"]])
    #expect(table.terminal(width: 12).map(\.text) == ["Row: 112", "  Weight: ", "  0.00110000"])
  }

  @Test func aTableIsShownOnceOnAPage() {
    func markup(_ shown: DataTable, _ all: DataTable) -> Markup {
      Figure(
        id: "table", language: .english, title: "Sizes", description: "All sizes.", table: all,
        body: TableChart(shown, marks: [.notable])
      ).markup()
    }
    let once = markup(Self.table, Self.table)
    #expect(once.elements("table").count == 1)
    #expect(once.elements("details").isEmpty)
    #expect(once.elements("tr").filter { $0.attributes["class"] == "notable" }.count == 1)
    let short = DataTable(columns: Self.table.columns, rows: [Self.table.rows[0]])
    let twice = markup(short, Self.table)
    #expect(twice.elements("table").count == 2)
    #expect(twice.elements("details").count == 1)
  }

  /// Numbers in every choice of five columns; cells that fit a telephone, and cells that do not.
  @Test(arguments: 0..<32, [false, true])
  func aCellHasTheStyleAndTheTitleOfItsOwnColumn(numbers: Int, isWide: Bool) {
    let columns = (0..<5).map {
      DataTable.Column("T\($0)", isNumber: numbers >> $0 & 1 == 1)
    }
    let rows = (0..<2).map { row in
      (0..<5).map { (isWide ? "letters of " : "") + "\(row)\($0)" + (isWide ? "metres-long" : "") }
    }
    let markup = DataTable(columns: columns, rows: rows).markup()
    let (heads, cells) = (markup.elements("th"), markup.elements("td"))
    let styles = columns.map { $0.isNumber ? "number" : nil }
    #expect(heads.map { $0.attributes["class"] } == styles)
    #expect(heads.map { $0.element.plainText } == columns.map(\.title))
    #expect(cells.map { $0.attributes["class"] } == styles + styles)
    #expect(cells.map { $0.element.plainText } == rows.flatMap { $0 })
    // Where rows become paragraphs, each cell says what it is.
    let titles = columns.map { isWide ? $0.title : nil }
    #expect(cells.map { $0.attributes["data-title"] } == titles + titles)
  }

  @Test func aTapeHasALineForEachCalculation() {
    let tape = PaperTape([
      .init(
        "Sum", formulas: ["x = E + P"], lines: [.init("x", "1 + 2", "3"), .init("y", "4", "4")])
    ])
    let markup = tape.written?.markup ?? .fragment([])
    let cells = markup.elements("td").map { $0.element.plainText }
    #expect(cells == ["x = 1 + 2", "= 3", "y", "= 4"])
    #expect(markup.elements("code").map { $0.element.plainText } == ["x = E + P"])
  }
}
