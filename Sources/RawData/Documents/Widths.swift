/// Full-width and half-width forms that Unicode's NFKC makes equal.
enum Widths {
  /// `Mira 3` becomes `Ｍｉｒａ　３`, letter by letter; other characters stay.
  static func full(_ text: String) -> String {
    var wide = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isAlphanumeric =
        ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("a"..."z").contains(scalar)
      wide.append(isAlphanumeric ? Unicode.Scalar(scalar.value + 0xFEE0)! : scalar)
    }
    return String(wide)
  }

  /// `トビン` becomes `ﾄﾋﾞﾝ`; nil when some character has no half-width form.
  static func half(_ katakana: String) -> String? {
    var narrow = ""
    for scalar in katakana.unicodeScalars {
      guard let form = halfForms[scalar] else { return nil }
      narrow += form
    }
    return narrow
  }

  private static let halfForms: [Unicode.Scalar: String] = {
    let pairs: [(String, String)] = [
      ("アイウエオ", "ｱｲｳｴｵ"), ("カキクケコ", "ｶｷｸｹｺ"), ("サシスセソ", "ｻｼｽｾｿ"),
      ("タチツテト", "ﾀﾁﾂﾃﾄ"), ("ナニヌネノ", "ﾅﾆﾇﾈﾉ"), ("ハヒフヘホ", "ﾊﾋﾌﾍﾎ"),
      ("マミムメモ", "ﾏﾐﾑﾒﾓ"), ("ヤユヨ", "ﾔﾕﾖ"), ("ラリルレロ", "ﾗﾘﾙﾚﾛ"), ("ワヲン", "ﾜｦﾝ"),
      ("ァィゥェォ", "ｧｨｩｪｫ"), ("ャュョッ", "ｬｭｮｯ"), ("ー", "ｰ"),
    ]
    var forms: [Unicode.Scalar: String] = [:]
    for (wide, narrow) in pairs {
      for (from, to) in zip(wide.unicodeScalars, narrow.unicodeScalars) {
        forms[from] = String(to)
      }
    }
    for scalar in "ガギグゲゴザジズゼゾダヂヅデドバビブベボ".unicodeScalars {
      forms[scalar] = forms[Unicode.Scalar(scalar.value - 1)!]! + "ﾞ"
    }
    for scalar in "パピプペポ".unicodeScalars {
      forms[scalar] = forms[Unicode.Scalar(scalar.value - 2)!]! + "ﾟ"
    }
    return forms
  }()
}
