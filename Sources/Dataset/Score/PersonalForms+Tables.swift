extension PersonalForms {
  static let japan = """
    TEL：⟦03-5550-1427⟧
    TEL:⟦03-5550-1427⟧
    Tel.⟦0120-555-142⟧
    Fax:⟦03-5550-1428⟧
    FAX ⟦06-5550-1428⟧
    TEL/FAX：⟦03-5550-1427⟧
    電話⟦03-5550-1427⟧
    電話は⟦03-5550-1427⟧です。
    電話番号：⟦03-5550-1427⟧（受付は九時から）
    お電話は⟦0120-555-142⟧まで
    電話：⟦03（5550）1427⟧
    TEL ⟦(03)5550-1427⟧
    ℡⟦03-5550-1427⟧
    ☎⟦03-5550-1427⟧
    携帯:⟦090-5550-1427⟧
    携帯 ⟦09055501427⟧
    ⟦090-5550-1427⟧に電話して。
    ⟦０９０－５５５０－１４２７⟧
    電話：⟦０３ー５５５０ー１４２７⟧
    電話：⟦03−5550−1427⟧
    電話：⟦03‐5550‐1427⟧
    電話：⟦03–5550–1427⟧
    電話：⟦03—5550—1427⟧
    TEL ⟦03 5550 1427⟧
    TEL. ⟦03.5550.1427⟧
    電話 ⟦0355501427⟧
    TEL：⟦5550-1427⟧
    代表 ⟦045-555-0142⟧
    フリーダイヤル：⟦0120-555-142⟧
    フリーダイヤル⟦0800-555-0142⟧
    ⟦+81-3-5550-1427⟧
    ⟦+81 90-5550-1427⟧
    ⟦+81 (0)3-5550-1427⟧
    ⟦(+81) 90-5550-1427⟧
    ⟦0081-3-5550-1427⟧
    〒100-0001　TEL ⟦03-5550-1427⟧
    ⟦03-5550-1427⟧（代）
    ⟦03-5550-1427⟧／⟦03-5550-1428⟧
    ⟦03-5550-1427⟧、⟦03-5550-1428⟧
    連絡先は⟦a-b@nagi.example⟧まで。
    メール：⟦kamome＠nagi.example⟧
    お問い合わせは⟦info@nagi.example⟧へ
    ⟦@gull_27⟧さんに聞きました。
    ありがとう、⟦@kamome_27⟧！
    電話は⟦〇三の五五五〇の一四二七⟧です。
    〒123-4567
    2026年11月29日 09:12
    2026-11-29
    価格は100-200-3000円です。
    ロープと網は120-340-5300です。
    ISBN978-4-00-310101-8
    ISBN 4-00-310101-X
    型番：030-5551-2341
    品番 100-2345-6789
    注文番号：0123-4567-8901
    商品番号 0120-555-0142
    1/2-3/4
    150-200ページ
    12,345-67,890円
    IPは192.168.100.200
    営業時間10:00-18:00
    1-2-3番地
    平成8-10年度
    あ@い
    3@5
    """

  static let unitedStates = """
    Phone: ⟦212-555-0142⟧
    Phone:⟦212-555-0142⟧
    Tel ⟦212.555.0142⟧
    Call ⟦(212) 555-0142⟧.
    Call ⟦(212)555-0142⟧ today.
    ⟦212-555-0142⟧ is the desk.
    Call ⟦555-0142⟧.
    Phone ⟦867-5309⟧
    phone number: ⟦2125550142⟧
    Cell: ⟦212 555 0142⟧
    ⟦+1 212 555 0142⟧
    ⟦+1 (212) 555-0142⟧
    ⟦+1-212-555-0142⟧
    ⟦+12125550142⟧
    ⟦1-800-555-0199⟧
    Toll-free: ⟦1 800 555 0199⟧
    Fax: ⟦212-555-0143⟧, ask for Mira.
    ⟦212-555-0142⟧/⟦212-555-0143⟧
    (⟦212-555-0142⟧)
    Tel: ⟦212‑555‑0142⟧
    call us at ⟦212-555-0142⟧ ext. 5
    WhatsApp ⟦+1 212 555 0142⟧
    T: ⟦212-555-0142⟧
    Write to ⟦tern42@nagi.example⟧.
    ⟦gull.keeper@post.nagi.example⟧, please
    Mail ⟦mira+news@nagi.example⟧ now
    <⟦mira@nagi.example⟧>
    mailto:⟦mira@nagi.example⟧
    ⟦mira_tobin@mail.nagi.example⟧; ⟦x@y.example⟧
    Thanks ⟦@gull_27⟧!
    (⟦@gull_27⟧)
    ⟦@tern⟧ and ⟦@gull⟧ came.
    ⟦mira at nagi dot example⟧
    Call ⟦five five five, oh one four two⟧.
    100-200-3000 nets
    pages 120-1350
    SKU 212-555-0142
    Part No. 212-555-0142
    order number 212-555-0142
    ISSN 0378-5955
    RFC 2822-1234
    version 10.0.19041
    version 1.2.3.4
    192.168.10.1
    12345-6789
    2026-11-29 09:12:13
    11/29/2026
    1,234-5678
    $100-200-3000
    $1,250.00
    scores of 21-14, 10-4
    1914-1918
    3.14159265358979
    0.555-0142
    10 555 0142
    chapters 3-4 and 5-12
    me @ home at 9
    2 @ 5 each
    a@b
    """

  static let britain = """
    Tel: ⟦020 7946 0018⟧
    Tel. ⟦020 7946 0018⟧
    Telephone ⟦0131 496 0018⟧
    ⟦020 7946 0018⟧
    ⟦(020) 7946 0018⟧
    ⟦020-7946-0018⟧
    ⟦01632 960983⟧
    ⟦01632 960 983⟧
    mobile ⟦07700 900123⟧
    ⟦07700 900 123⟧
    ⟦07700900123⟧
    Call ⟦0808 157 0123⟧ free.
    ⟦+44 20 7946 0018⟧
    ⟦+44 (0)20 7946 0018⟧
    ⟦+44(0)20 7946 0018⟧
    ⟦+447700900123⟧
    ⟦0044 20 7946 0018⟧
    Ring ⟦01632 960983⟧, not before nine.
    Fax ⟦0131 496 0019⟧
    Phone no. ⟦0131 496 0018⟧
    Write to ⟦clerk@harbour.nagi.example⟧
    Room 020, floor 3
    sort code 20-00-00
    page 01632
    1632 960983
    in 1966 and 2012
    0000020 0131 4960
    00 11 22 33 44
    the 07:45 to 08:30 boat
    lot 0131 496
    """

  static let germany = """
    Tel.: ⟦030 23125 012⟧
    Telefon: ⟦030/23125012⟧
    Telefon ⟦030 / 23125012⟧
    Tel. ⟦(030) 23125 012⟧
    ⟦030-23125012⟧
    Tel. ⟦030 23125-12⟧
    Telefon ⟦0221 4710123⟧
    Fax: ⟦0221/4710124⟧
    Mobil ⟦0171 3920012⟧
    ⟦0171/3920012⟧
    Handy: ⟦0176 04069012⟧
    ⟦+49 30 23125012⟧
    ⟦+49 (0)30 23125012⟧
    ⟦+49 30 23125-012⟧
    ⟦0049 30 23125012⟧
    Rufnummer ⟦089 99998 123⟧
    Schreiben Sie an ⟦hafen@nagi.example⟧.
    Frag ⟦@moewe_27⟧.
    BLZ 100 500 00
    10115 Berlin
    29.11.2026
    09.30 Uhr
    3,50 Euro
    1.250,00 Euro
    Seite 030 bis 040
    Artikel 030/231
    Aktenzeichen 12/2026
    """

  static let france = """
    Tél. : ⟦01 99 00 12 34⟧
    Tél. ⟦01.99.00.12.34⟧
    Tel : ⟦01-99-00-12-34⟧
    Téléphone : ⟦0199001234⟧
    ⟦01 99 00 12 34⟧
    ⟦06 39 98 12 34⟧
    Portable : ⟦06.39.98.12.34⟧
    Fax : ⟦02 61 91 12 35⟧
    ⟦+33 1 99 00 12 34⟧
    ⟦+33 (0)1 99 00 12 34⟧
    ⟦+33199001234⟧
    ⟦0033 1 99 00 12 34⟧
    Appelez le ⟦04 65 71 12 34⟧.
    Écrivez à ⟦port@nagi.example⟧.
    Merci ⟦@mouette_27⟧ !
    05 10 15 20 25
    01 02 03 04 05
    10 20 30 40 50
    29/11/2026
    75001 Paris
    SIREN 123 456 789
    SIRET 123 456 789 00012
    12,50 €
    à 09 h 30
    1 23 45 67
    n° 1234
    """

  static let programs = """
    <img src="icon@2x.png">
    photo@home.jpg
    style@3x.webp
    npm install lodash@4.17.21
    npm install @angular/core@latest
    react@next.js
    git@github.example:mira/boats.git
    @property⏎def name(self):
    @pytest.fixture⏎def boat():
    @app.route("/")⏎def index():
    @staticmethod⏎@cache⏎def f():
    @Override⏎public void run() {
    @Test func boats() {
    @MainActor⏎class Boat {
    @dataclass⏎class Net:
    @media (max-width: 600px)
    @import url("a.css");
    @keyframes wave {
    @param boat the boat
    @return nothing
    @see boats
    @count += 1
    @name = name
    @users.each do
    @article{tobin2026,
    //div[@id="x"]
    \\makeatletter\\@ifnextchar
    10.0.19041.1234
    0x0120-555-142
    2001:db8::0120:5550
    550e8400-e29b-41d4-a716-446655440000
    1.212.555.0142
    port=0120-555-142
    f(0120, 555, 142)
    a = 555-0142
    # ⟦mira@nagi.example⟧ wrote this
    author = "⟦mira@nagi.example⟧"
    // ask ⟦@gull_27⟧ about this
    tel=⟦0120-555-142⟧
    "phone": "⟦212-555-0142⟧"
    """
}
