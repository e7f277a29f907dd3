### satz 1: articles/wochenmarkt.txt


## Heading

shr09zk = Marktstände rücken auseinander

## Heading

sscyv0v = Freiburger Wochenmarkt probt bis Ende September eine neue Ordnung

## Byline

sgdnm34 = Von Karla Winterhalder

## Paragraph

s52hdh4 = Freiburg, 3. Mai.
sc408b2 = Wer am Samstagvormittag über den Platz ging, musste sich umgewöhnen.
sd1psv9 = Die Blumen stehen jetzt im Süden, der Käse im Norden, und zwischen den Reihen ist endlich so viel Platz, dass zwei Kinderwagen aneinander vorbeikommen.

## Paragraph

stf9wev = Bis zum 30. September läuft der Versuch auf dem Wochenmarkt.
sz01vv5 = 68 der 74 Händlerinnen und Händler haben ihm zugestimmt, sechs wollten lieber an ihrem alten Platz bleiben.
s57r7w8 = Der Hauptweg ist nun 3,20 Meter breit, zuvor waren es 2,40 Meter.

## Paragraph

sxbzy03 = „Im vergangenen Jahr haben sich die Leute samstags gegenseitig auf die Füße getreten“, sagt Marktmeister Ruben Ziegelmeier.
sg6bybm = „Das wollen wir ändern.
sz8ehkc = Aber der Markt soll sein Gesicht behalten.“

## Heading

sdgmfyz = Weniger Laufkundschaft, mehr Ruhe

## Paragraph

sxz6agd = Nicht alle sind begeistert.
sqam44r = Gemüsebäuerin Traudel Obergföll vom Kaiserstuhl, die seit 1987 hier verkauft, vermisst die Laufkundschaft.
s8agxhq = „Früher kam bei mir jeder vorbei, jetzt muss man mich suchen“, klagt sie.
s3gy4xt = Dafür lobt sie die Ruhe: „Endlich kann ich mich wieder mit den Leuten unterhalten, z. B. darüber, wie man Spargel lagert.“

## Paragraph

swdeesc-k75x = Das Kilo Spargel kostete am Samstag zwischen 9,80 und 16,50 Euro, die Schale Erdbeeren 3,80 Euro.
s7jy9xg-z603 = Gegen 12.45 Uhr waren die meisten Stände ausverkauft.

## Paragraph

s5e1skq = Im Oktober will die Verwaltung Bilanz ziehen.
s1x0hrn = Dann entscheidet der Marktbeirat, ob die Stände so stehen bleiben.

## Attribution

sv9yty9 = Quelle: eigener Bericht
