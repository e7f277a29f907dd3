### Terms of the house, one per concept; the ids are the same in every locale.

-sicherheitsrat = Security Council
-vereinte-nationen = United Nations
-dvrk = DPRK
-ballistische-rakete = ballistic missile
-nichtverbreitung = non-proliferation
-waffenhandel = arms trade
-nachtzug = night train
-schlafwagen = sleeping car
-liegewagen = couchette car
-fahrplan = timetable
-wochenmarkt = weekly market
-sturmtief = storm
