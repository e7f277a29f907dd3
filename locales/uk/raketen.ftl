### satz 1: articles/raketen.md


## Field

# de: USA zählen neun russische Angriffe mit Raketen aus Nordkorea
s1744tf = США нарахували дев’ять російських атак північнокорейськими ракетами

## Field

# de: Im UN-Sicherheitsrat wirft Washington Moskau vor, mit Waffen aus Pjöngjang gegen ein Embargo zu verstoßen, das Russland selbst mitbeschlossen hat.
s27akex = У Раді Безпеки ООН Вашингтон звинувачує Москву в тому, що вона, застосовуючи зброю з Пхеньяна, порушує ембарго, за яке сама ж голосувала.

## Heading

# de: Washington: Russland feuerte 9 Mal nordkoreanische Raketen auf die Ukraine
s8afrf3 = Вашингтон: Росія 9 разів випускала по Україні північнокорейські ракети

## Paragraph

# de: Russland hat nach Darstellung der USA inzwischen mindestens neunmal ballistische Raketen aus Nordkorea auf Ziele in der Ukraine abgefeuert.
sv4x8yb = За даними США, Росія вже щонайменше дев’ять разів випускала по цілях в Україні балістичні ракети, отримані від Північної Кореї.
# de: Das sagte der stellvertretende UN-Botschafter der USA, Robert Wood, in der Nacht zum Mittwoch, 7. Februar, vor dem UN-Sicherheitsrat in New York.
sh5j4ge = Про це заступник постійного представника США при ООН Роберт Вуд заявив у ніч на середу, 7 лютого, на засіданні Ради Безпеки ООН у Нью-Йорку.

## Paragraph

# de: Die Zahl steht in einer Mitschrift, die die US-Vertretung bei den Vereinten Nationen ins Internet gestellt hat.
sc9nwc0 = Це число наведено у стенограмі, яку оприлюднило на своєму сайті представництво США при Організації Об’єднаних Націй.
# de: „Bislang hat Russland bei mindestens neun Gelegenheiten ballistische Raketen aus Lieferungen der DVRK auf die Ukraine abgeschossen“, heißt es darin.
s4m5wmr = «Дотепер Росія щонайменше дев’ять разів запускала по Україні балістичні ракети, поставлені КНДР», — ідеться в ній.
# de: DVRK ist das amtliche Kürzel der Demokratischen Volksrepublik Korea, d. h. Nordkoreas.
st1m1n9 = КНДР — офіційна абревіатура Корейської Народно-Демократичної Республіки, тобто Північної Кореї.

## Heading

# de: Vorwurf: Bruch der eigenen Beschlüsse
sw11qys = Звинувачення: порушення власних рішень

## Paragraph

# de: Wood hielt Moskau vor, sich über Regeln hinwegzusetzen, denen es selbst zugestimmt hat.
ssxv6ht = Вуд дорікнув Москві, що вона нехтує правилами, на які сама погодилася.
# de: Gemeint sind u. a. die Resolutionen 1718 (2006) und 1874 (2009), die den Waffenhandel mit Pjöngjang verbieten.
sw02f6a = Ідеться, зокрема, про резолюції 1718 (2006) і 1874 (2009), які забороняють торгівлю зброєю з Пхеньяном.
# de: Als ständiges Mitglied hätte Russland beide mit seinem Veto verhindern können.
shgg47y = Як постійний член Ради Росія могла заблокувати обидві своїм вето.

## Paragraph

# de: „Russland und die DVRK müssen für ein Vorgehen einstehen, das seit Langem geltende Pflichten aus den Resolutionen dieses Rates aushöhlt“, verlangte der Diplomat.
skxek30 = «Росія та КНДР мають відповісти за дії, які підривають давні зобов’язання за резолюціями цієї Ради», — наголосив дипломат.
# de: „Verbotene Lieferungen von Waffen und womöglich von Technologie machen die Region unsicherer.
sa73e2a = «Заборонені поставки зброї, а можливо, і технологій роблять регіон менш безпечним.
# de: Sie schwächen die weltweiten Bemühungen um Nichtverbreitung (ballistischer Raketen – Anm. d. Red.) ebenso wie das Ansehen dieses Rates.“
sdthb7b = Вони послаблюють як глобальні зусилля з нерозповсюдження (балістичних ракет. — Ред.), так і авторитет цієї Ради».

## Paragraph

# de: Beide Regierungen bestreiten das, wie die Nachrichtenagentur Reuters meldet.
ssgrvam = Обидва уряди це заперечують, повідомляє агентство Reuters.

## Heading

# de: Botschafter hofft auf einen „Durchbruch“
s818caz = Посол сподівається на «прорив»

## Paragraph

# de: Moskau schlägt unterdessen freundliche Töne gegenüber Nordkorea an.
s4ejghs = Тим часом Москва заговорила з Північною Кореєю приязним тоном.
# de: Der russische Botschafter in Pjöngjang, Alexander Mazegora, stellte am 7. Februar gegenüber der Staatsagentur TASS eine noch engere Partnerschaft in Aussicht.
s0erwrx = Посол Росії у Пхеньяні Олександр Мацегора 7 лютого в коментарі державному агентству ТАСС анонсував ще тісніше партнерство.

## Paragraph

# de: „Ein solches Maß an Einvernehmen hat es zwischen uns und der DVRK noch nicht gegeben.
sgr6p4s = «Такого порозуміння між нами та КНДР іще не було.
# de: (…) Noch ist es zu früh für ein Urteil, doch ich rechne 2024 in mehr als einer Hinsicht mit einem Durchbruch“, sagte Mazegora.
spkkbqy = (…) Робити висновки ще зарано, але я очікую, що 2024 рік стане проривним у багатьох сенсах», — сказав Мацегора.

