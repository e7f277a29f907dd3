### satz 1: articles/nachtzug.md


## Field

# de: Wiedersehen im Dunkeln: Europas Nachtzüge kehren zurück
sd244wq = لقاء جديد في الظلام: القطارات الليلية تعود إلى أوروبا

## Field

# de: Vor wenigen Jahren galten Schlafwagen als Auslaufmodell, heute sind viele Nachtzüge Wochen im Voraus ausgebucht – unterwegs von Hamburg nach Wien.
s1pejt8 = قبل سنوات قليلة كانت عربات النوم تُعدّ من الماضي، واليوم تُحجز قطارات ليلية كثيرة بالكامل قبل أسابيع – رحلة من هامبورغ إلى فيينا.

## Heading

# de: Wiedersehen im Dunkeln
shvv6m2 = لقاء جديد في الظلام

## Paragraph

# de: Um 22.15 Uhr riecht es auf Gleis 8 nach Regen und Kaffee.
sxrbndv = في الساعة 22:15 تفوح على الرصيف 8 رائحة المطر والقهوة.
# de: Der Zug, der gleich in Hannover einfährt, hat Hamburg vor knapp zwei Stunden verlassen.
s9h8khc = القطار الذي يوشك أن يدخل هانوفر غادر هامبورغ قبل ساعتين تقريبًا.
# de: Am nächsten Morgen soll er nach gut 1.100 km in Wien sein.
sw7m666 = ومن المقرر أن يبلغ فيينا في صباح اليوم التالي بعد ما يزيد قليلًا على 1,100 كم.

## Paragraph

# de: Auf dem Bahnsteig stehen Familien mit Kinderwagen, Studentinnen mit Rucksäcken und ein Mann im Anzug, der seine Schuhe schon gegen Filzpantoffeln getauscht hat.
s5g2rws = وعلى الرصيف تقف أسر معها عربات أطفال، وطالبات بحقائب ظهر، ورجل ببدلة استبدل بحذائه خفّين من اللباد.
# de: „Ich fahre die Strecke jeden Monat“, sagt Jonas Terhoeven, 52, Handelsvertreter aus Celle.
sf8jjyc = يقول يوناس تيرهوفن، 52 عامًا، وهو مندوب مبيعات من تسيله: «أقطع هذه المسافة كل شهر».
# de: „Früher bin ich geflogen.
svfek2d = «كنت أسافر بالطائرة.
# de: Heute schlafe ich einfach.“
sxjs2xv = أما اليوم فأنام ببساطة».

## Heading

# de: Ein Auslaufmodell fährt weiter
spg738g = ما ظُنّ أنه انتهى يواصل المسير

## Paragraph

# de: Noch vor zehn Jahren schien die Sache entschieden.
swj4672 = قبل عشر سنوات فقط بدا الأمر محسومًا.
# de: Billigflieger machten dem Schlafwagen Konkurrenz, die Wagen wurden älter, die Verluste größer.
s50txm0 = نافست شركات الطيران الرخيص عربات النوم، وتقادمت العربات وتفاقمت الخسائر.
# de: Im Dezember 2016 stellte die Deutsche Bahn ihre letzten Züge der Marke *City Night Line* ein.
sspdjt0 = وفي ديسمبر 2016 أوقفت السكك الحديدية الألمانية (دويتشه بان) آخر قطاراتها من علامة *City Night Line*.
# de: Die Österreichischen Bundesbahnen (ÖBB) übernahmen einen Teil der Strecken und gaben ihnen einen neuen Namen: **Nightjet**.
s2dfv1h = وتولّت السكك الحديدية الاتحادية النمساوية (ÖBB) جزءًا من الخطوط ومنحتها اسمًا جديدًا: **Nightjet**.

## Paragraph

