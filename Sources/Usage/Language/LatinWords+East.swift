// Shorter lists: languages that are asked for more rarely.
extension LatinWords {
  static let czech = """
    a je se na v to že s z do o i jako za by pro po ale co jsem jsi jsou byl byla bylo být má mám máš \
    jeho její jejich ten ta ti kdo kde kdy proč jak jaký jaká tady teď vždy nikdy zase velmi moc málo \
    malý velký dobrý dobře špatný krásný starý nový dlouhý krátký může musí chce dělat dělá říká vidět \
    vidí dům doma město ulice voda chléb káva mléko žena muž dítě děti matka otec bratr sestra přítel \
    pes kočka pták den noc večer týden měsíc rok čas život svět země počasí déšť slunce sníh vítr moře \
    loď ryba škola práce pracuje bydlí jí peníze kniha slovo jazyk česky otázka odpověď ví prosím \
    děkuji ahoj dnes včera zítra můj moje tvůj tvoje náš přes před pod nad venku dvě tři čtyři prší spí
    """

  static let hungarian = """
    a az és hogy nem is ez egy van volt meg de csak már még mint ha én te ő mi ti ők ki mit hol mikor \
    miért hogyan itt ott most mindig soha nagyon sok kevés kicsi nagy jó rossz szép régi új hosszú \
    rövid lehet kell akar csinál mond lát ház otthon város utca víz kenyér kávé tej nő férfi gyerek \
    anya apa testvér barát kutya macska madár nap éjszaka este hét hónap év idő élet világ ország eső \
    hó szél tenger hajó hal iskola munka dolgozik lakik eszik pénz könyv szó nyelv magyar kérdés válasz \
    tudom kérem köszönöm szia igen talán ma tegnap holnap hideg meleg alszik kint bent ami aki után
    """

  static let romanian = """
    și de la în a cu nu o un este pe că să din mai se care pentru al ale am ai are avem sunt era fost \
    fi ce cine unde când cum de ce aici acolo acum mereu niciodată foarte mult puțin mic mare bun bine \
    rău frumos vechi nou lung scurt poate trebuie vrea face spune vede casă acasă oraș stradă apă pâine \
    cafea lapte femeie bărbat copil copii mamă tată frate soră prieten câine pisică pasăre zi noapte \
    seară săptămână lună an timp viață lume țară ploaie soare zăpadă vânt mare vapor pește școală muncă \
    lucrează locuiește mănâncă bani carte cuvânt limbă română întrebare răspuns știu mulțumesc bună da \
    poate azi ieri mâine meu mea mei tău ta lui ei noastră afară doarme plouă frig cald
    """

  static let croatian = """
    i je u se na da to za od su ne s o kao ali što sam si smo bio bila biti ima imam njegov njezin taj \
    ta tko gdje kada kad zašto kako koji koja ovdje sada uvijek nikad opet vrlo mnogo malo mali veliki \
    dobar dobro loš lijep star nov dug kratak može mora hoće radi kaže vidi kuća kući grad ulica voda \
    kruh kava mlijeko žena muškarac dijete djeca majka otac brat sestra prijatelj pas mačka ptica dan \
    noć večer tjedan mjesec godina vrijeme život svijet zemlja kiša sunce snijeg vjetar more brod riba \
    škola posao živi jede novac knjiga riječ jezik pitanje odgovor znam molim hvala danas jučer sutra \
    moj moja tvoj tvoja naš pred pod nad spava vani pada hladno toplo
    """

  static let tagalog = """
    ang ng sa na ay mga at ko mo niya siya ako ikaw kami tayo kayo sila ito iyan iyon hindi oo may \
    mayroon wala si ni kay para kung kapag dahil pero o din rin lang naman pa po opo ano sino saan \
    kailan bakit paano dito doon ngayon bukas kahapon palagi napaka malaki maliit mabuti maganda luma \
    bago bahay lungsod daan tubig tinapay kape gatas babae lalaki bata nanay tatay kapatid kaibigan aso \
    pusa ibon araw gabi linggo buwan taon oras buhay mundo bansa ulan hangin dagat barko isda paaralan \
    trabaho nakatira kumain pera aklat salita wika tanong sagot alam salamat kumusta mahal kita natin
    """

  static let swahili = """
    na ya wa kwa ni la za katika si hii huyo yake wake wangu yangu lakini au kama pia sana mimi wewe \
    yeye sisi nyinyi wao nani nini wapi lini kwa nini vipi hapa pale sasa daima kamwe kubwa kidogo \
    nzuri mbaya mpya zamani nyumba nyumbani mji barabara maji mkate kahawa maziwa mwanamke mwanaume \
    mtoto watoto mama baba kaka dada rafiki mbwa paka ndege siku usiku jioni wiki mwezi mwaka wakati \
    maisha dunia nchi mvua jua upepo bahari meli samaki shule kazi anafanya anaishi anakula pesa kitabu \
    neno lugha swali jibu najua asante habari ndiyo hapana leo jana kesho nje ndani anacheza analala
    """

  static let latin = """
    et in est non ad ut cum ex si quod qui quae que sed a ab de per sunt esse erat fuit ego tu nos vos \
    ille illa hic haec hoc is ea id quis quid ubi quando cur quomodo nunc semper numquam iam etiam atque \
    aut nec neque omnis omnia omnes magnus parvus bonus malus novus vetus domus domi urbs via aqua panis \
    femina vir puer puella mater pater frater soror amicus canis avis dies nox annus tempus vita mundus \
    terra sol ventus mare navis piscis schola labor liber verbum lingua amat videt dicit inquit venit \
    veni vidi vici dormit habet facit dat stat ergo sum divisa horto mihi tibi deus rex homo
    """
}
