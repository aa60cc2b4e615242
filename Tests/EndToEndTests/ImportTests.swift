import Foundation
import Record
import Testing

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
  }

  @Test func whatIsNoModelIsRefusedInOneLine() throws {
    let folder = try TemporaryFolder()
    let out = folder.path + "/Shown"
    for (file, content, word, code) in [
      ("none/x", "", "config.json", 74 as Int32),
      ("pickled/pytorch_model.bin", "x", "save_pretrained", 65),
      ("llama/config.json", "{\"model_type\": \"llama\"}", "not gpt2", 65),
      ("deep/config.json", String(repeating: "[", count: 100_000), "nested", 65),
    ] {
      try folder.write(file, content.utf8)
      let name = folder.path + "/" + file.prefix { $0 != "/" }
      if name.hasSuffix("pickled") {
        try folder.write(
          "pickled/config.json",
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
