/// Counts kanji that tell Chinese and Japanese apart where no kana stand between them.
struct HanHints {
  private(set) var chinese = 0
  private(set) var japanese = 0
  /// Common in Chinese sentences, rare in rows of Japanese kanji.
  private(set) var frequent = 0

  /// Adds a character from U+3400 to U+9FFF.
  mutating func add(_ scalar: UInt32) {
    guard scalar >= Self.first else { return }
    switch Self.kinds[Int(scalar - Self.first)] {
    case 1: chinese += 1
    case 2: japanese += 1
    case 3: frequent += 1
    default: break
    }
  }

  /// Whether `count` kanji with hardly a kana are Chinese, on evidence: a name or a list is not.
  func areChinese(among count: Int) -> Bool {
    guard count >= 6 else { return false }
    // One such character may be an old form in a Japanese name.
    if chinese > japanese, chinese + frequent >= 2 { return true }
    return japanese == 0 && count >= 10 && frequent * 10 >= count
  }

  private static let first: UInt32 = 0x4E00

  /// 1 for characters of Chinese alone, simplified or traditional; 2 for those of Japanese alone.
  private static let kinds: [UInt8] = {
    var kinds = [UInt8](repeating: 0, count: 0x9FFF - 0x4E00 + 1)
    for (kind, characters) in [(1, chinese), (2, japanese), (3, common)] {
      for scalar in characters.unicodeScalars where scalar.value >= first {
        kinds[Int(scalar.value - first)] = UInt8(kind)
      }
    }
    return kinds
  }()

  private static let chinese = """
    们这说为对时过还现发开关长门问间见车马鱼鸟东书买卖头电话语读认识记许论设证评词试该请谁调谈谢
    边达运进远连选钱铁银错铺钟页题额颜风飞饭馆验骑你您她么吗呢吧啊哪给样应难觉习员业产动务单处备
    复实宁归场鲜鸥渔顶张阳阴际陆队陈预须领频颗显优传伤众仅亿华协厅历压县变团围图块坚坛垒够夺奋妇
    妈孙审宽宾尘尝层岁岛币师帮带庆库庐强录忆忧怀态恶惊惯戏战执扩扫扬护报拟拥择挤换损摆敌斋旷晓术
    杀杂权极构枪柜标树桥检毁毕汇汉汤沟泽洁测济浓润满灭灵灾炼热爱爷牵狮环畅疗盐监盘矿码砖硕确祸离
    种积稳穷竞笔笼签简纠红约级纪纯纲纳纵纸线练组细织终绍经结绕绘绝统继续维绿罗罚职联聪肃肠肤胜脑
    脏艰艺节苏获虑虽补观规视览计订讨训议讲访诉诗诚详误诸谋谓谱贝负财责败货质贫贯贴贵费贺资赏赛赞
    赢赶趋跃轮软轰轻载较辅辆辈输辩迁迈违迟适邮邻郑释钢钥钻锁锅锋锐闪闭闯闲闻阅阔陕险隐雾顺顾顿顽
    饮饱饰饼驰驱驶驻驾骂骗骤鲁鸡鸣鸭齐齿龄龙龟們說對會來發關與樣嗎麼沒讓妳點邊應當歸從學讀寫賣實
    圖國圍廣廳歷壓縣參雙變號團壞夠媽寶寬歲帶錄懷惡戲戰擴擇據擺數齋斷舊曉雜權條檢樓毀氣匯澤濟滿靈
    獨畫鹽禮稱穩竊簽
    """

  private static let japanese = """
    働込峠畑円図売駅発広沢桜読説転軽鉄総縄緑続絵経歩毎気帰実県黒歳験顔頼竜辺巻圏剣検険権択挙拝拡
    捜掲撃斎仏払価処労団囲圧塁壱変対専帯庁弐従徳応悩恵戦戯抜挿揺摂栄栃桟楽様歯殻浄涙渋渓満滝焼犠
    猟獣産畳痩砕稲穂穏竃粋繊聴脳臓舗艶荘蔵薬蛍蝿覚覧訳譲賛辻逓遅郷酔醸釈鉱銭錬関闘陥隣隷雑霊顕騒
    髪鶏麹黙齢
    """

  private static let common = "的了是在我他也和就都不很没"
}
