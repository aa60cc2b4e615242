import Charts
import Names

/// What the live page says around what the engine shows.
struct LivePageWording {
  var title: String
  var lead: String
  var start: String
  /// What the page loads, once it is asked to.
  var weight: (_ bytes: String) -> String
  /// For a browser that runs no scripts.
  var needs: String
  var loading: String
  var ready: String
  var failed: String
  /// For a model that is too large.
  var tooLarge: (_ bytes: String, _ most: String) -> String
  var prompt: String
  /// The prompt's kind, and each of them.
  var kind: String
  var kinds: [(id: PromptKind, name: String)]
  var settings: String
  var temperature: String
  var topK: String
  var topP: String
  var seed: String
  var longest: String
  var address: String
  /// What a token costs on average, in nats: best counting model, this model, floor where it is known.
  var ruler: (_ random: String, _ counted: String?, _ model: String, _ floor: String?) -> String
  var recorded: String
  var recordedNote: String
  /// Heads the recorded learning of the large model.
  var recordedLearning: String
  var link: String
  /// The same for a model that is too large to run in the page.
  var leadElsewhere: String
  var linkElsewhere: String

  static func of(_ language: Language) -> LivePageWording {
    switch language {
    case .english: english
    case .japanese: japanese
    }
  }

  private static var english: LivePageWording {
    LivePageWording(
      title: "Ask it yourself",
      lead: """
        The same model, the same program and the same figures as on the other pages, but with your own \
        words: write, choose another road, knock parts out, and see what becomes of the answer.
        """,
      start: "Ask it yourself",
      weight: {
        "Once you choose this, the page loads \($0) from its own folder, and nothing else."
      },
      needs: """
        To answer here, the page needs a browser that runs scripts and WebAssembly; below it shows an \
        answer that was recorded.
        """,
      loading: "The model is being loaded.",
      ready: "The model is ready.",
      failed: """
        The model could not be started here: this browser is too old for it, or does not allow it. The \
        recorded answer below is complete without it.
        """,
      tooLarge: {
        "This model’s parameters need \($0), and a page carries at most \($1), so it does not run here. In a "
          + "terminal it answers with: nakami ask"
      },
      prompt: "Your text",
      kind: "What it is",
      kinds: [
        (.question, "a question"), (.continuation, "a text to go on with"),
        (.summary, "a story to sum up"), (.translation, "a sentence to translate"),
      ],
      settings: "How tokens are chosen",
      temperature: "Temperature (0: always the likeliest)",
      topK: "Top-k (0: off)", topP: "Top-p (1: off)", seed: "Seed of the draws",
      longest: "Longest answer, in tokens",
      address: """
        The address of this page holds all that you see: your text, the settings, the parts and the roads. \
        Keep it or send it, and the page shows the same again.
        """,
      ruler: { random, counted, model, floor in
        "To compare your guesses with: on the texts kept for the test, a token costs \(random) nats on "
          + "average for whoever knows nothing, "
          + (counted.map { "\($0) for the best model that only counts, " } ?? "")
          + "\(model) for this model"
          + (floor.map { ", and nobody could do with less than \($0)" } ?? "") + "."
      },
      recorded: "A recorded answer",
      recordedNote: "One token on its way through the model, as this run recorded it:",
      recordedLearning: "How the large one learned, as it was recorded",
      link: "Ask it yourself: the model runs in this page",
      leadElsewhere: """
        The same model, the same program and the same figures as on the other pages, but with your own \
        words: for this, the model has to be asked in a terminal.
        """,
      linkElsewhere: "Ask it yourself, in a terminal")
  }

  private static var japanese: LivePageWording {
    LivePageWording(
      title: "自分で聞いてみる",
      lead: """
        ほかのページと同じモデル、同じプログラム、同じ図で、こんどはあなたの言葉を使います。\
        文章を書き、別の道を選び、部品を取り除いて、答えがどうなるかを見てください。
        """,
      start: "自分で聞いてみる",
      weight: { "押すと、このページのフォルダーから\($0)を読み込みます。ほかには何も読み込みません。" },
      needs: """
        ここで答えさせるには、スクリプトとWebAssemblyが使えるブラウザーが必要です。下に、記録しておいた答えがあります。
        """,
      loading: "モデルを読み込んでいます。",
      ready: "モデルの準備ができました。",
      failed: """
        ここではモデルを動かせませんでした。ブラウザーが古いか、動かすことが許されていないためです。下の記録は、そのまま全部読めます。
        """,
      tooLarge: {
        "このモデルのパラメータは\($0)あり、ページに入れられる\($1)を超えるので、ここでは動きません。端末で nakami ask と打てば答えます。"
      },
      prompt: "あなたの文章",
      kind: "何として読ませるか",
      kinds: [
        (.question, "質問"), (.continuation, "続きを書かせる文章"), (.summary, "要約させる物語"),
        (.translation, "訳させる文"),
      ],
      settings: "トークンの選び方",
      temperature: "温度（0ならいつも第一候補）",
      topK: "top-k（0なら使わない）", topP: "top-p（1なら使わない）", seed: "くじの種",
      longest: "答えの長さ（最大のトークン数）",
      address: """
        見えているもの（文章、設定、部品、分かれ道）はすべて、このページのアドレスに入っています。取っておくか人に送れば、\
        同じ場面をもう一度開けます。
        """,
      ruler: { random, counted, model, floor in
        "あなたの予想と比べるために：テスト用の文章では、1トークンあたりの驚きの平均は、何も知らなければ\(random)ナット、"
          + (counted.map { "数えるだけのいちばん良いモデルで\($0)ナット、" } ?? "") + "このモデルで\(model)ナットです。"
          + (floor.map { "\($0)ナットを下回ることは、だれにもできません。" } ?? "")
      },
      recorded: "記録した答え",
      recordedNote: "一つのトークンがモデルを通り抜けるようすを、この実行で記録したものです。",
      recordedLearning: "大きなモデルの学習の記録",
      link: "自分で聞いてみる：このページの中でモデルが動きます",
      leadElsewhere: """
        ほかのページと同じモデル、同じプログラム、同じ図で、こんどはあなたの言葉を使います。このモデルには、端末で聞いてください。
        """,
      linkElsewhere: "自分で聞いてみる：端末で")
  }
}