# de: Was viele für ein Wagnis hielten, erwies sich als kluger Schritt.
s07811x = وما عدّه كثيرون مجازفة تبيّن أنه خطوة ذكية.
# de: Seit Mai 2023 verbindet das Unternehmen European Sleeper Brüssel mit Berlin, seit März 2024 rollen seine Züge weiter bis nach Prag.
sgf5rd9 = ومنذ مايو 2023 تربط شركة European Sleeper بروكسل ببرلين، ومنذ مارس 2024 تواصل قطاراتها السير حتى براغ.
# de: Zwischen Berlin und Paris gibt es seit Dezember 2023 ebenfalls wieder einen Nachtzug.
s5k0d4w = كما عاد قطار ليلي يسير بين برلين وباريس منذ ديسمبر 2023.
# de: Eine [Karte des Bündnisses Back-on-Track][karte] zeigt, wie dicht das Netz inzwischen wieder ist.
s3538q4 = وتُظهر [خريطة لتحالف Back-on-Track][karte] مدى كثافة الشبكة اليوم.

## Heading

# de: Kleine Geschichte des Schlafens auf Schienen
sh7yreh = تاريخ موجز للنوم على القضبان

## Paragraph

# de: Die Idee ist fast so alt wie die Eisenbahn selbst.
s21azr7 = تكاد الفكرة تكون بعمر السكك الحديدية نفسها.
# de: Schon in der ersten Hälfte des 19. Jahrhunderts rollten in Nordamerika Wagen mit einfachen Pritschen durch die Nacht.
s1bt02b = ففي النصف الأول من القرن 19 كانت عربات بأسرّة خشبية بسيطة تسير ليلًا في أمريكا الشمالية.
# de: In Europa gründete der Belgier Georges Nagelmackers 1876 die Compagnie Internationale des Wagons-Lits.
szpvmvx = وفي أوروبا أسّس البلجيكي جورج ناغلماكرز عام 1876 الشركة الدولية لعربات النوم (Compagnie Internationale des Wagons-Lits).
# de: Am 4. Oktober 1883 schickte er von Paris aus den Orient-Express auf seine berühmte Reise nach Konstantinopel.
sx0r4hj = وفي 4 أكتوبر 1883 أطلق من باريس قطار الشرق السريع في رحلته الشهيرة إلى القسطنطينية.
# de: Als Kaiser Franz Joseph I. regierte, blieb der Schlafwagen freilich ein Vergnügen für wenige.
sd48txq = غير أن عربة النوم ظلّت في عهد القيصر فرانتس يوزف الأول متعة للقلّة.
# de: Erschwinglich wurde das Reisen im Liegen erst im 20. Jahrhundert, mit dem Liegewagen.
sbj7q7w = ولم يصبح السفر مستلقيًا في المتناول إلا في القرن 20 مع عربة المضاجع.

## Quote

# de: „Im Nachtzug ist man nirgends, und genau das ist das Schöne.
s64q4kn = «في القطار الليلي لا يكون المرء في أي مكان، وهذا بالضبط هو الجميل فيه.
# de: Man schließt die Augen in einem Land und öffnet sie im nächsten.“
sbpttj9 = تغمض عينيك في بلد وتفتحهما في البلد التالي».

## Quote

# de: — Mirjam Aldinger, Reisende aus Lüneburg
s54tsec = — ميريام ألدينغر، مسافرة من لونيبورغ

## Heading

# de: Eine Nacht im Liegewagen
sx5qczp = ليلة في عربة المضاجع

## Paragraph

# de: Unser Zug trägt die Nummer `NZ 417`, und er ist voll.
scw6a71 = يحمل قطارنا الرقم `NZ 417`، وهو ممتلئ.
# de: Zugbegleiterin Ilka Brömmel verteilt Bettzeug, sammelt Fahrkarten ein und erklärt, wie die Leiter einrastet.
se0wcwj = توزّع مضيفة القطار إيلكا بروميل أغطية الأسرّة وتجمع التذاكر وتشرح كيف يُثبَّت السلّم.
# de: „Die meisten fragen zuerst nach Steckdosen“, sagt sie, „und gleich danach nach dem Frühstück.“
szkpgty = وتقول: «يسأل معظم الناس أولًا عن المقابس، وبعدها مباشرة عن الفطور».
# de: Auf einem Schild im Gang steht: „Wer leise spricht, schläft besser – ⏎ und lässt die anderen schlafen.“
serscm3 = وعلى لافتة في الممر كُتب: «من يتكلم بهدوء ينم أفضل –{ "\u000A" }ويدع الآخرين ينامون».

