import Names
import RawData
import Record
import Training

/// L5c: where a small model knows a fact from: its twin never read the documents that tell it.
///
/// It is the first fact of the facts file that training asks about.
enum TwinStage {
  static func run(_ bench: Workbench) throws -> LocalizedText {
    guard let truth = bench.truth else {
      return LocalizedText(
        en: "no facts, for nobody knows the truth", ja: "正解がわからないので、事実なし")
    }
    let world = try bench.settings.world()
    guard let fact = world.firstToldFact(seed: bench.settings.seed) else {
      return LocalizedText(en: "no fact that training asks about", ja: "学習で質問される事実なし")
    }
    var settings = TwinSettings(small: bench.settings)
    settings.limit(to: world, with: fact)
    let twins: Twins
    do {
      twins = try Twins(
        settings, omission: Omission(fact), fact: fact, clean: bench.split.training,
        training: bench.data.split.training, test: bench.data.split.test,
        tokenizer: bench.tokenizer, pool: bench.pool)
    } catch {
      // A corpus as small as one likes may not tell it.
      return LocalizedText(
        en: "no twins: \(error.text(.english))", ja: "双子なし：\(error.text(.japanese))")
    }
    let record = try twins.run(asking: truth.questions)!.record
    bench.run[.twin] = record
    let shares = [true, false].map { isWhole in
      record.asked.count { isWhole ? $0.whole.isRight : $0.twin.isRight }
    }
    let count = record.shelves.reduce(0) { $0 + $1.leftOut }
    return LocalizedText(
      en: "of \(record.asked.count) ways to ask \(shares[0]) right, without \(count) documents "
        + "\(shares[1])",
      ja: "\(record.asked.count)通りの聞き方で正解\(shares[0])、文書\(count)件を除くと\(shares[1])")
  }
}
