import Dataset
import ModelFile
import Names
import Numerics
import RawData
import Record
import Tokenization
import Transformer

/// U3: measures what each attention head does, and labels it by that.
///
/// Six behaviours, each a share of places from 0 to 1; a head has the label of each that reaches
/// ``threshold``. In the first five a place counts when the head's greatest weight there falls on the token
/// that is meant, of several equal weights the first:
///
/// - `previousToken`, `sameToken`, `firstToken`: in documents of the validation part, at each position from
///   the third on: the token before, itself, the first of the document.
/// - `induction`: tokens at random, read twice in a row; at each position of the second time: the token
///   that followed the same token the first time.
/// - `name`: where the model begins its answer to a question with a token that stands in the question and
///   with which a right answer begins, the name: at the last position of the prompt, any place of the name.
/// - `copying`: the output-value circuit. The value that a head computes at the name is taken through the
///   head's rows of the output matrix, and read as logits: `(r − mean(r))·gain·tableᵀ` with `r = v·W_O`.
///   It counts when no token is lifted more than the name itself, with or without a space before it. Each
///   name is judged once.
/// - SeeAlso: Voita et al. 2019, "Analyzing multi-head self-attention", section 5.1 (where the greatest
///   weight falls); Elhage et al. 2021, "A mathematical framework for transformer circuits" (output-value
///   circuit, copying); Olsson et al. 2022, "In-context learning and induction heads" (repeated random
///   tokens).
struct HeadLabelStage {
  /// More often than not.
  static let threshold = 0.5
  static let documentCount = 128
  static let questionCount = 96
  static let probeCount = 32
  static let longestProbe = 24

  let parameters: Parameters
  let tokenizer: Tokenizer
  let pool: WorkerPool

  static func run(_ bench: Workbench) -> LocalizedText {
    let record = HeadLabelStage(
      parameters: bench.learned.parameters, tokenizer: bench.tokenizer, pool: bench.pool
    ).record(
      documents: documents(bench.data.split), questions: bench.truth?.questions ?? [])
    bench.run[.headLabels] = record
    let labelled = record.heads.count { !$0.labels.isEmpty }
    return LocalizedText(
      en: "\(labelled) of \(record.heads.count) heads have a label",
      ja: "ヘッド\(record.heads.count)個のうち\(labelled)個に名札")
  }

  /// What the heads are watched in: text that the model did not learn from.
  static func documents(_ split: DatasetSplit) -> [[Int32]] { split.validation.map(\.tokens) }

  func record(documents: [[Int32]], questions: [TruthQuestion]) -> HeadLabelRecord {
    let configuration = parameters.configuration
    let count = configuration.layerCount * configuration.headCount
    let recorder = ActivationRecorder(
      parameters: parameters, positions: configuration.contextLength, pool: pool)
    var tally = Tally(heads: count)
    let read = HeadLooks.spread(
      documents.filter { $0.count > HeadLooks.firstJudged }, Self.documentCount
    ).map { Array($0.prefix(configuration.contextLength)) }
    for document in read { lookAtText(document, recorder, &tally) }
    let probes = probes(beginnings: read.compactMap(\.first))
    for probe in probes { lookAtProbe(probe, recorder, &tally) }
    let asked = HeadLooks.spread(questions, Self.questionCount)
    var names: [Int32] = []
    for question in asked { lookAtName(question, recorder, &names, &tally) }

    let judged = HeadBehaviour.allCases.compactMap { behaviour in
      tally.places[behaviour].map {
        HeadLabelRecord.Judged(behaviour: behaviour, places: $0)
      }
    }
    return HeadLabelRecord(
      threshold: Self.threshold, documents: read.count, tokens: read.reduce(0) { $0 + $1.count },
      probes: probes.count, probeLength: probes.first.map { ($0.count - 1) / 2 } ?? 0,
      questions: asked.count, names: tokenizer.pieces(names), judged: judged,
      heads: (0..<count).map { place in
        let scores = judged.map { judged in
          let count = tally.counts[judged.behaviour]?[place] ?? 0
          return HeadLabelRecord.Score(
            behaviour: judged.behaviour, count: count,
            share: Double(count) / Double(judged.places))
        }
        return HeadLabelRecord.Head(
          layer: place / configuration.headCount, head: place % configuration.headCount,
          scores: scores,
          labels: Self.labels(scores))
      })
  }

  static func labels(_ scores: [HeadLabelRecord.Score]) -> [HeadBehaviour] {
    scores.filter { $0.share >= threshold }.map(\.behaviour)
  }

  /// Places by behaviour, and of these those that count for each head.
  private struct Tally {
    let heads: Int
    var places: [HeadBehaviour: Int] = [:]
    var counts: [HeadBehaviour: [Int]] = [:]

    init(heads: Int) { self.heads = heads }