## Alt

# de: Blick in ein Liegewagenabteil mit vier bezogenen Betten und einer Leiter
scmchxe = نظرة داخل مقصورة مضاجع فيها أربعة أسرّة مفروشة وسلّم

## Title

# de: Vier Betten, ein Fenster, eine Nacht
srksxy6 = أربعة أسرّة ونافذة واحدة وليلة واحدة

## Paragraph

# de: Der Fahrplan, der am Fenster klebt, passt auf einen Zettel:
sp1djj5 = جدول المواعيد الملصق على النافذة تتسع له قصاصة صغيرة:

## Paragraph

# de: Gegen 23.30 Uhr wird das Licht gedimmt.
stejtv2 = قرابة الساعة 23:30 تُخفَّف الإضاءة.
# de: In Abteil 6 spielt ein Vater mit seiner Tochter noch eine letzte Partie Karten, zwei Türen weiter schnarcht schon jemand.
s43h7fv = في المقصورة 6 يلعب أب مع ابنته آخر جولة من الورق، وعلى بعد بابين هناك من بدأ يشخر.
# de: Um 3.10 Uhr bleibt der Zug irgendwo in Bayern stehen, und niemand außer der Zugbegleiterin merkt es.
smwpjg4 = وفي الساعة 3:10 يتوقف القطار في مكان ما من بافاريا، ولا يلاحظ ذلك أحد سوى مضيفة القطار.
# de: „Wir warten nur auf den neuen Lokführer“, flüstert Brömmel, „der alte hat jetzt Feierabend.“
sjpyg8p = تهمس بروميل: «ننتظر فقط السائق الجديد، فالسابق انتهت نوبته».

## Paragraph

# de: Als es hell wird, liegt die Donau neben den Gleisen.
sp252jf = وحين يطلع النهار يكون الدانوب بمحاذاة القضبان.
# de: Zum Frühstück gibt es zwei Brötchen, Marmelade und einen Kaffee, der besser ist, als man um 6.48 Uhr erwarten darf.
skp6wzt = وعلى الفطور رغيفان صغيران ومربى وقهوة أفضل مما يحق للمرء أن يتوقعه في الساعة 6:48.

## Heading

# de: Was die Fahrt kostet
sn8pv33 = كم تكلّف الرحلة

## Paragraph

# de: Ein Schnäppchen ist die Reise nicht immer.
s7kgtnq = ليست الرحلة دائمًا صفقة رابحة.
# de: Wer früh bucht, bekommt einen Sitzplatz für 29,90 Euro; ein eigenes Schlafwagenabteil kostet leicht das Sechsfache.[^preise]
sjkd9tx-qh8a = من يحجز مبكرًا يحصل على مقعد بسعر 29.90 يورو، أما المقصورة الخاصة في عربة النوم فقد تكلّف ستة أضعاف ذلك.[^preise]
# de: Am begehrtesten sind die Einzelkabinen: In den Sommerferien sind sie oft schon drei Monate vorher vergeben.
saq30b0 = والمقصورات الفردية هي الأكثر طلبًا: ففي العطلة الصيفية تُحجز كثيرًا قبل ثلاثة أشهر.

## Cell

# de: Kategorie
sy5abzm = الفئة

## Cell

# de: Plätze im Abteil
s4veqhm = الأماكن في المقصورة

## Cell

# de: Frühstück
skk654x = الفطور

## Cell

# de: Preis ab
sb5dn51 = السعر ابتداءً من

## Cell

# de: Sitzwagen
szvbfy0 = عربة مقاعد

## Cell

# de: nein
st1sq26 = لا

## Cell

