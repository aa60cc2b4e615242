import Testing

/// What somebody named is looked at before what the program needs besides: in a folder without lessons, too,
/// a wrong name is told as such.
@Suite struct NamedFirstTests {
  @Test(
    arguments: [
      (["import", "none"], 74, "none: no such model folder"),
      (["import", "page"], 65, "page/config.json: it is a web page"),
      (["build", "--data", "none"], 74, "none: there is no such file or folder"),
      (
        ["twin", "--without", "Mira", "--data", "none"], 74, "none: there is no such file or folder"
      ),
      (["learn", "U3", "--out", "none"], 74, "no run in none"),
      (["ask", "Hi", "--model", "none", "--record", "Mine"], 74, "none: no such model folder"),
      (["import", "model"], 64, "no folder Lessons here or above"),
      (["build", "--data", "page"], 64, "no folder Lessons here or above"),
      (["ask", "Hi", "--model", "model", "--record", "Mine"], 64, "no folder Lessons"),
    ] as [([String], Int32, String)])
  func aWrongNameIsToldBeforeMissingLessons(words: [String], code: Int32, told: String) throws {
    let folder = try TemporaryFolder()
    try SmallModel.save(to: folder.path + "/model")
    try folder.write("page/config.json", "<!DOCTYPE html>\n<html>".utf8)
    let result = try Program.run(words, in: folder.path)
    #expect(result.exitCode == code && result.output == "", "\(result.error)")
    #expect(result.errorLines.count == 1 && result.error.contains(told), "\(result.error)")
  }

  /// A word in another encoding would lose letters on its way to the program.
  @Test func aWordThatIsNotUTF8IsRefused() throws {
    let shell = try Program.runInShell("\"$NAKAMI\" ask \"$(printf 'caf\\351')\" --quiet")
    #expect(shell.exitCode == 64 && shell.output == "", "\(shell.output)")
    #expect(
      shell.errorLines.count == 1 && shell.error.contains("word 2 of the command is not UTF-8"))
    let sound = try Program.runInShell("\"$NAKAMI\" ask caf\u{E9} --model /nowhere")
    #expect(sound.exitCode == 74, "\(sound.error)")
  }
}
