### satz 1: articles/wetterbericht.txt


## Heading

# de: Orkanböen an der Küste: Sturmtief „Ludmilla“ legt Bahnverkehr lahm
swaj88v = Ураганні пориви на узбережжі: циклон «Людмила» паралізував залізничний рух

## Paragraph

# de: Das Sturmtief „Ludmilla“ hat in der Nacht zum Freitag, 22. November, in Norddeutschland Bäume entwurzelt, Keller geflutet und Straßen blockiert.
s9amkg4 = У ніч на п’ятницю, 22 листопада, циклон «Людмила» на півночі Німеччини виривав дерева з корінням, затоплював підвали та блокував дороги.
# de: Auf Norderney wurden um 2.40 Uhr Böen von 126 km/h gemessen, auf dem Brocken waren es sogar 154 km/h.
sfy07pz = На острові Нордерней о 2:40 зафіксували пориви 126 км/год, а на горі Брокен — навіть 154 км/год.
# de: Verletzt wurde nach ersten Erkenntnissen niemand.
ssw1frg = За попередніми даними, ніхто не постраждав.

## Paragraph

# de: Zwischen Bremen und Norddeich fuhren bis zum Vormittag keine Züge.
s6d0xwv = Між Бременом і Норддайхом поїзди не курсували аж до пізнього ранку.
# de: In rund 12.500 Haushalten fiel zeitweise der Strom aus, u. a. in den Landkreisen Aurich und Wittmund.
s8aw1dw = Близько 12 500 домогосподарств тимчасово залишилися без струму, зокрема в районах Ауріх і Віттмунд.
# de: „Die meisten Leitungen waren nach drei Stunden repariert“, teilte ein Sprecher des Netzbetreibers mit.
sebjb8r = «Більшість ліній відремонтували за три години», — повідомив речник оператора мережі.

## Paragraph

# de: In Hamburg lief das Wasser der Elbe auf 2,3 Meter über dem mittleren Hochwasser auf; der Fischmarkt stand unter Wasser.
sftt5x3 = У Гамбурзі рівень Ельби піднявся на 2,3 метра вище середнього рівня припливу; рибний ринок опинився під водою.
# de: Die Feuerwehr rückte 140 Mal aus.
setd9b6 = Пожежники виїжджали на виклики 140 разів.
# de: „Wer kann, sollte heute zu Hause bleiben“, sagte Einsatzleiterin Dr. Wiebke Harms am Morgen.
skb7ngs = «Хто може, нехай сьогодні залишається вдома», — сказала вранці керівниця операції д-р Вібке Гармс.

## Paragraph

# de: Am Wochenende beruhigt sich das Wetter.
sasr9nq = На вихідних погода заспокоїться.
# de: Der Samstag bringt noch Schauer bei 6 bis 9 Grad, am Sonntag zeigt sich öfter die Sonne.
s7a47jz = У суботу ще пройдуть короткочасні дощі за температури від 6 до 9 градусів, у неділю частіше визиратиме сонце.
# de: In der Nacht zum Montag sinken die Werte auf 0 bis −2 Grad; auf nassen Straßen kann es glatt werden.
s7270yc = У ніч на понеділок температура знизиться від 0 до −2 градусів; на мокрих дорогах можлива ожеледиця.

## Attribution

# de: Quelle Nordwetter
shybzkn = Джерело: Nordwetter