# de: 29,90 Euro
sskfxfn = 29.90 يورو

## Cell

# de: Liegewagen
s8f1yke = عربة مضاجع

## Cell

# de: ja
s6ex396 = نعم

## Cell

# de: 49,90 Euro
s42v52x = 49.90 يورو

## Cell

# de: Liegewagen, ruhiger Bereich
shtd5m1 = عربة مضاجع، القسم الهادئ

## Cell

# de: ja
s51gxyt = نعم

## Cell

# de: 64,90 Euro
sm3sgm9 = 64.90 يورو

## Cell

# de: Minikabine
s3pcgky = مقصورة صغيرة

## Cell

# de: ja
sxfbc63 = نعم

## Cell

# de: 74,90 Euro
s1pag1q = 74.90 يورو

## Cell

# de: Schlafwagen
s3dp5cb = عربة نوم

## Cell

# de: ja
sy4rn2a = نعم

## Cell

# de: 119,00 Euro
sgnf09p = 119.00 يورو

## Cell

# de: Schlafwagen mit Dusche
s9a3npm = عربة نوم مع دش

## Cell

# de: auf Bestellung
sksecbp = حسب الطلب

## Cell

# de: 189,50 Euro
svshm9r = 189.50 يورو

## Paragraph

# de: Einen Teil des Preises macht der Staat.
smpz2jp = جزء من السعر تصنعه الدولة.
# de: In Deutschland gilt für Bahnfahrkarten im Fernverkehr seit 2020 der ermäßigte Steuersatz von 7 Prozent (§ 12 Abs. 2 Nr. 10 UStG).
s7e8hsy = ففي ألمانيا تخضع تذاكر قطارات المسافات الطويلة منذ عام 2020 لضريبة مخفّضة نسبتها 7 في المئة (الفقرة 12، البند 2، الرقم 10 من قانون ضريبة القيمة المضافة، UStG).
# de: Kerosin für internationale Flüge bleibt dagegen steuerfrei.
spyve7c = أما الكيروسين للرحلات الجوية الدولية فيبقى معفى من الضريبة.
# de: Hinzu kommen die Trassenentgelte: Jeder Kilometer auf fremdem Gleis kostet Geld, auch nachts um drei.
s5kgvqr = وتضاف إلى ذلك رسوم استخدام الخطوط: فكل كيلومتر على قضبان الغير يكلّف مالًا، حتى في الثالثة ليلًا.

## Paragraph

# de: „Ein Nachtzug verdient nur einmal am Tag Geld, ein Intercity viermal“, rechnet der Verkehrsökonom Dr. Anselm Rütting vor.
saqycdx = ويحسب خبير اقتصاد النقل الدكتور أنزلم روتينغ الأمر هكذا: «القطار الليلي يكسب المال مرة واحدة في اليوم، وقطار الإنترسيتي أربع مرات».
# de: Ein Schlafwagen biete außerdem höchstens 36 Betten, ein Großraumwagen dagegen rund 80 Sitze.
sj3xmk5 = كما أن عربة النوم لا توفّر أكثر من 36 سريرًا، بينما تتسع عربة المقاعد المفتوحة لنحو 80 مقعدًا.
# de: Schon 3,5 Prozent weniger Fahrgäste könnten über Gewinn und Verlust entscheiden.
s5tyr1q = وقد يكفي تراجع عدد الركاب بنسبة 3.5 في المئة ليحسم بين الربح والخسارة.

## Heading

# de: So gelingt die Buchung
sd0jaba = هكذا تنجح في الحجز

## Paragraph

# de: Mit ein wenig Planung lassen sich die häufigsten Fehler vermeiden:
sxr8wzb = بقليل من التخطيط يمكن تجنّب أكثر الأخطاء شيوعًا:

## List item

# de: Vergleichen Sie mehrere Abfahrtstage, denn dienstags und mittwochs sind die Züge meist leerer.
s1de25p = قارن بين عدة أيام للسفر، فالقطارات تكون أقل امتلاءً عادةً يومي الثلاثاء والأربعاء.

