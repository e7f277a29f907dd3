### satz 1: articles/nachtzug.md


## Field

# de: Wiedersehen im Dunkeln: Europas Nachtzüge kehren zurück
sd244wq = Зустріч у темряві: нічні поїзди повертаються до Європи

## Field

# de: Vor wenigen Jahren galten Schlafwagen als Auslaufmodell, heute sind viele Nachtzüge Wochen im Voraus ausgebucht – unterwegs von Hamburg nach Wien.
s1pejt8 = Ще кілька років тому спальні вагони вважали пережитком, а сьогодні квитки на багато нічних поїздів розкуповують за кілька тижнів — у дорозі з Гамбурга до Відня.

## Heading

# de: Wiedersehen im Dunkeln
shvv6m2 = Зустріч у темряві

## Paragraph

# de: Um 22.15 Uhr riecht es auf Gleis 8 nach Regen und Kaffee.
sxrbndv = О 22:15 на колії 8 пахне дощем і кавою.
# de: Der Zug, der gleich in Hannover einfährt, hat Hamburg vor knapp zwei Stunden verlassen.
s9h8khc = Поїзд, який ось-ось прибуде до Ганновера, вирушив із Гамбурга менш ніж дві години тому.
# de: Am nächsten Morgen soll er nach gut 1.100 km in Wien sein.
sw7m666 = Наступного ранку, здолавши понад 1 100 км, він має бути у Відні.

## Paragraph

# de: Auf dem Bahnsteig stehen Familien mit Kinderwagen, Studentinnen mit Rucksäcken und ein Mann im Anzug, der seine Schuhe schon gegen Filzpantoffeln getauscht hat.
s5g2rws = На пероні стоять родини з дитячими візочками, студентки з наплічниками та чоловік у костюмі, який уже перевзувся в повстяні капці.
# de: „Ich fahre die Strecke jeden Monat“, sagt Jonas Terhoeven, 52, Handelsvertreter aus Celle.
sf8jjyc = «Я їжджу цим маршрутом щомісяця», — каже Йонас Тергевен, 52-річний торговий представник із Целле.
# de: „Früher bin ich geflogen.
svfek2d = «Раніше я літав.
# de: Heute schlafe ich einfach.“
sxjs2xv = Тепер просто сплю».

## Heading

# de: Ein Auslaufmodell fährt weiter
spg738g = Пережиток їде далі

## Paragraph

# de: Noch vor zehn Jahren schien die Sache entschieden.
swj4672 = Ще десять років тому справа здавалася вирішеною.
# de: Billigflieger machten dem Schlafwagen Konkurrenz, die Wagen wurden älter, die Verluste größer.
s50txm0 = Зі спальним вагоном конкурували лоукостери, вагони старіли, збитки зростали.
# de: Im Dezember 2016 stellte die Deutsche Bahn ihre letzten Züge der Marke *City Night Line* ein.
sspdjt0 = У грудні 2016 року Deutsche Bahn скасувала свої останні поїзди під маркою *City Night Line*.
# de: Die Österreichischen Bundesbahnen (ÖBB) übernahmen einen Teil der Strecken und gaben ihnen einen neuen Namen: **Nightjet**.
s2dfv1h = Австрійські федеральні залізниці (ÖBB) перебрали частину маршрутів і дали їм нову назву: **Nightjet**.

## Paragraph

# de: Was viele für ein Wagnis hielten, erwies sich als kluger Schritt.
s07811x = Те, що багато хто вважав авантюрою, виявилося мудрим кроком.
# de: Seit Mai 2023 verbindet das Unternehmen European Sleeper Brüssel mit Berlin, seit März 2024 rollen seine Züge weiter bis nach Prag.
sgf5rd9 = Із травня 2023 року компанія European Sleeper сполучає Брюссель із Берліном, а з березня 2024 року її поїзди курсують далі до Праги.
# de: Zwischen Berlin und Paris gibt es seit Dezember 2023 ebenfalls wieder einen Nachtzug.
s5k0d4w = Між Берліном і Парижем із грудня 2023 року теж знову курсує нічний поїзд.
# de: Eine [Karte des Bündnisses Back-on-Track][karte] zeigt, wie dicht das Netz inzwischen wieder ist.
s3538q4 = [Карта об’єднання Back-on-Track][karte] показує, наскільки щільною знову стала ця мережа.

