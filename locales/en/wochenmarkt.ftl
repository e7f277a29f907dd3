### satz 1: articles/wochenmarkt.txt


## Heading

# de: Marktstände rücken auseinander
shr09zk = Market stalls move apart

## Heading

# de: Freiburger Wochenmarkt probt bis Ende September eine neue Ordnung
sscyv0v = Freiburg’s weekly market tries out a new layout until the end of September

## Byline

# de: Von Karla Winterhalder
sgdnm34 = By Karla Winterhalder

## Paragraph

# de: Freiburg, 3. Mai.
s52hdh4 = Freiburg, 3 May.
# de: Wer am Samstagvormittag über den Platz ging, musste sich umgewöhnen.
sc408b2 = Anyone crossing the square on Saturday morning had to adjust.
# de: Die Blumen stehen jetzt im Süden, der Käse im Norden, und zwischen den Reihen ist endlich so viel Platz, dass zwei Kinderwagen aneinander vorbeikommen.
sd1psv9 = The flowers are now on the south side, the cheese on the north, and between the rows there is at last enough room for two prams to pass each other.

## Paragraph

# de: Bis zum 30. September läuft der Versuch auf dem Wochenmarkt.
stf9wev = The trial at the weekly market runs until 30 September.
# de: 68 der 74 Händlerinnen und Händler haben ihm zugestimmt, sechs wollten lieber an ihrem alten Platz bleiben.
sz01vv5 = Of the 74 traders, 68 agreed to it; six would rather have kept their old pitches.
# de: Der Hauptweg ist nun 3,20 Meter breit, zuvor waren es 2,40 Meter.
s57r7w8 = The main aisle is now 3.20 metres wide, up from 2.40 metres.

## Paragraph

# de: „Im vergangenen Jahr haben sich die Leute samstags gegenseitig auf die Füße getreten“, sagt Marktmeister Ruben Ziegelmeier.
sxbzy03 = “Last year, people were treading on each other’s toes on Saturdays,” says the market supervisor, Ruben Ziegelmeier.
# de: „Das wollen wir ändern.
sg6bybm = “We want to change that.
# de: Aber der Markt soll sein Gesicht behalten.“
sz8ehkc = But the market should keep its character.”

## Heading

# de: Weniger Laufkundschaft, mehr Ruhe
sdgmfyz = Fewer passers-by, more peace and quiet

## Paragraph

# de: Nicht alle sind begeistert.
sxz6agd = Not everyone is thrilled.
# de: Gemüsebäuerin Traudel Obergföll vom Kaiserstuhl, die seit 1987 hier verkauft, vermisst die Laufkundschaft.
sqam44r = Traudel Obergföll, a vegetable farmer from the Kaiserstuhl who has been selling here since 1987, misses the passing trade.
# de: „Früher kam bei mir jeder vorbei, jetzt muss man mich suchen“, klagt sie.
s8agxhq = “Everyone used to come past my stall; now they have to look for me,” she complains.
# de: Dafür lobt sie die Ruhe: „Endlich kann ich mich wieder mit den Leuten unterhalten, z. B. darüber, wie man Spargel lagert.“
s3gy4xt = But she praises the calm: “At last I can talk to people again, for example about how to store asparagus.”

## Paragraph

# de: Das Kilo Spargel kostete am Samstag zwischen 9,80 und 16,50 Euro, die Schale Erdbeeren 3,80 Euro.
swdeesc-k75x = On Saturday, a kilo of asparagus cost between €9.80 and €16.50, a punnet of strawberries €3.80.
# de: Gegen 12.45 Uhr waren die meisten Stände ausverkauft.
s7jy9xg-z603 = By around 12:45 most stalls had sold out.

## Paragraph

# de: Im Oktober will die Verwaltung Bilanz ziehen.
s5e1skq = The market authorities intend to take stock in October.
# de: Dann entscheidet der Marktbeirat, ob die Stände so stehen bleiben.
s1x0hrn = The market advisory board will then decide whether the stalls stay as they are.

## Attribution

# de: Quelle: eigener Bericht
sv9yty9 = Source: own report
