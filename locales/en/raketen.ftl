### satz 1: articles/raketen.md


## Field

# de: USA zählen neun russische Angriffe mit Raketen aus Nordkorea
s1744tf = US counts nine Russian attacks with North Korean missiles

## Field

# de: Im UN-Sicherheitsrat wirft Washington Moskau vor, mit Waffen aus Pjöngjang gegen ein Embargo zu verstoßen, das Russland selbst mitbeschlossen hat.
s27akex = In the UN Security Council, Washington accuses Moscow of using weapons from Pyongyang in breach of an embargo that Russia itself helped to adopt.

## Heading

# de: Washington: Russland feuerte 9 Mal nordkoreanische Raketen auf die Ukraine
s8afrf3 = Russia has fired North Korean missiles at Ukraine nine times, says Washington

## Paragraph

# de: Russland hat nach Darstellung der USA inzwischen mindestens neunmal ballistische Raketen aus Nordkorea auf Ziele in der Ukraine abgefeuert.
sv4x8yb = Russia has by now fired ballistic missiles from North Korea at targets in Ukraine at least nine times, according to the United States.
# de: Das sagte der stellvertretende UN-Botschafter der USA, Robert Wood, in der Nacht zum Mittwoch, 7. Februar, vor dem UN-Sicherheitsrat in New York.
sh5j4ge = Robert Wood, the deputy US ambassador to the UN, made the statement to the UN Security Council in New York in the early hours of Wednesday, 7 February, European time.

## Paragraph

# de: Die Zahl steht in einer Mitschrift, die die US-Vertretung bei den Vereinten Nationen ins Internet gestellt hat.
sc9nwc0 = The figure appears in a transcript published online by the US Mission to the United Nations.
# de: „Bislang hat Russland bei mindestens neun Gelegenheiten ballistische Raketen aus Lieferungen der DVRK auf die Ukraine abgeschossen“, heißt es darin.
s4m5wmr = “To date, Russia has launched DPRK-supplied ballistic missiles against Ukraine on at least nine occasions,” it reads.
# de: DVRK ist das amtliche Kürzel der Demokratischen Volksrepublik Korea, d. h. Nordkoreas.
st1m1n9 = DPRK is the official abbreviation for the Democratic People’s Republic of Korea, i.e. North Korea.

## Heading

# de: Vorwurf: Bruch der eigenen Beschlüsse
sw11qys = The charge: breaking its own resolutions

## Paragraph

# de: Wood hielt Moskau vor, sich über Regeln hinwegzusetzen, denen es selbst zugestimmt hat.
ssxv6ht = Wood accused Moscow of flouting rules to which it had itself agreed.
# de: Gemeint sind u. a. die Resolutionen 1718 (2006) und 1874 (2009), die den Waffenhandel mit Pjöngjang verbieten.
sw02f6a = He was referring to texts including Resolutions 1718 (2006) and 1874 (2009), which ban the arms trade with Pyongyang.
# de: Als ständiges Mitglied hätte Russland beide mit seinem Veto verhindern können.
shgg47y = As a permanent member, Russia could have blocked both with its veto.

## Paragraph

# de: „Russland und die DVRK müssen für ein Vorgehen einstehen, das seit Langem geltende Pflichten aus den Resolutionen dieses Rates aushöhlt“, verlangte der Diplomat.
skxek30 = “Russia and the DPRK must be held accountable for their actions, which undermine long-standing obligations under this Council’s resolutions,” the diplomat demanded.
# de: „Verbotene Lieferungen von Waffen und womöglich von Technologie machen die Region unsicherer.
sa73e2a = “Illegal transfers of weapons, and possibly of technology, make the region less secure.
# de: Sie schwächen die weltweiten Bemühungen um Nichtverbreitung (ballistischer Raketen – Anm. d. Red.) ebenso wie das Ansehen dieses Rates.“
sdthb7b = They weaken global non-proliferation efforts (concerning ballistic missiles – ed.) as much as the standing of this Council.”

## Paragraph

# de: Beide Regierungen bestreiten das, wie die Nachrichtenagentur Reuters meldet.
ssgrvam = Both governments deny this, the news agency Reuters reports.

## Heading

# de: Botschafter hofft auf einen „Durchbruch“
s818caz = Ambassador hopes for a “breakthrough”

## Paragraph

# de: Moskau schlägt unterdessen freundliche Töne gegenüber Nordkorea an.
s4ejghs = Moscow, meanwhile, is striking a friendly note towards North Korea.
# de: Der russische Botschafter in Pjöngjang, Alexander Mazegora, stellte am 7. Februar gegenüber der Staatsagentur TASS eine noch engere Partnerschaft in Aussicht.
s0erwrx = The Russian ambassador in Pyongyang, Alexander Matsegora, held out the prospect of an even closer partnership in remarks to the state news agency TASS on 7 February.

## Paragraph

# de: „Ein solches Maß an Einvernehmen hat es zwischen uns und der DVRK noch nicht gegeben.
sgr6p4s = “There has never been such a degree of understanding between us and the DPRK.
# de: (…) Noch ist es zu früh für ein Urteil, doch ich rechne 2024 in mehr als einer Hinsicht mit einem Durchbruch“, sagte Mazegora.
spkkbqy = (…) It is still too early to judge, but in 2024 I expect a breakthrough in more than one respect,” Matsegora said.