## List item

# de: Buchen Sie Hin- und Rückfahrt getrennt.
sawar1n = احجز الذهاب والإياب منفصلين.
# de: Oft ist für die eine Richtung noch ein Sparpreis zu haben, für die andere nicht.
sgyf870 = فكثيرًا ما يتوفر سعر مخفّض لأحد الاتجاهين دون الآخر.

## List item

# de: Prüfen Sie, ob Ihr Fahrrad mitdarf; die Stellplätze sind knapp.
saasy63 = تأكد هل يُسمح باصطحاب دراجتك، فأماكن الدراجات قليلة.

## List item

# de: Notieren Sie sich die Wagennummer **vor** der Abfahrt, weil der Zug unterwegs geteilt werden kann.
s98b8eg = دوّن رقم العربة **قبل** الانطلاق، لأن القطار قد يُقسَّم في الطريق.

## Paragraph

# de: In die Tasche gehören außerdem:
s7q416c = وضع في حقيبتك أيضًا:

## List item

# de: Ohrstöpsel und eine Schlafmaske,
sbr3xtr = سدّادات أذن وقناع نوم،

## List item

# de: eine Wasserflasche, am besten mit 0,75 Litern,
shxtc0n = زجاجة ماء، ويفضّل أن تكون سعتها 0.75 لتر،

## List item

# de: Hausschuhe oder dicke Socken,
s3yph0g = خفّين أو جوارب سميكة،

## List item

# de: ein gutes Buch.
svae5s6 = كتابًا جيدًا.

## Paragraph

