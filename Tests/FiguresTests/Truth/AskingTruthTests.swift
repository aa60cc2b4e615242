import Charts
import Names
import Record
import SampleRuns
import Testing

@testable import Figures

/// What the figures of asking show of a record made by hand.
@Suite struct AskingTruthTests {
  private func figure(_ name: String, _ language: Language = .english) throws -> Figure {
    try FigureCatalog.figure(name, run: UsageSample.run, language: language)
  }

  @Test func requestsStandWithWhatTheyWereTakenFor() throws {
    let figure = try figure("request-recasts")
    #expect(
      figure.table.rows.map { $0.joined(separator: " | ") } == [
        "Where does Mira work? | a question | the question mark | (the same) | 9/10 | 9/10",
        "where does mira work | a question | a question word | Where does Mira work? | 4/10 | 9/10",
        "Tell me Mira's hobby. | a question | “tell me” or the like | What is Mira's hobby? | 8/10 | 6/10",
        "Please continue: It was | a text to continue | an instruction | It was | – | –",
      ])
    // Of 30 questions 21 as typed, 24 recast.
    #expect(figure.description.contains("70.0% as it was typed, 80.0% after"))
    guard case .table(let chart) = figure.body else { throw NoTable() }
    #expect(chart.marks == [nil, .right, .wrong, nil])
    let japanese = try self.figure("request-recasts", .japanese)
    #expect(
      japanese.table.rows == [
        ["ミラさんの職場を教えて", "質問", "「教えて」など", "ミラさんの職場はどこですか？", "2/12", "11/12"]
      ])
    #expect(japanese.description.contains("打ったままでは16.7%、規則で言いかえると91.7%"))
  }

  @Test func sentencesStandWithTheirThreeScores() throws {
    let figure = try figure("language-scores")
    #expect(
      figure.table.rows.map { $0.joined(separator: " | ") } == [
        "The sea | English | 87.5% | 0.0% | 12.5%", "Das Meer | German | 25.0% | 0.0% | 75.0%",
        "abcd海 | Japanese | 50.0% | 37.5% | 12.5%", "море | Russian | 0.0% | 6.3% | 93.8%",
      ])
    #expect(figure.description.contains("The scores of 4 sentences"))
    #expect(figure.description.contains("3 were recognized"))
    guard case .bars(let chart) = figure.body else { throw NoTable() }
    #expect(chart.series == ["English", "Japanese", "neither"])
    #expect(chart.rows[1].values == [25, 0, 75] && chart.rows[1].text == "75.0%")
    #expect(chart.rows[1].label.contains("Das Meer") && chart.rows[1].label.contains("German"))
    #expect(try self.figure("language-scores", .japanese).description.contains("正しく見分けたのは3個"))
  }

  @Test func theStepsTellOfRecastingCuttingAndNeitherLanguage() throws {
    var run = UsageSample.run
    var answer = UsageSample.english
    answer.preprocessing.insert(
      .init(name: .recast, before: "Where is the sea?", after: "Where does the sea lie?"), at: 1)
    answer.preprocessing.insert(
      .init(name: .cut, before: "Where does the sea lie?", after: "lie?"), at: 3)
    answer.neitherScore = 0.0625
    run[.usage] = UsageRecord(answers: [answer])
    let figure = try FigureCatalog.figure("prompt-steps", run: run, language: .english)
    #expect(
      figure.table.rows.map { $0[0] } == [
        "Characters brought to one form", "Put as the training text puts it", "Language decided",
        "Cut, as the model sees no more", "Role tokens put around it",
      ])
    #expect(
      figure.table.rows[1][2] == "Where does the sea lie?" && figure.table.rows[3][2] == "lie?")
    #expect(figure.description.contains("neither 0.0625"))
    let japanese = try FigureCatalog.figure("prompt-steps", run: run, language: .japanese)
    #expect(japanese.table.rows[1][0] == "学習した文の聞き方に言いかえる")
    #expect(japanese.description.contains("どちらでもない 0.0625"))
  }

  private struct NoTable: Error {}
}
