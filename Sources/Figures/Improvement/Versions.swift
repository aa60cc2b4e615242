import Charts
import Names
import Record

/// All versions of the model: from which, from what, how they were judged and which one is in use.
struct Versions: FigureDefinition {
  let name = "versions"
  let row = "U8"

  struct Words: Sendable {
    var title: String
    var description: @Sendable (_ versions: Int, _ live: String) -> String
    var columns: [String]
    /// What a version learned from.
    var from: @Sendable (_ story: String, _ entries: Int, _ agreed: Int) -> String
    var live: String
  }

  static let english = Words(
    title: "Every version stays",
    description: { versions, live in
      "\(NameWording.english(versions, "version")), and where each comes from. In use is \(live). None is thrown away, "
        + "so every step can be looked at again, and taken back."
    },
    columns: [
      "Version", "#From", "What it learned from", "#Steps", "#Asked otherwise", "#Everything else",
      "#Test loss", "Verdict", "Its weights begin",
    ],
    from: { story, entries, agreed in
      "\(story): \(NameWording.english(entries, "opinion")), \(agreed) agreed on"
    },
    live: "in use")

  static let japanese = Words(
    title: "どの版も残しておく",
    description: { versions, live in
      "\(versions)個の版と、それぞれの生まれです。使われているのは\(live)です。どれも捨てないので、どの一歩も、あとから見直したり、"
        + "取り消したりできます。"
    },
    columns: ["版", "#もとの版", "学んだもの", "#ステップ", "#言い方を変えて", "#そのほか", "#テストの損失", "判定", "重みの印"],
    from: { story, entries, agreed in "\(story)：意見\(entries)件、まとまった訂正\(agreed)件" },
    live: "使用中")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    let (shown, names) = (context.exhibits, context.wording.improvement)
    guard let record = shown.improvement else { throw context.missing(names.noVersions) }
    func right(_ version: Exhibits.ModelVersion, _ group: ImprovementMeasure) -> String {
      shown.score(version, group).map {
        "\(Numbers.count($0.rightAfter))/\(Numbers.count($0.asked))"
      } ?? ""
    }
    let live = record.live.id
    let table = DataTable(
      words.columns,
      record.versions.map { version in
        let verdict = names.verdict(version.verdict)
        return [
          names.version(version.id), version.parent.map { Numbers.count($0) } ?? "",
          version.learning.map {
            words.from(names.story(version.story), $0.feedback.entries, $0.feedback.agreed)
          } ?? "",
          version.learning.map { Numbers.count($0.steps) } ?? "", right(version, .otherwise),
          right(version, .others), Numbers.fixed(version.testLoss, 3),
          version.id == live ? context.names.list([verdict, words.live]) : verdict,
          String(version.weights.prefix(8)),
        ]
      })
    return context.figure(
      words.title, words.description(record.versions.count, names.version(live)), table,
      TableChart(
        table,
        marks: record.versions.map {
          $0.id == live ? .notable : $0.verdict == .refused ? .wrong : nil
        }))
  }
}