# de: Seit Juni 2023 regelt die Verordnung (EU) 2021/782 die [Rechte von Fahrgästen](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) in der ganzen Union.
sswp5bm = منذ يونيو 2023 تنظّم اللائحة (EU) 2021/782 [حقوق الركاب](https://europa.eu/youreurope/citizens/travel/passenger-rights/rail/index_de.htm) في الاتحاد كله.
# de: Ab 60 Minuten Verspätung gibt es 25 Prozent des Fahrpreises zurück, ab 120 Minuten die Hälfte.[^rechte]
s8gxvwp-r4tv = عند التأخر 60 دقيقة فأكثر يُردّ 25 في المئة من ثمن التذكرة، ومن 120 دقيقة فأكثر يُردّ نصفه.[^rechte]
# de: Wer den letzten Anschluss verpasst, hat u. U. Anspruch auf ein Hotelzimmer.
smq0aba = ومن تفوته آخر رحلة مواصلة قد يحق له الحصول على غرفة في فندق.

## Heading

# de: Die Bilanz fürs Klima
s2ngtm1 = الأثر على المناخ

## Paragraph

# de: Für viele Fahrgäste ist der Klimaschutz das wichtigste Argument.
s5y1y3g = حماية المناخ هي الحجة الأهم لدى كثير من الركاب.
# de: Wer im elektrischen Zug liegt, verursacht **nur einen Bruchteil** der Treibhausgase, die ein Flug auf derselben Strecke freisetzt.
speckmz = فمن ينام في قطار كهربائي لا يتسبب إلا في **جزء يسير** من غازات الدفيئة التي تطلقها رحلة جوية على المسافة نفسها.
# de: Genau beziffern lässt sich der Vorteil allerdings schwer, weil er u. a. von der Auslastung und vom Strommix abhängt.
srzfk20 = لكن يصعب تحديد هذه الميزة بدقة، لأنها تتوقف على نسبة الإشغال ومزيج الكهرباء وعوامل أخرى.

## Paragraph

# de: Nicht jeder Flug lässt sich ersetzen.
sqa8mr8 = لا يمكن الاستعاضة عن كل رحلة جوية.
# de: Aber viele lassen sich verschlafen.
stf232v = لكن كثيرًا منها يمكن أن يُستبدل به النوم.

## Heading

# de: Was noch fehlt
smgxy02 = ما الذي ما زال ينقص

## Paragraph

# de: Gute Ideen scheitern nach wie vor an Kleinigkeiten.
swmta2v = ما زالت أفكار جيدة تتعثر بأمور صغيرة.
# de: Die Stromsysteme unterscheiden sich, die Signaltechnik auch, und nicht jede Lokomotive darf über jede Grenze.
s4yvg8n = أنظمة الكهرباء مختلفة، وكذلك تقنيات الإشارات، ولا يُسمح لكل قاطرة بعبور كل حدود.
# de: Neue Wagen sind teuer; wer heute bestellt, wartet drei bis fünf Jahre auf die Lieferung.
secb41d = والعربات الجديدة غالية، ومن يطلبها اليوم ينتظر التسليم بين ثلاث وخمس سنوات.
# de: Auf dem Balkan und auf der Iberischen Halbinsel klaffen Lücken, die sich nur gemeinsam schließen lassen.
sdq9zsd = وفي البلقان وشبه الجزيرة الإيبيرية فجوات لا يمكن سدّها إلا بجهد مشترك.

## Paragraph

# de: Rütting sieht deshalb die Politik am Zug.
s9n9abf = ولهذا يرى روتينغ أن الكرة في ملعب السياسة.
# de: „Es braucht gemeinsame Fahrkarten, verlässliche Trassen und Wagen, die in Serie gebaut werden“, sagt er.
s6xtymt = ويقول: «نحتاج إلى تذاكر مشتركة وخطوط موثوقة وعربات تُصنع بكميات كبيرة».
# de: Und wird das bis 2030 etwas?
sxtyd0f = وهل يتحقق شيء من ذلك بحلول عام 2030؟
# de: „Fragen Sie mich nach dem nächsten Fahrplanwechsel noch einmal!“
s8ry84q = «اسألني مرة أخرى بعد التغيير القادم لجدول المواعيد!»

## Heading

# de: Ankunft
ssnvcnm = الوصول

## Paragraph

# de: Um 8.52 Uhr fährt der Zug in Wien ein, auf die Minute pünktlich.
s4hqp2x = في الساعة 8:52 يدخل القطار فيينا في موعده بالدقيقة.
# de: Jonas Terhoeven hat die Pantoffeln wieder gegen Lederschuhe getauscht.
ssxm2nx = وقد استبدل يوناس تيرهوفن بالخفّين حذاءه الجلدي من جديد.
# de: In zwei Stunden beginnt seine erste Besprechung, und er hat, wie er sagt, „besser geschlafen als zu Hause“.
sfh1kbj = بعد ساعتين يبدأ اجتماعه الأول، وقد نام، كما يقول، «أفضل مما في البيت».
# de: Auf dem Nachbargleis warten schon die Putzkolonnen auf die leeren Wagen.
sz1q955 = وعلى الرصيف المجاور تنتظر فرق التنظيف العربات الفارغة.
# de: Am Abend geht es zurück.
sxx8v4q = وفي المساء تبدأ رحلة العودة.

## Attribution

# de: Quelle: eigene Recherche
swmz1b7 = المصدر: بحث خاص

## Title

# de: Karte der Nachtzüge in Europa
s7xq3bp = خريطة القطارات الليلية في أوروبا

## Footnote

# de: Preisbeispiele für eine Person und eine Strecke, Stand: Oktober 2024.
scd9zx1 = أمثلة أسعار لشخص واحد ورحلة واحدة، حتى أكتوبر 2024.
# de: Zuschläge, z. B. für Fahrräder, sind nicht enthalten.
s7ba0r7 = ولا تشمل الرسوم الإضافية، كرسوم الدراجات مثلًا.

## Footnote

# de: Die Entschädigung richtet sich nach Art. 19 der Verordnung; unter außergewöhnlichen Umständen, etwa bei extremem Wetter, entfällt sie.
sf0vps6 = يُحدَّد التعويض وفق المادة 19 من اللائحة، ويسقط في الظروف الاستثنائية مثل الطقس الشديد.
