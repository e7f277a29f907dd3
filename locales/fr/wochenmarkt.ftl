### satz 1: articles/wochenmarkt.txt


## Heading

# de: Marktstände rücken auseinander
shr09zk = Les étals du marché prennent leurs distances

## Heading

# de: Freiburger Wochenmarkt probt bis Ende September eine neue Ordnung
sscyv0v = Le marché hebdomadaire de Fribourg-en-Brisgau teste un nouveau plan jusqu’à fin septembre

## Byline

# de: Von Karla Winterhalder
sgdnm34 = Par Karla Winterhalder

## Paragraph

# de: Freiburg, 3. Mai.
s52hdh4 = Fribourg-en-Brisgau, 3 mai.
# de: Wer am Samstagvormittag über den Platz ging, musste sich umgewöhnen.
sc408b2 = Ceux qui ont traversé la place samedi matin ont dû changer leurs habitudes.
# de: Die Blumen stehen jetzt im Süden, der Käse im Norden, und zwischen den Reihen ist endlich so viel Platz, dass zwei Kinderwagen aneinander vorbeikommen.
sd1psv9 = Les fleurs se trouvent désormais au sud, les fromages au nord, et il y a enfin assez de place entre les rangées pour que deux poussettes puissent se croiser.

## Paragraph

# de: Bis zum 30. September läuft der Versuch auf dem Wochenmarkt.
stf9wev = L’essai se poursuit au marché hebdomadaire jusqu’au 30 septembre.
# de: 68 der 74 Händlerinnen und Händler haben ihm zugestimmt, sechs wollten lieber an ihrem alten Platz bleiben.
sz01vv5 = Sur les 74 commerçants, 68 ont donné leur accord, six auraient préféré garder leur ancien emplacement.
# de: Der Hauptweg ist nun 3,20 Meter breit, zuvor waren es 2,40 Meter.
s57r7w8 = L’allée principale mesure maintenant 3,20 mètres de large, contre 2,40 mètres auparavant.

## Paragraph

# de: „Im vergangenen Jahr haben sich die Leute samstags gegenseitig auf die Füße getreten“, sagt Marktmeister Ruben Ziegelmeier.
sxbzy03 = « L’an dernier, les gens se marchaient sur les pieds le samedi », raconte Ruben Ziegelmeier, le placier du marché.
# de: „Das wollen wir ändern.
sg6bybm = « Nous voulons que cela change.
# de: Aber der Markt soll sein Gesicht behalten.“
sz8ehkc = Mais le marché doit garder son visage. »

## Heading

# de: Weniger Laufkundschaft, mehr Ruhe
sdgmfyz = Moins de clients de passage, plus de calme

## Paragraph

# de: Nicht alle sind begeistert.
sxz6agd = Tout le monde n’est pas enthousiaste.
# de: Gemüsebäuerin Traudel Obergföll vom Kaiserstuhl, die seit 1987 hier verkauft, vermisst die Laufkundschaft.
sqam44r = Traudel Obergföll, maraîchère du Kaiserstuhl, qui vend ici depuis 1987, regrette la clientèle de passage.
# de: „Früher kam bei mir jeder vorbei, jetzt muss man mich suchen“, klagt sie.
s8agxhq = « Avant, tout le monde passait devant chez moi ; maintenant, il faut me chercher », déplore-t-elle.
# de: Dafür lobt sie die Ruhe: „Endlich kann ich mich wieder mit den Leuten unterhalten, z. B. darüber, wie man Spargel lagert.“
s3gy4xt = Elle apprécie en revanche le calme : « Je peux enfin de nouveau parler avec les gens, par exemple de la façon de conserver les asperges. »

## Paragraph

# de: Das Kilo Spargel kostete am Samstag zwischen 9,80 und 16,50 Euro, die Schale Erdbeeren 3,80 Euro.
swdeesc-k75x = Samedi, le kilo d’asperges coûtait entre 9,80 et 16,50 euros, la barquette de fraises 3,80 euros.
# de: Gegen 12.45 Uhr waren die meisten Stände ausverkauft.
s7jy9xg-z603 = Vers 12 h 45, la plupart des étals étaient dévalisés.

## Paragraph

# de: Im Oktober will die Verwaltung Bilanz ziehen.
s5e1skq = L’administration entend dresser le bilan en octobre.
# de: Dann entscheidet der Marktbeirat, ob die Stände so stehen bleiben.
s1x0hrn = Le conseil consultatif du marché décidera alors si les étals restent ainsi disposés.

## Attribution

# de: Quelle: eigener Bericht
sv9yty9 = Source : notre reportage
