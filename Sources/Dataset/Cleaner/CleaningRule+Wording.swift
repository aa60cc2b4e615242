import Names
import RawData

extension CleaningRule {
  /// Why a rule is there, for each language's readers.
  static func reason(of id: RuleID) -> LocalizedText {
    switch id {
    case .lineEndings:
      LocalizedText(
        en: "Windows, old Macs and word processors each end a line in their own way. "
          + "The model should not have to learn that they all mean the same.",
        ja: "改行の表し方は、Windows、昔のMac、ワープロでそれぞれ違います。"
          + "同じ意味のものは一つの書き方にそろえ、モデルに余計なことを覚えさせません。")
    case .markup:
      LocalizedText(
        en:
          "Tags tell a browser how a page should look. We keep the sentences and let the tags go.",
        ja: "タグは、ページの見た目をブラウザーに伝える印です。文だけを残して取り除きます。")
    case .boilerplate:
      LocalizedText(
        en: "Menus, adverts and footers stand on every page of a site. "
          + "Kept in, they would be what the model learns best.",
        ja: "メニュー、広告、フッターはどのページにも出てきます。"
          + "残しておくと、モデルはそれをいちばんよく覚えてしまいます。")
    case .mojibake:
      LocalizedText(
        en: "UTF-8 that somebody read as Windows-1252 turns café into cafÃ©. "
          + "The damage follows a rule, so it can be undone.",
        ja: "UTF-8をWindows-1252として読むと、「ミラ」が「ãƒŸãƒ©」に化けます。"
          + "化け方には決まりがあるので、元に戻せます。")
    case .controlCharacters:
      LocalizedText(
        en: "Stray control characters and zero-width marks show nothing on the screen, "
          + "but they split a word in two for a tokenizer.",
        ja: "制御文字や幅のない文字は画面に出ませんが、"
          + "トークナイザーから見ると単語を途中で切ってしまいます。")
    case .pageFurniture:
      LocalizedText(
        en: "A book repeats its title and counts its pages in the middle of sentences. "
          + "The story does not need either.",
        ja: "本には、文の途中でも書名やページ番号が入ります。物語を読むのには要りません。")
    case .hyphenation:
      LocalizedText(
        en: "A word cut at the end of a line is still one word.",
        ja: "行の終わりで二つに切られた英単語を、一つの単語に戻します。")
    case .hardWraps:
      LocalizedText(
        en: "Lines were broken to fit the paper. Joined again, a paragraph is one line.",
        ja: "紙の幅に合わせて折り返された行をつなぎ、一つの段落を一行にします。")
    case .newsLines:
      LocalizedText(
        en: "Where a report was filed, and by which agency, is stamped on every article alike.",
        ja: "発信地や通信社の名前は、どの記事にも同じ形で付いています。")
    case .lightMarkup:
      LocalizedText(
        en: "Stars, brackets and number signs that format an article are not part of its words.",
        ja: "太字やリンクを表す記号は、文章そのものではありません。")
    case .citations:
      LocalizedText(
        en: "Numbers in brackets point to a list of sources that a small model cannot read.",
        ja: "かっこ付きの番号は参考文献を指しますが、小さなモデルはその文献を読めません。")
    case .forum:
      LocalizedText(
        en: "A reply repeats what it answers, and each post has a stamp and a signature. "
          + "Only the new words are kept.",
        ja: "返信には元の発言の引用や日時、署名が付きます。新しく書かれた言葉だけを残します。")
    case .whiteSpace:
      LocalizedText(
        en: "Tabs, double spaces and unbreakable spaces all become one plain space.",
        ja: "タブ、二重の空白、全角の空白などを、ふつうの空白一つにまとめます。")
    case .paragraphs:
      LocalizedText(
        en:
          "Blank lines and indentation are ways to show a paragraph. One line for each is enough.",
        ja: "空行や字下げは段落を見せるための工夫です。ここでは一段落を一行にします。")
    case .compatibility:
      LocalizedText(
        en: "Ａ and A, ﾐﾗ and ミラ, ﬁ and fi look different but mean the same. "
          + "One spelling for each is easier to learn.",
        ja: "「Ａ」と「A」、「ﾐﾗ」と「ミラ」は、形が違っても同じ文字です。"
          + "書き方を一つに決めると、覚えやすくなります。")
    case .quotes:
      LocalizedText(
        en: "Curly quotation marks become straight ones; in Japanese text, ? and ! become wide.",
        ja: "曲がった引用符はまっすぐなものに、和文の「?」「!」は全角にそろえます。")
    case .personalData:
      LocalizedText(
        en: "A model can repeat what it has read. Addresses, telephone numbers and user names "
          + "are masked before it reads them.",
        ja: "モデルは読んだことをそのまま話すことがあります。"
          + "メールアドレス、電話番号、ユーザー名は、読ませる前に伏せます。")
    case .spam:
      LocalizedText(
        en: "Text that shouts, sells and begs for clicks would teach the model to do so too.",
        ja: "大げさな宣伝ばかりの文章を読ませると、モデルもそう話すようになります。")
    case .language:
      LocalizedText(
        en: "The label on a document can be wrong. This model learns English and Japanese; "
          + "a lone page in another language only confuses it.",
        ja: "文書に付いた言語の札は、間違っていることがあります。"
          + "このモデルが学ぶのは英語と日本語だけなので、ほかの言語の文書は除きます。")
    case .unsuitable:
      LocalizedText(
        en: "Insults and threats get a score. From the threshold on, a sentence is taken out, "
          + "and a document that is mostly such sentences is dropped.",
        ja: "悪口やおどしに点数を付け、しきい値に届いた文を取り除きます。"
          + "そうした文が半分以上なら、文書ごと除きます。")
    case .exactDuplicate:
      LocalizedText(
        en: "A document read a hundred times is learned by heart. Each stays once.",
        ja: "同じ文書を何度も読むと丸暗記してしまいます。一つだけ残します。")
    case .nearDuplicate:
      LocalizedText(
        en: "A copy with one word changed is still a copy; split across training and test, "
          + "it would give the answers away.",
        ja: "一語だけ変えた写しも写しです。訓練用とテスト用に分かれて入ると、"
          + "答えを先に見せることになります。")
    }
  }
}
