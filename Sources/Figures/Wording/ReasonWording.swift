/// Why a figure can't be drawn.
struct ReasonWording: Sendable {
  /// A part that the run lacks, as one that was made elsewhere does.
  var notInThisRun: String
  var noWorkedExample: String
  var noTruth: String
  var noMerges: String
  var noEncodedText: String
  var noWeights: String
  var noSteps: String
  var noSnapshots: String
  var noNorms: String
  var noTrials: String
  var noQuestions: String
  var noVariants: String
  var noAnswer: String
  var noActivations: String
  var noChoices: String

  static let english = ReasonWording(
    notInThisRun: "this model was made elsewhere; nothing of this was recorded",
    noWorkedExample: "this run worked no example by hand",
    noTruth: "nobody recorded where noise lies in these documents, so there is nothing to judge by",
    noMerges: "this run's tokenizer learned no merges",
    noEncodedText: "this run kept no encoded text as a sample",
    noWeights: "this run kept no weights to look at",
    noSteps: "this run recorded no training steps",
    noSnapshots: "this run kept no snapshots of its training",
    noNorms: "this run measured no norms of weights",
    noTrials: "this run recorded no sweep",
    noQuestions: "this run asked no questions: the truth about these texts is not known",
    noVariants: "this run recorded no smaller models",
    noAnswer: "this run recorded no answer to a prompt",
    noActivations: "this run kept no numbers from inside the model for a prompt",
    noChoices: "this run recorded no choices of tokens"
  )

  static let japanese = ReasonWording(
    notInThisRun: "よそで作られたモデルなので、これについての記録はありません",
    noWorkedExample: "この実行には、手計算の例が記録されていません",
    noTruth: "これらの文書にはノイズの場所の記録がないため、答え合わせができません",
    noMerges: "この実行のトークナイザーは、結合を一つも学んでいません",
    noEncodedText: "この実行には、トークンに分けた文の見本が残っていません",
    noWeights: "この実行には、見られる重みが残っていません",
    noSteps: "この実行には、学習のステップが記録されていません",
    noSnapshots: "この実行には、学習途中の記録が残っていません",
    noNorms: "この実行には、重みの長さが記録されていません",
    noTrials: "この実行には、ハイパーパラメータ探索が記録されていません",
    noQuestions: "この文章については正解がわからないため、質問はしていません",
    noVariants: "この実行には、小さくしたモデルが記録されていません",
    noAnswer: "この実行には、プロンプトへの答えが記録されていません",
    noActivations: "この実行には、プロンプトを処理したときのモデル内部の数値が残っていません",
    noChoices: "この実行には、トークンの選択が記録されていません"
  )
}
