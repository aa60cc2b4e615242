import Charts
import Foundation

/// A course of three short lessons as Markdown files, for tests of everything that shows lessons.
package enum SampleCourse {
  /// Writes the files into a new folder of their own.
  package static func write() throws -> String {
    let folder = NSTemporaryDirectory() + "nakami-sample-course-\(UInt64.random(in: 0 ... .max))"
    for (path, text) in files {
      let url = URL(fileURLWithPath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return folder
  }

  static let nodes = [
    "raw-data", "training-dataset", "training-program", "initial-parameters", "hyperparameters",
    "trained-model", "learned-parameters", "inference-program", "input-data", "ai-output",
    "feedback",
  ]

  package static let files: [(path: String, text: String)] = {
    var files = [
      ("en/one.md", plain("one", "First", "L1", 3, "The first.", "Begin here.", "Step")),
      ("ja/one.md", plain("one", "はじめ", "L1", 3, "一つ目です。", "ここからです。", "段階")),
      ("en/two.md", english), ("ja/two.md", japanese),
      ("en/three.md", plain("three", "Third", "U3", 5, "The third.", "End here.", "Step")),
      ("ja/three.md", plain("three", "おわり", "U3", 5, "三つ目です。", "ここまでです。", "段階")),
    ]
    for node in nodes {
      files.append(("en/nodes/\(node).md", page(node, "About \(node).")))
      files.append(("ja/nodes/\(node).md", page(node, "\(node)とは。")))
    }
    return files
  }()

  private static func page(_ node: String, _ summary: String) -> String {
    "---\nnode: \(node)\ntitle: \(node)\nsummary: \(summary)\n---\n\n![x](figure:prompt-tokens)\n"
  }

  private static func plain(
    _ id: String, _ title: String, _ row: String, _ minutes: Int, _ summary: String,
    _ text: String, _ step: String
  ) -> String {
    """
    ---
    id: \(id)
    title: \(title)
    row: \(row)
    minutes: \(minutes)
    summary: \(summary)
    ---

    \(text)

    ## \(step) \(id)

    ![x](figure:prompt-tokens)

    """
  }

  private static let english = """
    ---
    id: two
    title: Second
    row: L2d
    minutes: 7
    summary: The second.
    ---

    Go to [the first](lesson:one), to [the model](node:trained-model) or to
    [the world](https://example.org/x).

    ## Look

    ![What it was given.](figure:prompt-tokens)

    There are {{collection.documents}} documents.

    :::world
    Made by the town.
    :::

    :::own
    Made by you.
    :::

    ## Decide

    :::quiz
    Which one is right?

    - [ ] Alpha
      Because of alpha.
    - [x] Beta
      Because of beta.
    - [ ] Gamma
      Because of gamma.

    > Think of bees.
    :::

    """

  private static let japanese = """
    ---
    id: two
    title: つぎ
    row: L2d
    minutes: 7
    summary: 二つ目です。
    ---

    [一つ目](lesson:one)、[モデル](node:trained-model)、[外](https://example.org/x)。

    ## 見る

    ![渡されたもの。](figure:prompt-tokens)

    文書は{{collection.documents}}あります。

    :::world
    町が作りました。
    :::

    :::own
    あなたが作りました。
    :::

    ## 決める

    :::quiz
    正しいのはどれですか。

    - [ ] アルファ
      アだからです。
    - [x] ベータ
      ベだからです。
    - [ ] ガンマ
      ガだからです。

    > 蜂を思い出しましょう。
    :::

    """
}