## Heading

# de: Besuche in beide Richtungen
s2nft7j = Візити в обидва боки

## Paragraph

# de: Seit dem Überfall auf die Ukraine im Februar 2022 sind die beiden Nachbarn enger zusammengerückt.
s386851 = Після вторгнення в Україну в лютому 2022 року двоє сусідів помітно зблизилися.
# de: Die wichtigsten Stationen:
sjezrg6 = Основні віхи:

## List item

# de: Im Juli 2023 reiste Verteidigungsminister Sergej Schoigu nach Nordkorea und ließ sich dort u. a. eine Waffenschau zeigen.
s8p6m78 = У липні 2023 року міністр оборони Сергій Шойгу їздив до Північної Кореї, де йому, зокрема, показали виставку озброєнь.

## List item

# de: Im September empfing Präsident Wladimir Putin den Machthaber Kim Jong-un im Fernen Osten Russlands.
sea8wkv = У вересні президент Володимир Путін прийняв північнокорейського лідера Кім Чен Ина на російському Далекому Сході.

## List item

# de: Im Oktober war Außenminister Sergej Lawrow in Pjöngjang zu Gast.
sh7kj8e = У жовтні гостем Пхеньяна був міністр закордонних справ Сергій Лавров.

## List item

# de: Am 14. Januar landete seine Amtskollegin Choe Son-hui in Moskau.
sse6et3 = 14 січня до Москви прилетіла його колега Чхве Сон Хі.
# de: Eine Reise Putins nach Nordkorea ist in Vorbereitung.
sgfb8cc = Поїздка Путіна до Північної Кореї готується.

## Heading

# de: Granaten mit koreanischer Aufschrift
syh1rgz = Снаряди з корейськими написами

## Paragraph

# de: Bei Höflichkeiten bleibt es nicht.
sz01hvn = Самими люб’язностями справа не обмежується.
# de: Schon bald nach Kims Besuch wurde an der Front Munition für Geschütze und Raketenwerfer entdeckt, die koreanische Schriftzeichen trug.
sr8xqx6 = Уже невдовзі після візиту Кіма на фронті виявили боєприпаси для гармат і реактивних систем із корейськими написами.
# de: Südkoreas Geheimdienst sprach am 1. November 2023 von mehr als einer Million Granaten, die seit August geliefert worden seien.
sns95en = 1 листопада 2023 року південнокорейська розвідка говорила про понад мільйон снарядів, поставлених із серпня.
# de: Das Weiße Haus hatte zuvor von über 1.000 Containern mit Rüstungsgütern berichtet.
sjwd0j6 = Перед тим Білий дім повідомляв про понад 1 000 контейнерів з озброєнням і військовим майном.
# de: Dabei gilt das Land mit seinen rund 26 Mio. Einwohnern als eines der ärmsten der Welt.
sdh88gn = При цьому країна з населенням близько 26 млн осіб вважається однією з найбідніших у світі.

## Paragraph

# de: Anfang Januar teilte die US-Regierung dann mit, dass erstmals auch ballistische Raketen zum Einsatz gekommen seien.
szhhndj = А на початку січня уряд США повідомив, що вперше були застосовані й балістичні ракети.
# de: Die erste wurde demnach am 30. Dezember gestartet, weitere folgten am 2. Januar.
sptyvgw = За цими даними, першу запустили 30 грудня, наступні — 2 січня.
# de: Ihre Reichweite bezifferte Washington auf rund 900 Kilometer.
szvfzx7 = Дальність їхнього польоту Вашингтон оцінив приблизно в 900 кілометрів.
# de: Fachleute vermuten, dass es sich um die Typen KN-23 bzw. KN-24 handelt.
svygn7g = Фахівці припускають, що йдеться про типи KN-23 або KN-24.

## Paragraph

# de: An einem Trümmerteil entdeckten Ermittler ein koreanisches Schriftzeichen; auch andere Markierungen sprechen für diese Herkunft.
sd353dw = На одному з уламків слідчі виявили корейський знак; на таке походження вказують і інші маркування.

## Heading

# de: Was das für die Ukraine bedeutet
sgx4827 = Що це означає для України

## Paragraph

# de: „Jede zusätzliche Rakete zwingt die Flugabwehr, mit ihren Vorräten zu haushalten“, sagt die Sicherheitsforscherin Dr. Hanna Brandt.
sfmcrqs = «Кожна додаткова ракета змушує протиповітряну оборону ощадливо витрачати запаси», — каже дослідниця з питань безпеки д-р Ганна Брандт.
# de: Abfangen lassen sich solche Raketen z. B. mit dem System Patriot.
s37dv2y = Перехоплювати такі ракети можна, наприклад, системою Patriot.
# de: Davon aber, so Brandt, habe Kiew zu wenige Batterien.
s6aer8e = Проте, за словами Брандт, Київ має замало таких батарей.

## Paragraph

# de: Wie viele Geschosse noch in russischen Lagern liegen, ist unklar.
s7ngnrx = Скільки таких ракет іще залишається на російських складах, невідомо.
# de: Dass der Rat bald etwas dagegen unternimmt, erwartet in New York kaum jemand: Gegen Russlands Stimme kommt dort kein Beschluss zustande.
sqc2z1e = Мало хто в Нью-Йорку очікує, що Рада найближчим часом щось зробить: проти голосу Росії жодного рішення там не ухвалити.

## Paragraph

# de: Anm. d. Red.: Die Angaben der US-Regierung ließen sich zunächst nicht unabhängig prüfen.
snhy5cf = Прим. ред.: дані уряду США наразі не вдалося перевірити незалежно.

## Attribution

# de: Quelle: DW, Reuters, TASS
szxwj5d = Джерело: DW, Reuters, ТАСС
