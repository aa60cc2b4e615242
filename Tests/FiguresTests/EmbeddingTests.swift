import Charts
import Names
import SampleRuns
import Testing

@testable import Figures
@testable import Record

/// Words in two dimensions: those of the reader's language, told apart by their sort.
@Suite struct EmbeddingTests {
  static let run: Run = {
    var run = SampleRun.make()
    let piece = { (text: String, id: Int32) in
      TokenPiece(id: id, bytes: Array(text.utf8), text: text)
    }
    run[.training]!.embeddingTokens = [
      piece(" Mira", 1), piece("ミラ", 2), piece(" cat", 3), piece("ねこ", 4), piece(" Ana", 5),
      piece("灯台", 6),
    ]
    run[.training]!.embeddingWords = [
      .init(sort: "person", language: .english), .init(sort: "person", language: .japanese),
      .init(sort: "pet", language: .english), .init(sort: "pet", language: .japanese),
      .init(sort: "person", language: .english), .init(sort: "boats", language: .japanese),
    ]
    for snapshot in run[.training]!.snapshots {
      run.tensors["training.\(snapshot.step).embedding"] = RecordedTensor(
        shape: [6, 2], values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    }
    return run
  }()

  private func figure(_ language: Language) throws -> Figure {
    try FigureCatalog.figure("embedding-over-time", run: Self.run, language: language)
  }

  @Test func wordsOfTheReadersLanguageAreToldApartBySort() throws {
    let first = "first direction → second direction"
    #expect(
      Shown.lines(try figure(.english).body).suffix(4) == [
        first, " Mira of people at 1, 2", " cat of pets at 5, 6", " Ana of people at 9, 10",
      ])
    // A sort that only the facts file knows keeps its name.
    #expect(
      Shown.lines(try figure(.japanese).body).suffix(3) == [
        "ミラ of 人の名前 at 3, 4", "ねこ of ペット at 7, 8", "灯台 of boats at 11, 12",
      ])
  }

  @Test func theTableHoldsTheSameWords() throws {
    let table = try figure(.english).table
    #expect(table.rows.map { $0[0] } == ["␣Mira", "␣cat", "␣Ana"])
    #expect(table.rows[1] == ["␣cat", "5.000", "6.000", "5.000", "6.000"])
    #expect(try figure(.english).description.hasPrefix("3 tokens"))
  }
}
