### Terms of the house, one per concept; the ids are the same in every locale.

-sicherheitsrat = Sicherheitsrat
-vereinte-nationen = Vereinte Nationen
-dvrk = DVRK
-ballistische-rakete = ballistische Rakete
-nichtverbreitung = Nichtverbreitung
-waffenhandel = Waffenhandel
-nachtzug = Nachtzug
-schlafwagen = Schlafwagen
-liegewagen = Liegewagen
-fahrplan = Fahrplan
-wochenmarkt = Wochenmarkt
-sturmtief = Sturmtief
