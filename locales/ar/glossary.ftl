### Terms of the house, one per concept; the ids are the same in every locale.

-sicherheitsrat = مجلس الأمن
-vereinte-nationen = الأمم المتحدة
-dvrk = جمهورية كوريا الشعبية الديمقراطية
-ballistische-rakete = صاروخ باليستي
    .forms = صواريخ باليستية, الصواريخ الباليستية
-nichtverbreitung = منع الانتشار
    .forms = لمنع الانتشار
-waffenhandel = تجارة السلاح
-nachtzug = قطار ليلي
    .forms = قطارات ليلية, القطارات الليلية
-schlafwagen = عربة نوم
-liegewagen = عربة مضاجع
-fahrplan = جدول المواعيد
-wochenmarkt = السوق الأسبوعية
-sturmtief = عاصفة