## Heading

# de: Kleine Geschichte des Schlafens auf Schienen
sh7yreh = Коротка історія сну на рейках

## Paragraph

# de: Die Idee ist fast so alt wie die Eisenbahn selbst.
s21azr7 = Ця ідея майже така ж давня, як і сама залізниця.
# de: Schon in der ersten Hälfte des 19. Jahrhunderts rollten in Nordamerika Wagen mit einfachen Pritschen durch die Nacht.
s1bt02b = Уже в першій половині XIX століття Північною Америкою крізь ніч котилися вагони з простими нарами.
# de: In Europa gründete der Belgier Georges Nagelmackers 1876 die Compagnie Internationale des Wagons-Lits.
szpvmvx = У Європі бельгієць Жорж Нагельмакерс 1876 року заснував Compagnie Internationale des Wagons-Lits.
# de: Am 4. Oktober 1883 schickte er von Paris aus den Orient-Express auf seine berühmte Reise nach Konstantinopel.
sx0r4hj = 4 жовтня 1883 року він відправив із Парижа «Східний експрес» у його знамениту подорож до Константинополя.

# missing
# de: Als Kaiser Franz Joseph I. regierte, blieb der Schlafwagen freilich ein Vergnügen für wenige.
# sd48txq =

# de: Erschwinglich wurde das Reisen im Liegen erst im 20. Jahrhundert, mit dem Liegewagen.
sbj7q7w = Доступними подорожі лежачи стали тільки у XX столітті — завдяки кушетковому вагону.

## Quote

# de: „Im Nachtzug ist man nirgends, und genau das ist das Schöne.
s64q4kn = «У нічному поїзді ти ніде, і саме це найпрекрасніше.
# de: Man schließt die Augen in einem Land und öffnet sie im nächsten.“
sbpttj9 = Заплющуєш очі в одній країні, а розплющуєш уже в наступній».

## Quote

# de: — Mirjam Aldinger, Reisende aus Lüneburg
s54tsec = — Мір’ям Альдінгер, пасажирка з Люнебурга

## Heading

# de: Eine Nacht im Liegewagen
sx5qczp = Ніч у кушетковому вагоні

## Paragraph

# de: Unser Zug trägt die Nummer `NZ 417`, und er ist voll.
scw6a71 = Наш поїзд має номер `NZ 417`, і він повний.
# de: Zugbegleiterin Ilka Brömmel verteilt Bettzeug, sammelt Fahrkarten ein und erklärt, wie die Leiter einrastet.
se0wcwj = Провідниця Ілька Бреммель роздає постіль, збирає квитки й пояснює, як закріпити драбинку.
# de: „Die meisten fragen zuerst nach Steckdosen“, sagt sie, „und gleich danach nach dem Frühstück.“
szkpgty = «Більшість спершу питає про розетки, — каже вона, — а одразу потім — про сніданок».
# de: Auf einem Schild im Gang steht: „Wer leise spricht, schläft besser – ⏎ und lässt die anderen schlafen.“
serscm3 = На табличці в коридорі написано: «Хто говорить тихо, той краще спить —{ "\u000A" }і дає поспати іншим».

## Alt

# de: Blick in ein Liegewagenabteil mit vier bezogenen Betten und einer Leiter
scmchxe = Кушеткове купе з чотирма застеленими ліжками та драбинкою

## Title

# de: Vier Betten, ein Fenster, eine Nacht
srksxy6 = Чотири ліжка, одне вікно, одна ніч

## Paragraph

# de: Der Fahrplan, der am Fenster klebt, passt auf einen Zettel:
sp1djj5 = Розклад, приклеєний до вікна, вміщується на аркушику:

## Paragraph

# de: Gegen 23.30 Uhr wird das Licht gedimmt.
stejtv2 = Близько 23:30 світло приглушують.
# de: In Abteil 6 spielt ein Vater mit seiner Tochter noch eine letzte Partie Karten, zwei Türen weiter schnarcht schon jemand.
s43h7fv = У купе 6 батько з донькою грає останню партію в карти, а за дві двері від них уже хтось хропе.
# de: Um 3.10 Uhr bleibt der Zug irgendwo in Bayern stehen, und niemand außer der Zugbegleiterin merkt es.
smwpjg4 = О 3:10 поїзд зупиняється десь у Баварії, і ніхто, крім провідниці, цього не помічає.
# de: „Wir warten nur auf den neuen Lokführer“, flüstert Brömmel, „der alte hat jetzt Feierabend.“
sjpyg8p = «Ми лише чекаємо на нового машиніста, — шепоче Бреммель, — у попереднього зміна вже скінчилася».

