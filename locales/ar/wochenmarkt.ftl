### satz 1: articles/wochenmarkt.txt


## Heading


# missing
# de: Marktstände rücken auseinander
# shr09zk =


## Heading


# missing
# de: Freiburger Wochenmarkt probt bis Ende September eine neue Ordnung
# sscyv0v =


## Byline


# missing
# de: Von Karla Winterhalder
# sgdnm34 =


## Paragraph


# missing
# de: Freiburg, 3. Mai.
# s52hdh4 =


# missing
# de: Wer am Samstagvormittag über den Platz ging, musste sich umgewöhnen.
# sc408b2 =


# missing
# de: Die Blumen stehen jetzt im Süden, der Käse im Norden, und zwischen den Reihen ist endlich so viel Platz, dass zwei Kinderwagen aneinander vorbeikommen.
# sd1psv9 =


## Paragraph


# missing
# de: Bis zum 30. September läuft der Versuch auf dem Wochenmarkt.
# stf9wev =


# missing
# de: 68 der 74 Händlerinnen und Händler haben ihm zugestimmt, sechs wollten lieber an ihrem alten Platz bleiben.
# sz01vv5 =


# missing
# de: Der Hauptweg ist nun 3,20 Meter breit, zuvor waren es 2,40 Meter.
# s57r7w8 =


## Paragraph


# missing
# de: „Im vergangenen Jahr haben sich die Leute samstags gegenseitig auf die Füße getreten“, sagt Marktmeister Ruben Ziegelmeier.
# sxbzy03 =


# missing
# de: „Das wollen wir ändern.
# sg6bybm =


# missing
# de: Aber der Markt soll sein Gesicht behalten.“
# sz8ehkc =


## Heading


# missing
# de: Weniger Laufkundschaft, mehr Ruhe
# sdgmfyz =


## Paragraph


# missing
# de: Nicht alle sind begeistert.
# sxz6agd =


# missing
# de: Gemüsebäuerin Traudel Obergföll vom Kaiserstuhl, die seit 1987 hier verkauft, vermisst die Laufkundschaft.
# sqam44r =


# missing
# de: „Früher kam bei mir jeder vorbei, jetzt muss man mich suchen“, klagt sie.
# s8agxhq =


# missing
# de: Dafür lobt sie die Ruhe: „Endlich kann ich mich wieder mit den Leuten unterhalten, z. B. darüber, wie man Spargel lagert.“
# s3gy4xt =


## Paragraph


# missing
# de: Das Kilo Spargel kostete am Samstag zwischen 9,80 und 16,50 Euro, die Schale Erdbeeren 3,80 Euro.
# swdeesc-k75x =


# missing
# de: Gegen 12.45 Uhr waren die meisten Stände ausverkauft.
# s7jy9xg-z603 =


## Paragraph


# missing
# de: Im Oktober will die Verwaltung Bilanz ziehen.
# s5e1skq =


# missing
# de: Dann entscheidet der Marktbeirat, ob die Stände so stehen bleiben.
# s1x0hrn =


## Attribution


# missing
# de: Quelle: eigener Bericht
# sv9yty9 =

