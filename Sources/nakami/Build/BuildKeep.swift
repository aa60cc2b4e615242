import Build
import Dispatch
import Names

/// What an interrupted build leaves of its training, and how one goes on with it.
enum BuildKeep {
  static let options = [
    Option(
      "--resume", nil, en: "go on with the interrupted build of the --out folder",
      ja: "--outのフォルダで中断したビルドを再開"),
    Option(
      "--checkpoint", "S", en: "seconds between checkpoints of the training (default: 15)",
      ja: "学習の途中経過を残す間隔の秒数（省略時：15）"),
  ]

  /// - Throws: `CommandError.usage` when nothing is there to go on with.
  static func make(_ arguments: Arguments, in output: OutputFolder) throws -> TrainingKeep {
    let seconds = try arguments.number("--checkpoint", in: 0...86_400) ?? 15
    let isThere = TrainingKeep.exists(in: output.keep)
    if arguments.has("--resume") && !isThere {
      throw CommandError.usage(
        en: "\(output.path) holds no interrupted training; leave --resume out, or name the folder "
          + "of the interrupted build with --out",
        ja: "\(output.path)には中断した学習がありません。--resumeを外すか、"
          + "中断したビルドのフォルダを--outで指定してください")
    }
    if isThere && !arguments.has("--resume") && !arguments.has("--quiet") {
      print(
        LocalizedText(
          en: "an interrupted training lies in \(output.path); it is replaced by this one "
            + "(--resume would go on with it)",
          ja: "\(output.path)には中断した学習があります。今回の学習で置き換えます"
            + "（--resumeを付ければ再開できます）"
        ).forReader)
    }
    var last = DispatchTime.now()
    return TrainingKeep(folder: output.keep, resumes: arguments.has("--resume")) {
      let now = DispatchTime.now()
      guard Double(now.uptimeNanoseconds - last.uptimeNanoseconds) >= seconds * 1e9 else {
        return false
      }
      last = now
      return true
    }
  }

  /// What is said when a build is interrupted; nil when it had come to no checkpoint.
  static func remark(_ output: OutputFolder) -> LocalizedText? {
    guard TrainingKeep.exists(in: output.keep) else { return nil }
    return LocalizedText(
      en: "the same command with --resume goes on where the training was",
      ja: "同じコマンドに--resumeを付けると、学習の続きから始めます。")
  }
}