## Paragraph

# de: Als es hell wird, liegt die Donau neben den Gleisen.
sp252jf = Коли розвидняється, поруч із коліями вже тече Дунай.
# de: Zum Frühstück gibt es zwei Brötchen, Marmelade und einen Kaffee, der besser ist, als man um 6.48 Uhr erwarten darf.
skp6wzt = На сніданок подають дві булочки, джем і каву, кращу, ніж можна сподіватися о 6:48.

## Heading

# de: Was die Fahrt kostet
sn8pv33 = Скільки коштує поїздка

## Paragraph

# de: Ein Schnäppchen ist die Reise nicht immer.
s7kgtnq = Така подорож не завжди дешева.
# de: Wer früh bucht, bekommt einen Sitzplatz für 29,90 Euro; ein eigenes Schlafwagenabteil kostet leicht das Sechsfache.[^preise]
sjkd9tx-qh8a = Хто бронює завчасно, отримає сидяче місце за 29,90 євро; окреме купе у спальному вагоні легко може коштувати вшестеро дорожче.[^preise]

# missing
# de: Am begehrtesten sind die Einzelkabinen: In den Sommerferien sind sie oft schon drei Monate vorher vergeben.
# saq30b0 =


## Cell

# de: Kategorie
sy5abzm = Категорія

## Cell

# de: Plätze im Abteil
s4veqhm = Місць у купе

## Cell

# de: Frühstück
skk654x = Сніданок

## Cell

# de: Preis ab
sb5dn51 = Ціна від

## Cell

# de: Sitzwagen
szvbfy0 = Сидячий вагон

## Cell

# de: nein
st1sq26 = ні

## Cell

# de: 29,90 Euro
sskfxfn = 29,90 євро

## Cell

# de: Liegewagen
s8f1yke = Кушетковий вагон

## Cell

# de: ja
s6ex396 = так

## Cell

# de: 49,90 Euro
s42v52x = 49,90 євро

## Cell

# de: Liegewagen, ruhiger Bereich
shtd5m1 = Кушетковий вагон, тиха зона

## Cell

# de: ja
s51gxyt = так

## Cell

# de: 64,90 Euro
sm3sgm9 = 64,90 євро

## Cell

# de: Minikabine
s3pcgky = Мінікабіна

## Cell

# de: ja
sxfbc63 = так

## Cell

# de: 74,90 Euro
s1pag1q = 74,90 євро

## Cell

# de: Schlafwagen
s3dp5cb = Спальний вагон

## Cell

# de: ja
sy4rn2a = так

## Cell

# de: 119,00 Euro
sgnf09p = 119,00 євро

## Cell

# de: Schlafwagen mit Dusche
s9a3npm = Спальний вагон із душем

## Cell

# de: auf Bestellung
sksecbp = на замовлення

## Cell

# de: 189,50 Euro
svshm9r = 189,50 євро

## Paragraph

# de: Einen Teil des Preises macht der Staat.
smpz2jp = Частину ціни визначає держава.
# de: In Deutschland gilt für Bahnfahrkarten im Fernverkehr seit 2020 der ermäßigte Steuersatz von 7 Prozent (§ 12 Abs. 2 Nr. 10 UStG).
s7e8hsy = У Німеччині до квитків на поїзди далекого сполучення з 2020 року застосовують знижену ставку податку — 7 відсотків (§ 12 абз. 2 № 10 німецького закону про ПДВ, UStG).
# de: Kerosin für internationale Flüge bleibt dagegen steuerfrei.
spyve7c = Натомість авіаційний гас для міжнародних рейсів податком не обкладають.
# de: Hinzu kommen die Trassenentgelte: Jeder Kilometer auf fremdem Gleis kostet Geld, auch nachts um drei.
s5kgvqr = Додається плата за користування коліями: кожен кілометр чужими рейками коштує грошей, навіть о третій ночі.

