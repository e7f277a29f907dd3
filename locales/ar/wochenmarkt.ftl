### satz 1: articles/wochenmarkt.txt


## Heading

# de: Marktstände rücken auseinander
shr09zk = أكشاك السوق تتباعد

## Heading

# de: Freiburger Wochenmarkt probt bis Ende September eine neue Ordnung
sscyv0v = السوق الأسبوعية في فرايبورغ تجرّب نظامًا جديدًا حتى نهاية سبتمبر

## Byline

# de: Von Karla Winterhalder
sgdnm34 = بقلم كارلا فينترهالدر

## Paragraph

# de: Freiburg, 3. Mai.
s52hdh4 = فرايبورغ، 3 مايو.
# de: Wer am Samstagvormittag über den Platz ging, musste sich umgewöhnen.
sc408b2 = من عبر الساحة صباح السبت كان عليه أن يعتاد مشهدًا جديدًا.
# de: Die Blumen stehen jetzt im Süden, der Käse im Norden, und zwischen den Reihen ist endlich so viel Platz, dass zwei Kinderwagen aneinander vorbeikommen.
sd1psv9 = فالزهور باتت في الجنوب والأجبان في الشمال، وبين الصفوف أخيرًا متّسع يكفي لتمرّ عربتا أطفال إحداهما بجوار الأخرى.

## Paragraph

# de: Bis zum 30. September läuft der Versuch auf dem Wochenmarkt.
stf9wev = وتستمر التجربة في السوق الأسبوعية حتى 30 سبتمبر.
# de: 68 der 74 Händlerinnen und Händler haben ihm zugestimmt, sechs wollten lieber an ihrem alten Platz bleiben.
sz01vv5 = وقد وافق عليها 68 من أصل 74 بائعة وبائعًا، بينما فضّل ستة البقاء في أماكنهم القديمة.
# de: Der Hauptweg ist nun 3,20 Meter breit, zuvor waren es 2,40 Meter.
s57r7w8 = وأصبح عرض الممر الرئيسي 3.20 أمتار بعد أن كان 2.40 متر.

## Paragraph

# de: „Im vergangenen Jahr haben sich die Leute samstags gegenseitig auf die Füße getreten“, sagt Marktmeister Ruben Ziegelmeier.
sxbzy03 = يقول مدير السوق روبن تسيغلماير: «في العام الماضي كان الناس يدوس بعضهم أقدام بعض كل سبت».
# de: „Das wollen wir ändern.
sg6bybm = ويضيف: «نريد أن نغيّر ذلك.
# de: Aber der Markt soll sein Gesicht behalten.“
sz8ehkc = لكن على السوق أن تحافظ على وجهها».

## Heading

# de: Weniger Laufkundschaft, mehr Ruhe
sdgmfyz = عابرون أقل وهدوء أكثر

## Paragraph

# de: Nicht alle sind begeistert.
sxz6agd = ليس الجميع متحمسين.
# de: Gemüsebäuerin Traudel Obergföll vom Kaiserstuhl, die seit 1987 hier verkauft, vermisst die Laufkundschaft.
sqam44r = فمزارعة الخضار تراودل أوبرغفول من منطقة كايزرشتول، التي تبيع هنا منذ عام 1987، تفتقد الزبائن العابرين.
# de: „Früher kam bei mir jeder vorbei, jetzt muss man mich suchen“, klagt sie.
s8agxhq = وتشكو قائلة: «كان الجميع يمرون بي في السابق، أما الآن فعليهم أن يبحثوا عني».
# de: Dafür lobt sie die Ruhe: „Endlich kann ich mich wieder mit den Leuten unterhalten, z. B. darüber, wie man Spargel lagert.“
s3gy4xt = لكنها تثني على الهدوء: «صار بوسعي أخيرًا أن أتحدث إلى الناس من جديد، مثلًا عن طريقة حفظ الهليون».

## Paragraph

# de: Das Kilo Spargel kostete am Samstag zwischen 9,80 und 16,50 Euro, die Schale Erdbeeren 3,80 Euro.
swdeesc-k75x = وتراوح سعر كيلوغرام الهليون يوم السبت بين 9.80 و16.50 يورو، وبلغ سعر علبة الفراولة 3.80 يورو.
# de: Gegen 12.45 Uhr waren die meisten Stände ausverkauft.
s7jy9xg-z603 = وقرابة الساعة 12:45 كانت معظم الأكشاك قد باعت كل ما لديها.

## Paragraph

# de: Im Oktober will die Verwaltung Bilanz ziehen.
s5e1skq = وتعتزم الإدارة تقييم التجربة في أكتوبر.
# de: Dann entscheidet der Marktbeirat, ob die Stände so stehen bleiben.
s1x0hrn = وعندئذ يقرر مجلس السوق هل تبقى الأكشاك على هذا الترتيب.

## Attribution

# de: Quelle: eigener Bericht
sv9yty9 = المصدر: تقرير خاص
