### كلمات المكتب.


## ما يُضغط

save = حفظ
save-next = حفظ ومتابعة
confirm = تأكيد
more = المزيد
close = إغلاق
understood = فهمت
start = ابدأ
sync = مطابقة
replace = استبدال
forget = تجاهله
take-theirs = خذ الآخر
keep-yours = احفظ نصك
find = بحث واستبدال
find-now = ابحث
keys = المفاتيح
keys-reset = كلها كما كانت
skip = إلى المحتوى

## ما يفعله المفتاح

do-save-next = الحفظ وفتح الجملة المفتوحة التالية
do-confirm-next = الحفظ والتأكيد وفتح التالية
do-new-line = سطر جديد
do-offer = أخذ اقتراح، من 1 إلى 9
do-copy-source = نسخ الأصل
do-insert-code = إدراج الرمز التالي
do-insert-term = إدراج المصطلح
do-fix = تصحيح
do-join = قيل في الجملة السابقة
do-comment = تعليق
do-listen = قراءة الاثنين بصوت عالٍ
do-leave = إغلاق الجملة
do-next = الجملة التالية
do-previous = الجملة السابقة
do-next-open = الجملة المفتوحة التالية
do-by-risk = الأكثر إثارة للشك
do-undo = تراجع
do-redo = إعادة
do-find = بحث واستبدال
do-filter = تصفية بالكلمات
do-page = إظهار الصفحة أو إخفاؤها
do-overview = كل المقالات
do-keys = هذه القائمة

## ما يُرى

welcome = أول مرة هنا
welcome-1 = اختر مقالة. جملها المفتوحة تأتي أولًا.
welcome-2 = اكتب الترجمة تحت الأصل؛ مفتاح الإدخال يحفظها ويفتح الجملة التالية.
welcome-3 = بجانبها الصفحة كما ستظهر. المفتاح ? يعرض كل المفاتيح.
language = لغة المكتب
language-of-work = اللغة التي يُترجم إليها
colours = الألوان
colours-auto = مثل النظام
colours-light = فاتحة
colours-dark = داكنة
read-only = للعرض فقط
unsaved = لم يُحفظ بعد
complete = مكتملة
percent = { $count } ٪
open-sentences = { $count ->
    [zero] لا جمل مفتوحة
    [one] جملة مفتوحة
    [two] جملتان مفتوحتان
    [few] { $count } جمل مفتوحة
    [many] { $count } جملة مفتوحة
   *[other] { $count } جملة مفتوحة
}
left = { $count ->
    [zero] لم تبق جملة، الكلمات: { $text }
    [one] بقيت جملة واحدة، الكلمات: { $text }
    [two] بقيت جملتان، الكلمات: { $text }
    [few] بقيت { $count } جمل، الكلمات: { $text }
    [many] بقيت { $count } جملة، الكلمات: { $text }
   *[other] بقيت { $count } جملة، الكلمات: { $text }
}
nothing-left = لم يبق شيء للترجمة.
no-article = لا توجد مقالة كهذه.
find-article = ابحث عن مقالة
sentences = الجمل
sentence-of = الجملة { $count } من { $total }
translation-in = الترجمة ({ $name })
note = ملاحظة
comment = تعليق
changed = تغيّر:
offers = الاقتراحات
offer-exact = الجملة نفسها
offer-repaired = بأرقامها
offer-similar = مشابهة
offer-fragment = جزء
offer-machine = من آلة
joined = قيلت في الجملة السابقة
also-here = مفتوحة في مكان آخر أيضًا
error = خطأ
warning = تحذير
hint = تلميح
action = الإجراء
key = المفتاح
keys-change = اضغط على مفتاح لتغييره.
keys-press = اضغط المفتاح الجديد…

## الحالات

state-missing = غير مترجمة
state-stale = تغيّر الأصل
state-edited = تغيّر الأصل والترجمة أيضًا
state-current = مترجمة
state-empty = قيلت في الجملة السابقة
state-inherited = من لغة أخرى
state-reviewed = مؤكدة
state-machine = من آلة

## التصفية

filter = أي جمل
filter-all = الكل
filter-open = المفتوحة
filter-stale = المتغيرة
filter-findings = بها ملاحظات
filter-machine = من آلة
filter-unconfirmed = غير مؤكدة
filter-doubtful = مشكوك فيها

## الصفحة

page = الصفحة
page-translation = الترجمة
page-source = الأصل
page-bilingual = كلاهما
page-none = إخفاء

## ما يُبلَّغ

saved = حُفظت
confirmed = حُفظت وتأكدت
undo-done = تم التراجع
redo-done = تمت الإعادة
nothing-to-undo = لا يوجد ما يُتراجع عنه.
nothing-typed = لم يُكتب شيء بعد.
no-code = كل الرموز موجودة.
no-voice = ليس لهذا المتصفح صوت.
not-kept = لا يستطيع هذا المتصفح الاحتفاظ بما تكتبه: احفظ كثيرًا.
kept-since = كُتب هذا النص ولم يُحفظ.
findings = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
offers-count = { $count ->
    [zero] لا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $count } اقتراحات
    [many] { $count } اقتراحًا
   *[other] { $count } اقتراح
}
conflict = غيّر شخص آخر هذه الجملة في الأثناء. أي نص يبقى؟
theirs = نص الآخر
yours = نصك
changed-below = غيّر شخص آخر هذه الجملة. عند الحفظ سترى النصين.
article-done = كل جمل هذه المقالة مترجمة.
all-read = رأيت كل ما لم يؤكده أحد هنا.
go-on = المتابعة مع { $name }
out-of-step = تغيّرت المقالة منذ إعداد الفهارس. لا يمكن حفظ شيء حتى تتم مطابقتها.
in-step = تمت المطابقة
no-answer = لا يجيب المكتب. يحتفظ هذا المتصفح بما تكتبه، ويُحفظ حين يعود.
answers-again = يجيب المكتب من جديد.
key-old = أُعيد تشغيل المكتب. افتح العنوان الذي عرضه؛ ما كتبته محفوظ هنا.
no-key = افتح العنوان الذي عرضه الأمر satz edit: فهو يُدخلك.
fault = لم ينجح ذلك:

## البحث والاستبدال

find-text = النص
find-both = وفي الأصل أيضًا
replace-with = استبدله بـ
replace-this = استبدل هنا
found = { $count ->
    [zero] لم يُعثر على شيء
    [one] جملة واحدة
    [two] جملتان
    [few] { $count } جمل
    [many] { $count } جملة
   *[other] { $count } جملة
}
found-partly = وهناك المزيد.
replaced = { $count ->
    [zero] لم تتغير جملة.
    [one] تغيّرت جملة واحدة.
    [two] تغيّرت جملتان.
    [few] تغيّرت { $count } جمل.
    [many] تغيّرت { $count } جملة.
   *[other] تغيّرت { $count } جملة.
}
not-replaced = { $count ->
    [zero] لم تُستثن جملة.
    [one] تغيّرت جملة في الأثناء وتبقى.
    [two] تغيّرت جملتان في الأثناء وتبقيان.
    [few] تغيّرت { $count } جمل في الأثناء وتبقى.
    [many] تغيّرت { $count } جملة في الأثناء وتبقى.
   *[other] تغيّرت { $count } جملة في الأثناء وتبقى.
}
