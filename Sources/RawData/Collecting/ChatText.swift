/// A chat as programs keep it, a list of messages with a role and a content, told as a dialogue.
///
/// `[{"role": "user", "content": "Hi."}, {"role": "assistant", "content": "Good day."}]` becomes one
/// paragraph a message, `user: Hi.`, with a blank line between two. `from` and `value`, as some
/// collections have them, say the same.
enum ChatText {
  /// - Returns: nil when a message is of another form, so that nothing of a chat is left out silently,
  ///   or none says anything.
  static func text(_ messages: [Any]) -> String? {
    var parts: [String] = []
    for message in messages {
      guard let message = message as? [String: Any],
        let role = (message["role"] ?? message["from"]) as? String,
        !role.isEmpty, let content = content(message["content"] ?? message["value"])
      else { return nil }
      if content.utf8.contains(where: { $0 > 0x20 }) { parts.append("\(role): \(content)") }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  /// A text, or a list of parts that are all texts.
  private static func content(_ value: Any?) -> String? {
    switch value {
    case let text as String: return text
    case let parts as [[String: Any]]:
      let texts = parts.compactMap { $0["type"] as? String == "text" ? $0["text"] as? String : nil }
      return texts.count == parts.count ? texts.joined(separator: "\n") : nil
    // Nothing is said where a tool is called, for instance: such a chat is counted as left out.
    default: return nil
    }
  }
}
