import Charts
import Names

extension Pipeline {
  static let english = Words(
    title: "From raw documents to a judged model, as this run went",
    description: { documents, tokens, model in
      "\(documents) were collected, cleaned and dealt out into three parts. The training part, "
        + "\(tokens), made a model of \(model) parameters, which was judged on the test part."
    },
    columns: ["Station", "What was counted"],
    names: Words.Names(
      raw: "Raw data", cleaning: "Cleaning", filter: "Unsuitable content",
      normalization: "Normalization", clean: "Clean texts", tokenizer: "Tokenizer",
      training: "Training", model: "Trained model", shrinking: "Made smaller",
      versions: "Further versions", evaluation: "Evaluation",
      part: { part in
        switch part {
        case .training: "Training part"
        case .validation: "Validation part"
        case .test: "Test part"
        }
      }),
    facts: Words.Facts(
      part: { documents, tokens in
        [NameWording.english(documents, "document"), NameWording.english(tokens, "token")]
      },
      rules: { NameWording.english($0, "rule") },
      dropped: { NameWording.english($0, "document") + " dropped" },
      sentences: { sentences, documents in
        NameWording.english(sentences, "sentence")
          + (documents > 0 ? " and \(NameWording.english(documents, "whole document"))" : "")
          + " dropped"
      },
      merges: { merges, vocabulary in
        "\(NameWording.english(merges, "merge")) learned from the training part alone, "
          + "\(NameWording.english(vocabulary, "token")) in the vocabulary"
      },
      steps: { steps, tokens in
        "\(NameWording.english(steps, "step")) of \(NameWording.english(tokens, "token"))"
      },
      losses: { first, last in "loss \(first) → \(last)" },
      parameters: { "\($0) parameters" },
      kept: { "kept after step \($0)" },
      variants: { NameWording.english($0, "model") },
      accepted: { accepted, tried in
        "\(accepted) of \(tried) accepted"
      },
      loss: { "loss \($0)" }, perplexity: { "perplexity \($0)" }),
    purpose: { part in
      switch part {
      case .training: "to learn"
      case .validation: "to watch"
      case .test: "to judge"
      }
    }
  )

  static let japanese = Words(
    title: "集めた文書から、試験を受けたモデルまで（この実行の道のり）",
    description: { documents, tokens, model in
      "集めた\(documents)をきれいにし、三つの組に分けました。訓練の組の\(tokens)から、パラメータ\(model)個のモデルができ、テストの組で試されました。"
    },
    columns: ["場所", "数えたもの"],
    names: Words.Names(
      raw: "生データ", cleaning: "クリーニング", filter: "不適切な内容の除去", normalization: "正規化",
      clean: "きれいな文章", tokenizer: "トークナイザー", training: "学習", model: "学習済みモデル",
      shrinking: "小さくする", versions: "新しい版", evaluation: "評価",
      part: { part in
        switch part {
        case .training: "訓練の組"
        case .validation: "検証の組"
        case .test: "テストの組"
        }
      }),
    facts: Words.Facts(
      part: { documents, tokens in
        ["文書数 \(Numbers.count(documents))", "トークン数 \(Numbers.count(tokens))"]
      },
      rules: { "\(Numbers.count($0))個の規則" },
      dropped: { "\(Numbers.count($0))文書を除いた" },
      sentences: { sentences, documents in
        "\(Numbers.count(sentences))文"
          + (documents > 0 ? "と\(Numbers.count(documents))文書の全体" : "") + "を除いた"
      },
      merges: { merges, vocabulary in
        "訓練の組だけから学んだ結合\(Numbers.count(merges))個、語彙\(Numbers.count(vocabulary))トークン"
      },
      steps: { steps, tokens in
        "\(Numbers.count(tokens))トークンずつ\(Numbers.count(steps))ステップ"
      },
      losses: { first, last in "損失 \(first) → \(last)" },
      parameters: { "パラメータ\($0)個" },
      kept: { "ステップ\($0)のあとを採用" },
      variants: { "モデル\(Numbers.count($0))個" },
      accepted: { accepted, tried in "\(tried)個のうち\(accepted)個が合格" },
      loss: { "損失 \($0)" }, perplexity: { "パープレキシティ \($0)" }),
    purpose: { part in
      switch part {
      case .training: "学ぶため"
      case .validation: "見守るため"
      case .test: "試すため"
      }
    }
  )
}
