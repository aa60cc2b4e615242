/// What stands in the place of an answer that the model is not sure of.
public enum HeldReply {
  public static let text = LocalizedText(en: "I do not know.", ja: "わかりません。")
}
