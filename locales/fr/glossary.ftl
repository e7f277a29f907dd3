### Terms of the house, one per concept; the ids are the same in every locale.

-sicherheitsrat = Conseil de sécurité
-vereinte-nationen = Nations unies
-dvrk = RPDC
-ballistische-rakete = missile balistique
-nichtverbreitung = non-prolifération
-waffenhandel = commerce d’armes
-nachtzug = train de nuit
-schlafwagen = voiture-lits
-liegewagen = voiture-couchettes
-fahrplan = horaire
-wochenmarkt = marché hebdomadaire
-sturmtief = tempête