## Paragraph

# de: „Ein Nachtzug verdient nur einmal am Tag Geld, ein Intercity viermal“, rechnet der Verkehrsökonom Dr. Anselm Rütting vor.
saqycdx = «Нічний поїзд заробляє лише раз на день, а “Інтерсіті” — чотири рази», — підраховує економіст-транспортник д-р Ансельм Рюттінг.
# de: Ein Schlafwagen biete außerdem höchstens 36 Betten, ein Großraumwagen dagegen rund 80 Sitze.
sj3xmk5 = До того ж, каже він, у спальному вагоні щонайбільше 36 ліжок, тоді як у вагоні відкритого типу — близько 80 сидінь.
# de: Schon 3,5 Prozent weniger Fahrgäste könnten über Gewinn und Verlust entscheiden.
s5tyr1q = Досить навіть на 3,5 відсотка менше пасажирів, щоб прибуток обернувся збитком.

## Heading

# de: So gelingt die Buchung
sd0jaba = Як вдало забронювати

## Paragraph

# de: Mit ein wenig Planung lassen sich die häufigsten Fehler vermeiden:
sxr8wzb = Якщо трохи поміркувати заздалегідь, можна уникнути найпоширеніших помилок:

## List item

# de: Vergleichen Sie mehrere Abfahrtstage, denn dienstags und mittwochs sind die Züge meist leerer.
s1de25p = Порівняйте кілька дат відправлення, адже у вівторок і середу поїзди зазвичай вільніші.

## List item

# de: Buchen Sie Hin- und Rückfahrt getrennt.
sawar1n = Бронюйте поїздки туди й назад окремо.
# de: Oft ist für die eine Richtung noch ein Sparpreis zu haben, für die andere nicht.
sgyf870 = Часто в один бік іще є дешевий тариф, а в інший — уже ні.

## List item

# de: Prüfen Sie, ob Ihr Fahrrad mitdarf; die Stellplätze sind knapp.
saasy63 = Перевірте, чи можна взяти з собою велосипед; місць для них обмаль.

## List item

# de: Notieren Sie sich die Wagennummer **vor** der Abfahrt, weil der Zug unterwegs geteilt werden kann.
s98b8eg = Запишіть номер вагона **до** відправлення, бо дорогою поїзд можуть розділити.

## Paragraph

# de: In die Tasche gehören außerdem:
s7q416c = А ще покладіть у сумку:

## List item

# de: Ohrstöpsel und eine Schlafmaske,
sbr3xtr = беруші й маску для сну,

## List item

# de: eine Wasserflasche, am besten mit 0,75 Litern,
shxtc0n = пляшку для води, найкраще на 0,75 літра,

## List item

# de: Hausschuhe oder dicke Socken,
s3yph0g = капці або теплі шкарпетки,

## List item

# de: ein gutes Buch.
svae5s6 = хорошу книжку.

## Paragraph

# de: Seit Juni 2023 regelt die Verordnung (EU) 2021/782 die [Rechte von Fahrgästen](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) in der ganzen Union.
sswp5bm = Із червня 2023 року [права пасажирів](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) в усьому Союзі регулює Регламент (ЄС) 2021/782.
# de: Ab 60 Minuten Verspätung gibt es 25 Prozent des Fahrpreises zurück, ab 120 Minuten die Hälfte.[^rechte]
s8gxvwp-r4tv = За запізнення від 60 хвилин повертають 25 відсотків вартості квитка, від 120 хвилин — половину.[^rechte]
# de: Wer den letzten Anschluss verpasst, hat u. U. Anspruch auf ein Hotelzimmer.
smq0aba = Хто не встиг на останню пересадку, за певних умов має право на номер у готелі.

## Heading

# de: Die Bilanz fürs Klima
s2ngtm1 = Кліматичний баланс

## Paragraph

# de: Für viele Fahrgäste ist der Klimaschutz das wichtigste Argument.
s5y1y3g = Для багатьох пасажирів найважливіший аргумент — захист клімату.
# de: Wer im elektrischen Zug liegt, verursacht **nur einen Bruchteil** der Treibhausgase, die ein Flug auf derselben Strecke freisetzt.
speckmz = Хто лежить в електропоїзді, спричиняє **лише дещицю** парникових газів, що їх викидає літак на тому самому маршруті.
# de: Genau beziffern lässt sich der Vorteil allerdings schwer, weil er u. a. von der Auslastung und vom Strommix abhängt.
srzfk20 = Щоправда, точно визначити цю перевагу складно, адже вона залежить, зокрема, від заповненості та структури електрогенерації.

