import Charts
import Names
import Record

/// The probability of what is true while both twins learn.
struct TwinCourse: FigureDefinition {
  let name = "twin-course"
  let row = "L5c"

  struct Words: Sendable {
    var title: String
    var description:
      @Sendable (_ question: String, _ start: String, _ ends: (String, String)) -> String
  }

  static let english = Words(
    title: "The moment at which it is learned",
    description: { question, start, ends in
      "“\(question)” Before the first step both hold what is true for equally likely (\(start)), for they are the same. In the "
        + "end it is \(ends.0) for the model that read everything, and \(ends.1) for its twin."
    })

  static let japanese = Words(
    title: "覚えていくようす",
    description: { question, start, ends in
      "「\(question)」と聞いたときの、正しい言葉の確率です。最初の一歩の前は、どちらも同じモデルなので、同じ値（\(start)）です。"
        + "終わりには、全部読んだモデルで\(ends.0)、双子で\(ends.1)になりました。"
    })

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (exhibits, names) = (context.exhibits, context.wording.twin)
    let course = exhibits.twinCourse
    guard let first = course.first, let last = course.last, let asked = exhibits.twinQuestion
    else { throw context.missing(names.noTwin) }
    return context.figure(
      words.title,
      words.description(
        asked.prompt.onOneLine, Numbers.fixed(first.whole, 3),
        (Numbers.fixed(last.whole, 3), Numbers.fixed(last.twin, 3))),
      DataTable(
        ["#" + context.wording.learning.stepAxis, "#" + names.whole, "#" + names.twin],
        course.map {
          [Numbers.count($0.step), Numbers.fixed($0.whole, 3), Numbers.fixed($0.twin, 3)]
        }),
      LineChart(
        x: Axis(context.wording.learning.stepAxis, steps: course.map { Double($0.step) }),
        y: Axis(context.wording.tokens.probabilityAxis, from: 0, to: 1),
        series: [
          LineChart.Series(
            names.whole, course.map { .init(Double($0.step), $0.whole) }, isMarked: true),
          LineChart.Series(
            names.twin, course.map { .init(Double($0.step), $0.twin) }, isMarked: true),
        ]))
  }
}
