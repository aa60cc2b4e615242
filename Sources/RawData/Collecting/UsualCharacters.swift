/// The characters that make up much of any running text of a language.
///
/// Bytes may be read in several encodings of East Asia without any fault; in the right one many
/// of the characters are these, in a wrong one hardly any.
enum UsualCharacters {
  /// Two-byte characters of an encoding, one bit for each.
  struct Table: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1 << 10)

    init(_ characters: String, _ encoding: TextEncoding) {
      for character in characters {
        guard let bytes = encoding.encode(String(character)), bytes.count == 2 else { continue }
        let code = Int(bytes[0]) << 8 | Int(bytes[1])
        bits[code >> 6] |= 1 << UInt64(code & 63)
      }
    }

    @inline(__always)
    func holds(_ first: UInt8, _ second: UInt8) -> Bool {
      let code = Int(first) << 8 | Int(second)
      return bits[code >> 6] & 1 << UInt64(code & 63) != 0
    }
  }

  /// The tables of the encodings that look alike.
  static let tables: [TextEncoding: Table] = [
    .shiftJIS: Table(japanese, .shiftJIS), .eucJP: Table(japanese, .eucJP),
    .eucKR: Table(korean, .eucKR), .gb18030: Table(simplified, .gb18030),
    .big5: Table(traditional, .big5),
  ]

  /// Kana, and kanji of the first school years and of news.
  private static let japanese = kana + kanji
  private static let kana = String(
    String.UnicodeScalarView((0x3041...0x30FC).compactMap { Unicode.Scalar($0) }))
  private static let kanji = """
    日一人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百\
    書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨国会社分者地方田部事自場員問\
    手力目言通合同主世立開文理明業性新体定動物港町店屋朝夜海々
    """

  private static let korean = """
    이다는에의을가고은하지로니한사기도서리어아를나자시그인있수게들대해만것일정과보부전라여상습스면장주\
    안구원제성무공우적오경마동생음소와선미행조었국년할진된러했않때신방모문계물회말될더까없같당내비교용체\
    직민세식거길양트드르치바유위분업치심연화영등약반재입산강차금발점간명중실개집많좋날요래려던며히저세녕네감합
    """

  private static let simplified = """
    的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天\
    去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同\
    日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感见\
    明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书\
    部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神\
    记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃妈变\
    通师立象数四失满战远格士音轻目条呢，民京北迎欢网站信息系统件使令显示程序户版软按选择错误输
    """

  private static let traditional = """
    的一是不了人我在有他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發\
    後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開\
    但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並\
    物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先\
    海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四神總何電數安少報才結\
    反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非\
    則聽白卻界達光放強即像難且權思王象完設式色路記南，臺灣網站訊息檔案令顯示戶版軟按擇錯誤輸京歡迎
    """
}
