### Terms of the house, one per concept; the ids are the same in every locale.

-sicherheitsrat = Рада Безпеки
-vereinte-nationen = Організація Об’єднаних Націй
-dvrk = КНДР
-ballistische-rakete = балістична ракета
-nichtverbreitung = нерозповсюдження
-waffenhandel = торгівля зброєю
-nachtzug = нічний поїзд
-schlafwagen = спальний вагон
-liegewagen = кушетковий вагон
-fahrplan = розклад
-wochenmarkt = щотижневий ринок
-sturmtief = циклон