## Paragraph

# de: Nicht jeder Flug lässt sich ersetzen.
sqa8mr8 = Не кожен переліт можна замінити.

# missing
# de: Aber viele lassen sich verschlafen.
# stf232v =


## Heading

# de: Was noch fehlt
smgxy02 = Чого ще бракує

## Paragraph

# de: Gute Ideen scheitern nach wie vor an Kleinigkeiten.
swmta2v = Добрі ідеї й досі розбиваються об дрібниці.
# de: Die Stromsysteme unterscheiden sich, die Signaltechnik auch, und nicht jede Lokomotive darf über jede Grenze.
s4yvg8n = Системи електроживлення різні, сигналізація теж, і не кожному локомотиву можна перетинати будь-який кордон.
# de: Neue Wagen sind teuer; wer heute bestellt, wartet drei bis fünf Jahre auf die Lieferung.
secb41d = Нові вагони дорогі; хто замовляє їх сьогодні, чекає на доставку від трьох до п’яти років.
# de: Auf dem Balkan und auf der Iberischen Halbinsel klaffen Lücken, die sich nur gemeinsam schließen lassen.
sdq9zsd = На Балканах і на Піренейському півострові зяють прогалини, закрити які можна тільки спільно.

## Paragraph

# de: Rütting sieht deshalb die Politik am Zug.
s9n9abf = Тому, на думку Рюттінга, хід тепер за політиками.
# de: „Es braucht gemeinsame Fahrkarten, verlässliche Trassen und Wagen, die in Serie gebaut werden“, sagt er.
s6xtymt = «Потрібні спільні квитки, надійні графіки руху та вагони серійного виробництва», — каже він.
# de: Und wird das bis 2030 etwas?
sxtyd0f = А чи вдасться це до 2030 року?
# de: „Fragen Sie mich nach dem nächsten Fahrplanwechsel noch einmal!“
s8ry84q = «Запитайте мене ще раз після наступної зміни розкладу!»

## Heading

# de: Ankunft
ssnvcnm = Прибуття

## Paragraph

# de: Um 8.52 Uhr fährt der Zug in Wien ein, auf die Minute pünktlich.
s4hqp2x = О 8:52 поїзд прибуває до Відня — хвилина в хвилину.
# de: Jonas Terhoeven hat die Pantoffeln wieder gegen Lederschuhe getauscht.
ssxm2nx = Йонас Тергевен знову змінив капці на шкіряні черевики.
# de: In zwei Stunden beginnt seine erste Besprechung, und er hat, wie er sagt, „besser geschlafen als zu Hause“.
sfh1kbj = За дві години починається його перша нарада, і він, за його словами, «спав краще, ніж удома».
# de: Auf dem Nachbargleis warten schon die Putzkolonnen auf die leeren Wagen.
sz1q955 = На сусідній колії бригади прибиральників уже чекають на порожні вагони.
# de: Am Abend geht es zurück.
sxx8v4q = Увечері поїзд вирушить назад.

## Attribution

# de: Quelle: eigene Recherche
swmz1b7 = Джерело: власна інформація

## Title

# de: Karte der Nachtzüge in Europa
s7xq3bp = Карта нічних поїздів Європи

## Footnote

# de: Preisbeispiele für eine Person und eine Strecke, Stand: Oktober 2024.
scd9zx1 = Приклади цін на одну особу в один бік станом на жовтень 2024 року.
# de: Zuschläge, z. B. für Fahrräder, sind nicht enthalten.
s7ba0r7 = Доплати, наприклад за велосипед, не враховано.

## Footnote

# de: Die Entschädigung richtet sich nach Art. 19 der Verordnung; unter außergewöhnlichen Umständen, etwa bei extremem Wetter, entfällt sie.
sf0vps6 = Компенсацію передбачено ст. 19 Регламенту; за надзвичайних обставин, як-от екстремальної погоди, її не виплачують.
