import Figures
import Names
import Record
import SampleRuns
import Testing

/// Figures whose words claim a direction, in runs in which it went the other way.
@Suite struct OtherWayTests {
  private func words(
    _ name: String, _ language: Language, _ change: (inout Run) -> Void
  ) throws -> (title: String, description: String) {
    var run = Truth.run
    change(&run)
    let figure = try FigureCatalog.figure(name, run: run, language: language)
    return (figure.title, figure.description)
  }

  @Test func aLossThatRoseDidNotFall() throws {
    let rise = { (run: inout Run) in
      run[.training]!.steps[0].loss = 1.5
      run[.training]!.steps[run[.training]!.steps.count - 1].loss = 9
    }
    let english = try words("loss-curve", .english, rise)
    #expect(english.title == "The loss at each step")
    #expect(english.description.contains("the loss went from 1.50 to 9.00 nats"))
    let japanese = try words("loss-curve", .japanese, rise)
    #expect(japanese.title == "各ステップの損失")
    #expect(japanese.description.contains("1.50ナットから9.00ナットになりました"))
    let fall = { (run: inout Run) in
      run[.training]!.steps[0].loss = 9
      run[.training]!.steps[run[.training]!.steps.count - 1].loss = 1.5
    }
    #expect(
      try words("loss-curve", .english, fall).title == "The loss falls while the model learns")
    #expect(
      try words("loss-curve", .japanese, fall).description.contains("1.50ナットまで下がりました"))
  }

  @Test func aProbabilityThatSankDidNotRise() throws {
    let sink = { (run: inout Run) in
      for place in run[.training]!.snapshots[0].predictions.indices {
        for token in run[.training]!.snapshots[0].predictions[place].watched.indices {
          run[.training]!.snapshots[0].predictions[place].watched[token].probability = 0.9
        }
      }
    }
    #expect(
      try words("prediction-over-time", .english, sink).description
        .contains("the right token “␣at” goes from 90.00% to 75.00%."))
    #expect(
      try words("prediction-over-time", .japanese, sink).description
        .contains("の確率が90.00%から50.00%に変わりました。"))
    #expect(
      try words("prediction-over-time", .japanese) { _ in }.description
        .contains("の確率が3.00%から50.00%に上がりました。"))
  }

  @Test func aFactAtTheBeginningOfAnAnswerIsSaidToStandThere() throws {
    let first = { (run: inout Run) in
      for snapshot in run[.training]!.snapshots.indices {
        for place in run[.training]!.snapshots[snapshot].predictions.indices {
          run[.training]!.snapshots[snapshot].predictions[place].kind = .question
          run[.training]!.snapshots[snapshot].predictions[place].answer = ""
        }
      }
    }
    #expect(
      try words("prediction-over-time", .english, first).description
        .hasPrefix("At the beginning of the answer to “Where is Mira?”, the right token “␣at”"))
    #expect(
      try words("prediction-over-time", .japanese, first).description
        .hasPrefix("「ミラ」への答えの先頭では、トークン「は」"))
  }

  @Test func anAdditionMayMakeTheStreamShorter() throws {
    let shorten = { (run: inout Run) in
      for id in ["q.en", "q.ja"] {
        let name = "usage.\(id).blocks.0.hook_resid_post"
        guard let tensor = run.tensors[name] else { continue }
        run.tensors[name] = RecordedTensor(
          shape: tensor.shape, values: tensor.values.map { _ in 0.5 })
      }
    }
    let run = UsageSample.run
    var changed = run
    shorten(&changed)
    let english = try FigureCatalog.figure("residual-stream", run: changed, language: .english)
    #expect(english.description.contains("1 of 2 additions made it longer, the rest shorter."))
    let japanese = try FigureCatalog.figure("residual-stream", run: changed, language: .japanese)
    #expect(japanese.description.contains("2回の足し算のうち、ベクトルを長くしたのは1回です"))
  }

  @Test func aRunThatKeptLearningDidNotGetWorse() throws {
    let better = { (run: inout Run) in
      run[.tuning]!.overfitting.overfitted.validations = [
        .init(step: 10, loss: 4), .init(step: 20, loss: 3.25),
      ]
    }
    #expect(
      try words("overfitting", .english, better).description
        .contains(", its validation loss at 3.250, the lowest that it had"))
    #expect(
      try words("overfitting", .japanese, better).description
        .contains("検証の損失が3.250（その中でいちばん低い値）で終わります"))
    let worse = { (run: inout Run) in
      run[.tuning]!.overfitting.overfitted.validations = [
        .init(step: 10, loss: 3), .init(step: 20, loss: 3.25),
      ]
    }
    #expect(
      try words("overfitting", .english, worse).description.contains("(3.000) and ends at 3.250"))
    #expect(
      try words("overfitting", .japanese, worse).description.contains("3.000を底に3.250で終わります"))
  }

  @Test func documentsThatWereCutAreNotSaidToBeWhole() throws {
    let cut = { (run: inout Run) in run[.cleaning]!.documentsAfter = 1 }
    #expect(
      try words("dataset-split", .english, cut).description
        .hasPrefix("Long documents were cut into pieces, and these divided: "))
    #expect(
      try words("dataset-split", .japanese, cut).description.hasPrefix("長い文書は先に切り分けました。"))
  }

  @Test func aTownDocumentWithoutMarksCameClean() throws {
    for (usesWorld, english, japanese) in [
      (true, "Marked in it: nothing, it came clean.", "なし（もともときれいな文書です）"),
      (false, "nothing, for nobody recorded where noise was put.", "なし（ノイズの場所は記録されていません）"),
    ] {
      let change = { (run: inout Run) in
        run.setting.usesWorld = usesWorld
        for place in run[.collection]!.samples.indices {
          run[.collection]!.samples[place].noise = []
        }
      }
      #expect(try words("raw-document", .english, change).description.contains(english))
      #expect(try words("raw-document", .japanese, change).description.contains(japanese))
    }
  }
}