## Heading

# de: Besuche in beide Richtungen
s2nft7j = Visits in both directions

## Paragraph

# de: Seit dem Überfall auf die Ukraine im Februar 2022 sind die beiden Nachbarn enger zusammengerückt.
s386851 = Since the invasion of Ukraine in February 2022, the two neighbours have moved closer together.
# de: Die wichtigsten Stationen:
sjezrg6 = The key milestones:

## List item

# de: Im Juli 2023 reiste Verteidigungsminister Sergej Schoigu nach Nordkorea und ließ sich dort u. a. eine Waffenschau zeigen.
s8p6m78 = In July 2023, Defence Minister Sergei Shoigu travelled to North Korea, where his programme included an arms exhibition.

## List item

# de: Im September empfing Präsident Wladimir Putin den Machthaber Kim Jong-un im Fernen Osten Russlands.
sea8wkv = In September, President Vladimir Putin received the North Korean ruler, Kim Jong-un, in Russia’s Far East.

## List item

# de: Im Oktober war Außenminister Sergej Lawrow in Pjöngjang zu Gast.
sh7kj8e = In October, Foreign Minister Sergei Lavrov was a guest in Pyongyang.

## List item

# de: Am 14. Januar landete seine Amtskollegin Choe Son-hui in Moskau.
sse6et3 = On 14 January, his counterpart, Choe Son-hui, landed in Moscow.
# de: Eine Reise Putins nach Nordkorea ist in Vorbereitung.
sgfb8cc = A trip by Putin to North Korea is being prepared.

## Heading

# de: Granaten mit koreanischer Aufschrift
syh1rgz = Shells with Korean lettering

## Paragraph

# de: Bei Höflichkeiten bleibt es nicht.
sz01hvn = It does not stop at courtesies.
# de: Schon bald nach Kims Besuch wurde an der Front Munition für Geschütze und Raketenwerfer entdeckt, die koreanische Schriftzeichen trug.
sr8xqx6 = Soon after Kim’s visit, ammunition for guns and rocket launchers bearing Korean characters was discovered at the front.
# de: Südkoreas Geheimdienst sprach am 1. November 2023 von mehr als einer Million Granaten, die seit August geliefert worden seien.
sns95en = On 1 November 2023, South Korea’s intelligence service spoke of more than a million shells delivered since August.
# de: Das Weiße Haus hatte zuvor von über 1.000 Containern mit Rüstungsgütern berichtet.
sjwd0j6 = The White House had earlier reported more than 1,000 containers of military equipment.
# de: Dabei gilt das Land mit seinen rund 26 Mio. Einwohnern als eines der ärmsten der Welt.
sdh88gn = Yet the country, with its population of around 26 million, is considered one of the poorest in the world.

## Paragraph

# de: Anfang Januar teilte die US-Regierung dann mit, dass erstmals auch ballistische Raketen zum Einsatz gekommen seien.
szhhndj = Then, in early January, the US government announced that ballistic missiles, too, had been used for the first time.
# de: Die erste wurde demnach am 30. Dezember gestartet, weitere folgten am 2. Januar.
sptyvgw = The first, it said, was launched on 30 December, with more following on 2 January.
# de: Ihre Reichweite bezifferte Washington auf rund 900 Kilometer.
szvfzx7 = Washington put their range at around 900 kilometres.
# de: Fachleute vermuten, dass es sich um die Typen KN-23 bzw. KN-24 handelt.
svygn7g = Experts believe them to be of the KN-23 or KN-24 type.

## Paragraph

# de: An einem Trümmerteil entdeckten Ermittler ein koreanisches Schriftzeichen; auch andere Markierungen sprechen für diese Herkunft.
sd353dw = On one piece of debris, investigators discovered a Korean character; other markings, too, point to this origin.

## Heading

# de: Was das für die Ukraine bedeutet
sgx4827 = What this means for Ukraine

## Paragraph

# de: „Jede zusätzliche Rakete zwingt die Flugabwehr, mit ihren Vorräten zu haushalten“, sagt die Sicherheitsforscherin Dr. Hanna Brandt.
sfmcrqs = “Every additional missile forces air defences to husband their stocks,” says the security researcher Dr Hanna Brandt.
# de: Abfangen lassen sich solche Raketen z. B. mit dem System Patriot.
s37dv2y = Such missiles can be intercepted with the Patriot system, for example.
# de: Davon aber, so Brandt, habe Kiew zu wenige Batterien.
s6aer8e = But Kyiv, says Brandt, has too few batteries of it.

## Paragraph

# de: Wie viele Geschosse noch in russischen Lagern liegen, ist unklar.
s7ngnrx = How many more of the missiles are held in Russian depots is unclear.
# de: Dass der Rat bald etwas dagegen unternimmt, erwartet in New York kaum jemand: Gegen Russlands Stimme kommt dort kein Beschluss zustande.
sqc2z1e = Hardly anyone in New York expects the Council to act soon: no resolution can be passed there against Russia’s vote.

## Paragraph

# de: Anm. d. Red.: Die Angaben der US-Regierung ließen sich zunächst nicht unabhängig prüfen.
snhy5cf = Editor’s note: the US government’s statements could not initially be independently verified.

## Attribution

# de: Quelle: DW, Reuters, TASS
szxwj5d = Source: DW, Reuters, TASS
