import Foundation
import Record
import Testing
import Tokenization

/// A model that knows nothing of this program's tokens, as one from elsewhere.
@Suite struct ImportTests {
  @Test func aForeignModelIsShownWithItsPagesAndNoEmptyPlaces() throws {
    let folder = try TemporaryFolder()
    try folder.write("play.txt", String(repeating: "the sea sings and the boat ", count: 60).utf8)
    let trained = try Program.run([
      "train", "--data", folder.path + "/play.txt", "--out", folder.path + "/Play", "--steps", "20",
      "--layers", "2", "--heads", "2", "--width", "16", "--context", "32", "--batch", "4",
      "--quiet",
    ])
    try #require(trained.exitCode == 0, "\(trained.error)")
    let out = folder.path + "/Shown"
    let imported = try Program.run([
      "import", folder.path + "/Play", "--text", "the sea", "--tokens", "8", "--out", out,
    ])
    try #require(imported.exitCode == 0, "\(imported.error)")
    #expect(imported.output.contains("2 layers, 2 heads, width 16"))

    let run = try RunStore.read(from: out + "/run")
    #expect(run.setting.importedFrom == "Play")
    #expect(run[.usage]?.answers.map(\.tokens.count) == [7])
    #expect((run[.inference]?.largestDifference ?? 1) < 1e-4)
    #expect(run[.architecture] != nil && run[.training] == nil && run[.collection] == nil)
    let files = TemporaryFolder.files(in: out)
    #expect(files["en/lessons/inside-the-model.html"] != nil)
    #expect(files["en/raw-data.html"] == nil && files["en/feedback.html"] == nil)
    // It can be asked in its page, and nobody saw how it learned.
    #expect(files["ja/live.html"] != nil && files["en/train.html"] == nil)
    #expect((files["live.js"]?.count ?? 0) > 100_000)
    for (name, bytes) in files where name.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("shown missing") && !text.contains("{{"), "\(name)")
      for link in text.split(separator: "href=\"").dropFirst() {
        let target = link.prefix { $0 != "\"" && $0 != "#" }
        guard !target.isEmpty, !target.contains(":") else { continue }
        let path = URL(fileURLWithPath: "/" + name).deletingLastPathComponent()
          .appendingPathComponent(String(target)).standardizedFileURL.path
        #expect(files[String(path.dropFirst())] != nil, "\(name) leads to \(target)")
      }
    }

    // The same numbers from the folder that was read and from the one that was written.
    let texts = ["--text", "the boat", "--json", "--model"]
    let before = try Program.run(["logits"] + texts + [folder.path + "/Play"])
    let after = try Program.run(["logits"] + texts + [out + "/model"])
    #expect(before.exitCode == 0 && before.output == after.output)
    let answer = try Program.run(["ask", "the sea", "--out", out, "--tokens", "4", "--json"])
    #expect(answer.exitCode == 0 && !answer.output.contains("<|en|>"), "\(answer.error)")
    let walk = try Program.run(["learn", "U3", "--out", out, "--plain"])
    #expect(walk.exitCode == 0 && walk.output.contains("the sea"))
    let lost = try Program.run(["learn", "L5a", "--out", out, "--plain"])
    #expect(lost.exitCode == 64)

    // Of a long text as much as was asked for is recorded, and that is said.
    let long = try Program.run([
      "import", folder.path + "/Play", "--text", "the boat and the sea", "--tokens", "2",
      "--positions", "8", "--out", out,
    ])
    #expect(long.exitCode == 0 && long.errorLines.count == 1, "\(long.error)")
    #expect(long.error.contains("longer than the 8 tokens that are recorded"))
    let cut = try #require(try RunStore.read(from: out + "/run")[.usage]?.answers.first)
    #expect((1...8).contains(cut.tokens.count) && cut.choices.count == 2)
    #expect("the boat and the sea".hasSuffix(cut.tokens.map(\.text).joined()))
  }

  /// Special tokens that are written in a text are those tokens where the folder's own tokenizer reads
  /// them, and text where somebody asks.
  @Test func writtenSpecialTokensAreReadWhereTheyShouldBe() throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
    let path = folder.path + "/model/tokenizer.json"
    let json = try String(contentsOfFile: path, encoding: .utf8)
    try folder.write(
      "model/tokenizer.json",
      json.replacing(
        "\"added_tokens\": []",
        with: "\"added_tokens\": [{\"id\": 0, \"content\": \"\(ByteAlphabet.text(of: [0]))\", "
          + "\"special\": true}, {\"id\": 256, \"content\": \"sea\", \"special\": false}]"
      ).utf8)
    let sign = ByteAlphabet.text(of: [0])
    func ids(_ text: String) throws -> String {
      let result = try Program.run([
        "logits", "--text", text, "--model", folder.path + "/model", "--json",
      ])
      guard result.exitCode == 0 else { return result.error }
      let start = result.output.firstRange(of: "\"ids\":[")!.upperBound
      return String(result.output[start...].prefix { $0 != "]" })
    }
    #expect(try ids("a\(sign)b") == "97,0,98")
    // Its way through the model is shown with them, and holds all equations.
    let shown = try Program.run([
      "import", try TinyBuild.output + "/model", "--text", "a <|end|> b", "--tokens", "2", "--out",
      folder.path + "/Shown",
    ])
    #expect(shown.exitCode == 0, "\(shown.error)")
    let read = try #require(
      try RunStore.read(from: folder.path + "/Shown/run")[.usage]?.answers.first)
    #expect(read.tokens.map(\.text).contains("<|end|>"))
    // The tokenizer has a word more than the model.
    #expect(try ids("a sea").contains("token 256 (“sea”)"))
    #expect(try Program.run(["ask", "a sea", "--model", folder.path + "/model"]).exitCode == 64)
    for (more, count) in [([], 4), (["--special"], 3)] as [([String], Int)] {
      let asked = try Program.run(
        [
          "ask", "a\(sign)b", "--model", folder.path + "/model", "--json", "--no-note", "--tokens",
          "1",
        ]
          + more)
      #expect(asked.exitCode == 0, "\(asked.error)")
      let object = try JSONSerialization.jsonObject(with: Data(asked.output.utf8)) as? [String: Any]
      let account = object?["account"] as? [String: Any]
      #expect((account?["tokens"] as? [Any])?.count == count, "\(asked.output.prefix(400))")
    }
  }

  @Test func whatIsNoModelIsRefusedInOneLine() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Shown"
    for (file, content, word, code) in [
      ("none/x", "", "config.json", 74 as Int32),
      ("pickled/pytorch_model.bin", "x", "save_pretrained", 65),
      ("llama/config.json", "{\"model_type\": \"llama\"}", "not gpt2", 65),
      (
        "judge/config.json",
        #"{"model_type": "gpt2", "architectures": ["GPT2ForSequenceClassification"]}"#,
        "judges texts", 65
      ),
      ("onnx/model.onnx", "x", "save_pretrained", 65),
      ("deep/config.json", String(repeating: "[", count: 100_000), "nested", 65),
    ] {
      try folder.write(file, content.utf8)
      let name = folder.path + "/" + file.prefix { $0 != "/" }
      if name.hasSuffix("pickled") || name.hasSuffix("onnx") {
        try folder.write(
          file.prefix { $0 != "/" } + "/config.json",
          #"{"model_type":"gpt2","n_layer":1,"n_head":1,"n_embd":4,"n_positions":4,"vocab_size":9}"#
            .utf8)
      }
      let result = try Program.run(["import", name, "--out", out])
      #expect(result.exitCode == code && result.errorLines.count == 1, "\(file): \(result.error)")
      #expect(result.error.contains(word), "\(result.error)")
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }
}
