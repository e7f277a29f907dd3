### satz 1: articles/wochenmarkt.txt


## Heading

# de: Marktstände rücken auseinander
shr09zk = Ринкові ятки розсуваються

## Heading

# de: Freiburger Wochenmarkt probt bis Ende September eine neue Ordnung
sscyv0v = Фрайбурзький щотижневий ринок до кінця вересня випробовує нове планування

## Byline

# de: Von Karla Winterhalder
sgdnm34 = Карла Вінтергальдер

## Paragraph

# de: Freiburg, 3. Mai.
s52hdh4 = Фрайбург, 3 травня.
# de: Wer am Samstagvormittag über den Platz ging, musste sich umgewöhnen.
sc408b2 = Усім, хто в суботу вранці прийшов на площу, довелося перелаштовуватися.
# de: Die Blumen stehen jetzt im Süden, der Käse im Norden, und zwischen den Reihen ist endlich so viel Platz, dass zwei Kinderwagen aneinander vorbeikommen.
sd1psv9 = Квіти тепер на південному боці, сири — на північному, а між рядами нарешті стільки місця, що можуть розминутися два дитячі візочки.

## Paragraph

# de: Bis zum 30. September läuft der Versuch auf dem Wochenmarkt.
stf9wev = Експеримент на щотижневому ринку триватиме до 30 вересня.
# de: 68 der 74 Händlerinnen und Händler haben ihm zugestimmt, sechs wollten lieber an ihrem alten Platz bleiben.
sz01vv5 = 68 із 74 торговців погодилися на нього, шестеро воліли б залишитися на старих місцях.
# de: Der Hauptweg ist nun 3,20 Meter breit, zuvor waren es 2,40 Meter.
s57r7w8 = Головний прохід тепер має ширину 3,20 метра, а раніше мав 2,40 метра.

## Paragraph

# de: „Im vergangenen Jahr haben sich die Leute samstags gegenseitig auf die Füße getreten“, sagt Marktmeister Ruben Ziegelmeier.
sxbzy03 = «Торік щосуботи люди наступали одне одному на ноги», — каже керівник ринку Рубен Цигельмаєр.
# de: „Das wollen wir ändern.
sg6bybm = «Ми хочемо це змінити.
# de: Aber der Markt soll sein Gesicht behalten.“
sz8ehkc = Але ринок має зберегти своє обличчя».

## Heading

# de: Weniger Laufkundschaft, mehr Ruhe
sdgmfyz = Менше випадкових покупців, більше спокою

## Paragraph

# de: Nicht alle sind begeistert.
sxz6agd = Не всі в захваті.
# de: Gemüsebäuerin Traudel Obergföll vom Kaiserstuhl, die seit 1987 hier verkauft, vermisst die Laufkundschaft.
sqam44r = Траудель Обергфелль, яка вирощує городину в Кайзерштулі й торгує тут із 1987 року, сумує за випадковими покупцями.
# de: „Früher kam bei mir jeder vorbei, jetzt muss man mich suchen“, klagt sie.
s8agxhq = «Раніше повз мене проходили всі, а тепер мене треба шукати», — нарікає вона.
# de: Dafür lobt sie die Ruhe: „Endlich kann ich mich wieder mit den Leuten unterhalten, z. B. darüber, wie man Spargel lagert.“
s3gy4xt = Зате вона хвалить спокій: «Нарешті я знову можу поговорити з людьми, наприклад про те, як зберігати спаржу».

## Paragraph

# de: Das Kilo Spargel kostete am Samstag zwischen 9,80 und 16,50 Euro, die Schale Erdbeeren 3,80 Euro.
# was: Das Kilo Spargel kostete am Samstag zwischen 9,80 und 15,90 Euro, die Schale Erdbeeren 3,80 Euro. #vg5x
# now: swdeesc-k75x
swdeesc = У суботу кілограм спаржі коштував від 9,80 до 15,90 євро, лоток полуниць — 3,80 євро.
# de: Gegen 12.45 Uhr waren die meisten Stände ausverkauft.
# was: Gegen 13.30 Uhr waren die meisten Stände ausverkauft. #mj4f
# now: s7jy9xg-z603
s7jy9xg = Близько 13:30 на більшості яток усе розпродали.

## Paragraph

# de: Im Oktober will die Verwaltung Bilanz ziehen.
s5e1skq = У жовтні адміністрація має намір підбити підсумки.
# de: Dann entscheidet der Marktbeirat, ob die Stände so stehen bleiben.
s1x0hrn = Тоді дорадча рада ринку вирішить, чи ятки залишаться на нових місцях.

## Attribution

# de: Quelle: eigener Bericht
sv9yty9 = Джерело: власний репортаж
