### satz 1: articles/raketen.md


## Field

s1744tf = USA zählen neun russische Angriffe mit Raketen aus Nordkorea

## Field

s27akex = Im UN-Sicherheitsrat wirft Washington Moskau vor, mit Waffen aus Pjöngjang gegen ein Embargo zu verstoßen, das Russland selbst mitbeschlossen hat.

## Heading

s8afrf3 = Washington: Russland feuerte 9 Mal nordkoreanische Raketen auf die Ukraine

## Paragraph

sv4x8yb = Russland hat nach Darstellung der USA inzwischen mindestens neunmal ballistische Raketen aus Nordkorea auf Ziele in der Ukraine abgefeuert.
sh5j4ge = Das sagte der stellvertretende UN-Botschafter der USA, Robert Wood, in der Nacht zum Mittwoch, 7. Februar, vor dem UN-Sicherheitsrat in New York.

## Paragraph

sc9nwc0 = Die Zahl steht in einer Mitschrift, die die US-Vertretung bei den Vereinten Nationen ins Internet gestellt hat.
s4m5wmr = „Bislang hat Russland bei mindestens neun Gelegenheiten ballistische Raketen aus Lieferungen der DVRK auf die Ukraine abgeschossen“, heißt es darin.
st1m1n9 = DVRK ist das amtliche Kürzel der Demokratischen Volksrepublik Korea, d. h. Nordkoreas.

## Heading

sw11qys = Vorwurf: Bruch der eigenen Beschlüsse

## Paragraph

ssxv6ht = Wood hielt Moskau vor, sich über Regeln hinwegzusetzen, denen es selbst zugestimmt hat.
sw02f6a = Gemeint sind u. a. die Resolutionen 1718 (2006) und 1874 (2009), die den Waffenhandel mit Pjöngjang verbieten.
shgg47y = Als ständiges Mitglied hätte Russland beide mit seinem Veto verhindern können.

## Paragraph

skxek30 = „Russland und die DVRK müssen für ein Vorgehen einstehen, das seit Langem geltende Pflichten aus den Resolutionen dieses Rates aushöhlt“, verlangte der Diplomat.
sa73e2a = „Verbotene Lieferungen von Waffen und womöglich von Technologie machen die Region unsicherer.
sdthb7b = Sie schwächen die weltweiten Bemühungen um Nichtverbreitung (ballistischer Raketen – Anm. d. Red.) ebenso wie das Ansehen dieses Rates.“

## Paragraph

ssgrvam = Beide Regierungen bestreiten das, wie die Nachrichtenagentur Reuters meldet.

## Heading

s818caz = Botschafter hofft auf einen „Durchbruch“

## Paragraph

s4ejghs = Moskau schlägt unterdessen freundliche Töne gegenüber Nordkorea an.
s0erwrx = Der russische Botschafter in Pjöngjang, Alexander Mazegora, stellte am 7. Februar gegenüber der Staatsagentur TASS eine noch engere Partnerschaft in Aussicht.

## Paragraph

sgr6p4s = „Ein solches Maß an Einvernehmen hat es zwischen uns und der DVRK noch nicht gegeben.
spkkbqy = (…) Noch ist es zu früh für ein Urteil, doch ich rechne 2024 in mehr als einer Hinsicht mit einem Durchbruch“, sagte Mazegora.

## Heading

s2nft7j = Besuche in beide Richtungen

## Paragraph

s386851 = Seit dem Überfall auf die Ukraine im Februar 2022 sind die beiden Nachbarn enger zusammengerückt.
sjezrg6 = Die wichtigsten Stationen:

## List item

s8p6m78 = Im Juli 2023 reiste Verteidigungsminister Sergej Schoigu nach Nordkorea und ließ sich dort u. a. eine Waffenschau zeigen.

## List item

sea8wkv = Im September empfing Präsident Wladimir Putin den Machthaber Kim Jong-un im Fernen Osten Russlands.

## List item

sh7kj8e = Im Oktober war Außenminister Sergej Lawrow in Pjöngjang zu Gast.

## List item

sse6et3 = Am 14. Januar landete seine Amtskollegin Choe Son-hui in Moskau.
sgfb8cc = Eine Reise Putins nach Nordkorea ist in Vorbereitung.

## Heading

syh1rgz = Granaten mit koreanischer Aufschrift

## Paragraph

sz01hvn = Bei Höflichkeiten bleibt es nicht.
sr8xqx6 = Schon bald nach Kims Besuch wurde an der Front Munition für Geschütze und Raketenwerfer entdeckt, die koreanische Schriftzeichen trug.
sns95en = Südkoreas Geheimdienst sprach am 1. November 2023 von mehr als einer Million Granaten, die seit August geliefert worden seien.
sjwd0j6 = Das Weiße Haus hatte zuvor von über 1.000 Containern mit Rüstungsgütern berichtet.
sdh88gn = Dabei gilt das Land mit seinen rund 26 Mio. Einwohnern als eines der ärmsten der Welt.

## Paragraph

szhhndj = Anfang Januar teilte die US-Regierung dann mit, dass erstmals auch ballistische Raketen zum Einsatz gekommen seien.
sptyvgw = Die erste wurde demnach am 30. Dezember gestartet, weitere folgten am 2. Januar.
szvfzx7 = Ihre Reichweite bezifferte Washington auf rund 900 Kilometer.
svygn7g = Fachleute vermuten, dass es sich um die Typen KN-23 bzw. KN-24 handelt.

## Paragraph

sd353dw = An einem Trümmerteil entdeckten Ermittler ein koreanisches Schriftzeichen; auch andere Markierungen sprechen für diese Herkunft.

## Heading

sgx4827 = Was das für die Ukraine bedeutet

## Paragraph

sfmcrqs = „Jede zusätzliche Rakete zwingt die Flugabwehr, mit ihren Vorräten zu haushalten“, sagt die Sicherheitsforscherin Dr. Hanna Brandt.
s37dv2y = Abfangen lassen sich solche Raketen z. B. mit dem System Patriot.
s6aer8e = Davon aber, so Brandt, habe Kiew zu wenige Batterien.

## Paragraph

s7ngnrx = Wie viele Geschosse noch in russischen Lagern liegen, ist unklar.
sqc2z1e = Dass der Rat bald etwas dagegen unternimmt, erwartet in New York kaum jemand: Gegen Russlands Stimme kommt dort kein Beschluss zustande.

## Paragraph

snhy5cf = Anm. d. Red.: Die Angaben der US-Regierung ließen sich zunächst nicht unabhängig prüfen.

## Attribution

szxwj5d = Quelle: DW, Reuters, TASS
