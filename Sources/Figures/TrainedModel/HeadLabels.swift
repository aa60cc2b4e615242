import Charts
import Names
import Record

/// What each head was seen to do, behaviour by behaviour, and the labels that follow.
struct HeadLabels: FigureDefinition {
  let name = "head-labels"
  let row = "U3"

  struct Words: Sendable {
    var title: String
    /// What was read, where it was.
    var read: @Sendable (_ texts: Texts) -> String
    var labelled: @Sendable (_ threshold: String, _ labelled: String, _ heads: String) -> String
    var clearest:
      @Sendable (_ head: String, _ label: String, _ count: String, _ places: String) -> String
    var columns: [String]
    var headName: @Sendable (_ layer: Int, _ head: Int) -> String
    var headAxis: String
    var behaviourAxis: String
    var valueAxis: String
    var reached: String
    var notJudged: String
    var noLabels: String

    struct Texts: Sendable {
      var documents: Int
      var probes: Int
      /// How many of the questions are answered with the name first.
      var names: Int
      var copied: Int
    }
  }

  static let english = Words(
    title: "What does each head do?",
    read: { texts in
      let parts =
        [
          texts.documents > 0
            ? "in \(NameWording.english(texts.documents, "document")) that it did not learn from"
            : "",
          texts.probes > 0
            ? "in \(NameWording.english(texts.probes, "row")) of random tokens that stand there twice"
            : "",
          texts.names > 0
            ? "where \(NameWording.english(texts.names, "answer")) "
              + "\(texts.names == 1 ? "begins" : "begin") with the name from the question" : "",
        ].filter { !$0.isEmpty }
      return "How often each head looks most at the token that is meant, "
        + parts.joined(separator: ", ")
        + (texts.copied > 0
          ? "; and for how many of \(NameWording.english(texts.copied, "name")) what it hands on lifts that name most. "
          : ". ")
    },
    labelled: { threshold, labelled, heads in
      "From a score of \(threshold) on a head has the label: \(labelled) of \(heads) heads have one."
    },
    clearest: { head, label, count, places in
      " The clearest is “\(label)” for \(head): \(count) of \(places) places."
    },
    columns: ["Head", "Label"],
    headName: { layer, head in "L\(layer)H\(head)" },
    headAxis: "head", behaviourAxis: "what it does",
    valueAxis: "score: share of the places judged (0 to 1)",
    reached: "reaches the threshold", notJudged: "not judged",
    noLabels: "this run did not measure what its heads do")

  static let japanese = Words(
    title: "ヘッドは、それぞれ何をしているか",
    read: { texts in
      let parts =
        [
          texts.documents > 0 ? "学習に使わなかった文書\(texts.documents)個" : "",
          texts.probes > 0 ? "でたらめなトークンを2回くり返した列\(texts.probes)本" : "",
          texts.names > 0 ? "質問の中の名前から始まる答え\(texts.names)個" : "",
        ].filter { !$0.isEmpty }
      return parts.joined(separator: "、") + "で、ヘッドがいちばん見ている相手を調べ、目当てのトークンだった場所の割合を得点にしました。"
        + (texts.copied > 0
          ? "「書き写し」は、名前\(texts.copied)個のうち、ヘッドが渡すものがその名前をいちばん押し上げた割合です。" : "")
    },
    labelled: { threshold, labelled, heads in
      "得点が\(threshold)以上のふるまいが、そのヘッドの名札になります。名札が付いたヘッドは、\(heads)個のうち\(labelled)個です。"
    },
    clearest: { head, label, count, places in
      "いちばんはっきりしているのは\(head)の「\(label)」で、\(places)か所のうち\(count)か所です。"
    },
    columns: ["ヘッド", "名札"],
    headName: { layer, head in "L\(layer)H\(head)" },
    headAxis: "ヘッド", behaviourAxis: "ふるまい",
    valueAxis: "得点：調べた場所のうちの割合（0～1）",
    reached: "しきい値に届いた", notJudged: "調べていない",
    noLabels: "この実行では、ヘッドのふるまいを調べていません")

  func draw(_ context: FigureContext, _ words: Words) throws(FigureError) -> Figure {
    guard let record = context.exhibits.headLabels else { throw context.missing(words.noLabels) }
    let wording = context.wording.heads
    let name = { (head: HeadLabelRecord.Head) in words.headName(head.layer, head.head) }
    let behaviours = HeadBehaviour.allCases
    let texts = Words.Texts(
      documents: record.documents, probes: record.probes, names: record.places(.name) ?? 0,
      copied: record.names.count)
    var description =
      words.read(texts)
      + words.labelled(
        Numbers.fixed(record.threshold, 2),
        Numbers.count(record.heads.count { !$0.labels.isEmpty }), Numbers.count(record.heads.count))
    if let clearest = context.exhibits.clearestLabel {
      description += words.clearest(
        name(clearest.head), wording.label(clearest.score.behaviour),
        Numbers.count(clearest.score.count),
        Numbers.count(record.places(clearest.score.behaviour) ?? 0))
    }
    var pointed: Set<HeatMap.Cell> = []
    for (row, head) in record.heads.enumerated() {
      for (column, behaviour) in behaviours.enumerated() where head.labels.contains(behaviour) {
        pointed.insert(HeatMap.Cell(row, column))
      }
    }
    return context.figure(
      words.title, description,
      DataTable(
        words.columns + behaviours.map { "#" + wording.label($0) },
        record.heads.map { head in
          [name(head), wording.labels(head.labels)]
            + behaviours.map { behaviour in
              guard let score = head.score(behaviour), let places = record.places(behaviour) else {
                return "–"
              }
              return "\(Numbers.count(score.count))/\(Numbers.count(places))"
            }
        }),
      HeatMap(
        panels: [
          HeatMap.Panel(
            "",
            record.heads.map { head in
              behaviours.map { behaviour in
                head.score(behaviour).map { Float($0.share) } ?? .nan
              }
            })
        ], palette: .sequential, rowLabels: record.heads.map(name),
        columnLabels: behaviours.map(wording.label), rowAxis: words.headAxis,
        columnAxis: words.behaviourAxis, valueAxis: words.valueAxis, leastCell: 34,
        maskLabel: words.notJudged, pointed: pointed, pointedLabel: words.reached))
  }
}