    mutating func add(_ behaviour: HeadBehaviour, places count: Int, _ ofHead: [Int]) {
      guard count > 0 else { return }
      places[behaviour, default: 0] += count
      for (head, count) in ofHead.enumerated() {
        counts[behaviour, default: [Int](repeating: 0, count: heads)][head] += count
      }
    }
  }

  private func lookAtText(
    _ document: [Int32], _ recorder: ActivationRecorder, _ tally: inout Tally
  ) {
    recorder.look(at: document)
    let counts = recorder.strongestLooks().map { HeadLooks.counts($0) }
    let places = document.count - HeadLooks.firstJudged
    tally.add(.previousToken, places: places, counts.map(\.previous))
    tally.add(.sameToken, places: places, counts.map(\.itself))
    tally.add(.firstToken, places: places, counts.map(\.first))
  }

  /// Each begins as documents do and goes on with different tokens at random, twice in a row.
  func probes(beginnings: [Int32]) -> [[Int32]] {
    let special = SpecialToken.allCases.count
    let length = min(
      Self.longestProbe, (parameters.configuration.contextLength - 1) / 2,
      tokenizer.vocabularySize - special)
    // In a shorter one what followed last time would be the token just before.
    guard length > 2, !beginnings.isEmpty else { return [] }
    return (0..<Self.probeCount).map { number in
      var generator = RandomGenerator(seed: 1, stream: UInt64(number))
      var row: [Int32] = []
      while row.count < length {
        let token = Int32(special + generator.below(tokenizer.vocabularySize - special))
        if !row.contains(token) { row.append(token) }
      }
      return [beginnings[number % beginnings.count]] + row + row
    }
  }

  private func lookAtProbe(
    _ probe: [Int32], _ recorder: ActivationRecorder, _ tally: inout Tally
  ) {
    recorder.look(at: probe)
    let length = (probe.count - 1) / 2
    tally.add(
      .induction, places: length,
      recorder.strongestLooks().map { looks in
        (1 + length..<probe.count).count { looks[$0] == $0 - length + 1 }
      })
  }

  private func lookAtName(
    _ question: TruthQuestion, _ recorder: ActivationRecorder, _ names: inout [Int32],
    _ tally: inout Tally
  ) {
    let prompt = PromptForm(kind: .question, language: question.language)
      .tokens(of: question.question, tokenizer: tokenizer)
    guard prompt.count <= parameters.configuration.contextLength else { return }
    recorder.look(at: prompt)
    let logits = recorder.model.logits.suffix(parameters.configuration.vocabularySize)
    guard let name = word(of: strongest(logits)),
      question.accepted.contains(where: { $0.hasPrefix(name) })
    else { return }
    let places = prompt.indices.filter { word(of: prompt[$0]) == name }
    guard let last = places.last else { return }
    tally.add(
      .name, places: 1,
      recorder.strongestLooks().map { places.contains($0[prompt.count - 1]) ? 1 : 0 })
    guard !names.contains(prompt[last]) else { return }
    names.append(prompt[last])
    tally.add(
      .copying, places: 1, lifted(at: last, recorder).map { word(of: $0) == name ? 1 : 0 })
  }

  /// The text of a token without the space before it, if it has a letter and more than one character.
  private func word(of token: Int32) -> String? {
    guard let text = String(validating: tokenizer.bytes(of: token), as: UTF8.self) else {
      return nil
    }
    let word = String(text.drop { $0 == " " })
    return word.count > 1 && word.unicodeScalars.contains(where: \.properties.isAlphabetic)
      ? word : nil
  }

  private func strongest(_ logits: some Sequence<Float>) -> Int32 {
    var (best, place) = (-Float.infinity, 0)
    for (token, logit) in logits.enumerated() where logit > best { (best, place) = (logit, token) }
    return Int32(place)
  }

  /// The token that each head lifts most with what it hands on of one position.
  func lifted(at position: Int, _ recorder: ActivationRecorder) -> [Int32] {
    let configuration = parameters.configuration
    let (width, size) = (configuration.width, configuration.headWidth)
    let gain = parameters.tensor("ln_f.weight")
    let table = parameters.tensor(configuration.outputTensor)
    return (0..<configuration.layerCount).flatMap { layer -> [Int32] in
      let qkv = recorder.buffer("blocks.\(layer).attn.qkv")  // (1, T, 3C)
      let matrix = parameters.tensor("h.\(layer).attn.c_proj.weight")  // (C, C)
      return (0..<configuration.headCount).map { head in
        let value = (3 * position + 2) * width + head * size
        var row = [Float](repeating: 0, count: width)
        for i in 0..<size {
          let weights = (head * size + i) * width
          for column in 0..<width {
            row[column] += qkv.values[value + i] * matrix[weights + column]
          }
        }
        let mean = row.reduce(0, +) / Float(width)
        for column in 0..<width { row[column] = (row[column] - mean) * gain[column] }
        return strongest(
          (0..<configuration.vocabularySize).map { token in
            var logit: Float = 0
            for column in 0..<width { logit += row[column] * table[token * width + column] }
            return logit
          })
      }
    }
  }
}
