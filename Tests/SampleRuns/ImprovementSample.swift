import Names
import Record

/// Versions made by hand: a changed fact learned with replay and without, then "I do not know".
package enum ImprovementSample {
  package static let record = ImprovementRecord(
    gate: .init(clauses: [
      .init(.corrected, atLeast: 0.9), .init(.otherwise, atLeast: 0.9),
      .init(.neighbours, mayLose: 0.01), .init(.others, mayLose: 0.01),
      .init(.earlier, mayLose: 0.01), .init(.unknown, mayLose: 0.01),
      .init(.unknown, story: .unknownPeople, atLeast: 0.95), .init(.testLoss, mayLose: 0.05),
    ]),
    corrections: [mira, yuna],
    versions: [
      version(1, loss: 2.1, .start),
      version(
        2, parent: 1, .changedFacts, learning(replays: true),
        [
          score(.corrected, 2, 0, gained: [0, 2]), score(.otherwise, 2, 0, gained: [1, 3]),
          score(.neighbours, 2, 2), score(.others, 1, 1), score(.unknown, 6, 0),
        ], loss: 2.125, .accepted),
      version(
        3, parent: 1, .changedFacts, learning(replays: false),
        [
          score(.corrected, 2, 0, gained: [0, 2]), score(.otherwise, 2, 0, gained: [1, 3]),
          score(.neighbours, 2, 2, lost: [3, 4]), score(.others, 1, 1, lost: [2]),
          score(.unknown, 6, 0),
        ], loss: 4.5, .refused, failed: [2, 3, 7]),
      version(
        4, parent: 2, .unknownPeople, learning(replays: true, examples: 4),
        [
          score(.corrected, 2, 0, gained: [4, 6]), score(.otherwise, 1, 0, gained: [5]),
          score(.others, 3, 3), score(.earlier, 4, 4),
          score(.unknown, 6, 0, gained: [4, 5, 6, 7, 14, 15]),
        ], loss: 2.1375, .accepted),
    ],
    ways: [
      way(.all, 1, right: 2, loss: 2.125),
      way(.lastBlock, 3, right: 1, loss: 2.1375, failed: [1]),
      way(.lowRank, 12, rank: 4, right: 0, loss: 2.11, failed: [1]),
    ],
    shown: [
      .init(
        version: 2, group: .otherwise, language: .english, prompt: "What is Mira's job?",
        accepted: ["At sea."], before: said("At the bakery.", 0.875, false),
        after: said("At sea.", 0.75, true)),
      .init(
        version: 3, group: .others, language: .english, prompt: "Where does Ben work?",
        accepted: ["At sea."], before: said("At sea.", 0.9375, true),
        after: said("At the bakery.", 0.5, false)),
      .init(
        version: 4, group: .unknown, language: .japanese, prompt: "ザラさんの職場は？",
        accepted: ["わかりません。"], before: said("学校です。", 0.375, false),
        after: said("わかりません。", 0.96875, true)),
    ])

  private static let mira = ImprovementRecord.Correction(
    story: .changedFacts, relation: "work", subject: "Mira", name: .init(en: "Mira", ja: "ミラ"),
    before: .init(en: "the bakery", ja: "パン屋"), after: .init(en: "the sea", ja: "海"),
    prompts: [
      prompt(.english, "Where does Mira work?", true, "At sea.", "At the bakery."),
      prompt(.english, "What is Mira's job?", false, "At sea.", "At the bakery."),
      prompt(.japanese, "ミラはどこで働いていますか。", true, "海です。", "パン屋です。"),
      prompt(.japanese, "ミラの仕事は？", false, "海です。", "パン屋です。"),
    ])

  private static let yuna = ImprovementRecord.Correction(
    story: .unknownPeople, relation: "work", subject: "Yuna", name: .init(en: "Yuna", ja: "ユナ"),
    before: nil, after: nil,
    prompts: [
      prompt(.english, "Where does Yuna work?", true, "I do not know.", "At the school."),
      prompt(.english, "What is Yuna's job?", false, "I do not know.", "At the school."),
      prompt(.japanese, "ユナはどこで働いていますか。", true, "わかりません。", "学校です。"),
    ])

  private static func prompt(
    _ language: Language, _ text: String, _ isUsed: Bool, _ chosen: String, _ rejected: String
  ) -> ImprovementRecord.Prompt {
    .init(
      text: text, language: language, isUsed: isUsed, chosen: chosen, rejected: rejected,
      accepted: [chosen])
  }

  private static func score(
    _ group: ImprovementMeasure, _ asked: Int, _ right: Int, lost: [Int] = [], gained: [Int] = []
  ) -> ImprovementRecord.Score {
    .init(
      group: group, asked: asked, rightBefore: right, rightAfter: right - lost.count + gained.count,
      lost: lost, gained: gained)
  }

  private static func version(
    _ id: Int, parent: Int? = nil, _ story: ImprovementStory? = nil,
    _ learning: ImprovementRecord.Learning? = nil, _ scores: [ImprovementRecord.Score] = [],
    loss: Double, _ verdict: VersionVerdict, failed: [Int] = []
  ) -> ImprovementRecord.Version {
    .init(
      id: id, parent: parent, story: story, learning: learning, scores: scores, testLoss: loss,
      verdict: verdict, failed: failed, weights: String(repeating: "\(id)", count: 16),
      byteCount: SampleRun.modelFile.byteCount)
  }

  private static func way(
    _ way: ImprovementWay, _ share: Int, rank: Int? = nil, right: Int, loss: Double,
    failed: [Int] = []
  ) -> ImprovementRecord.WayTrial {
    let count = SampleRun.architecture.parameterCount / share
    return .init(
      way: way, rank: rank, steps: 4, learningRate: 0.001, learnedCount: count,
      byteCount: 4 * count,
      scores: [
        score(.corrected, 2, 0, gained: [0, 2]),
        score(.otherwise, 2, 0, gained: Array([1, 3].prefix(right))),
        score(.neighbours, 2, 2), score(.others, 1, 1), score(.unknown, 6, 0),
      ], testLoss: loss, failed: failed)
  }

  private static func said(
    _ text: String, _ probability: Double, _ isRight: Bool
  ) -> ImprovementRecord.Said {
    .init(
      text: text, isRight: isRight,
      tokens: [
        .init(token: SampleRun.piece(50, text), probability: probability),
        .init(token: SampleRun.piece(0, "<|end|>"), probability: 1),
      ])
  }

  private static func learning(replays: Bool, examples: Int = 2) -> ImprovementRecord.Learning {
    let count = SampleRun.architecture.parameterCount
    return .init(
      way: .all,
      feedback: .init(
        entries: 6, agreed: 2, contradicting: 0, staying: 0, fingerprint: "0123456789abcdef"),
      exampleDocuments: examples, replayedDocuments: replays ? 8 : 0, batchSize: 4,
      exampleRows: replays ? 1 : 4, steps: 4, learningRate: 0.001,
      losses: (1...4).map {
        .init(step: $0, examples: 4 / Double($0), replayed: replays ? 2.0625 : nil)
      },
      looks: [0, 2, 4],
      watched: [
        watched("Where does Mira work?", true, [-8, -2, -0.125], [-0.25, -2.5, -7]),
        // Without old documents the wanted answer rises and falls again.
        watched(
          "What is Mira's job?", false, replays ? [-7.5, -3, -0.25] : [-7.5, -0.25, -0.75],
          [-0.5, -1.5, -6]),
      ],
      moved: moved,
      sizes: [
        .init(below: 1e-5, count: count / 2), .init(below: 1e-4, count: count / 4),
        .init(below: nil, count: count - count / 2 - count / 4),
      ],
      weight: .init(
        parameter: "h.1.attn.c_proj.weight", row: 3, column: 5, values: [0.5, 0.25, 0.125]))
  }

  private static func watched(
    _ prompt: String, _ isUsed: Bool, _ chosen: [Double], _ rejected: [Double]
  ) -> ImprovementRecord.Watched {
    .init(
      prompt: prompt, language: .english, isUsed: isUsed, chosen: "At sea.",
      rejected: "At the bakery.", chosenLog: chosen, rejectedLog: rejected,
      margins: zip(chosen, rejected).map { $0 - $1 })
  }

  /// A row for each part, in the order of its tensors; that of the largest change holds the weight shown.
  private static let moved: [ImprovementRecord.Moved] = {
    var rows: [ImprovementRecord.Moved] = []
    for tensor in SampleRun.architecture.tensors {
      if let place = rows.firstIndex(where: { $0.part == tensor.part && $0.layer == tensor.layer })
      {
        rows[place].count += tensor.count
      } else {
        let isFarthest = tensor.part == .attention && tensor.layer == 1
        rows.append(
          .init(
            part: tensor.part, layer: tensor.layer, count: tensor.count, weightRMS: 0.125,
            changeRMS: isFarthest ? 0.0625 : 0.015625, largest: isFarthest ? 0.375 : 0.125))
      }
    }
    return rows
  }()
}
