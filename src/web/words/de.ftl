### Die Wörter des Pults.


## Was gedrückt wird

save = Speichern
save-next = Speichern und weiter
confirm = Bestätigen
more = Mehr
close = Schließen
understood = Verstanden
start = Anfangen
sync = Abgleichen
replace = Ersetzen
forget = Vergessen
take-theirs = Den anderen nehmen
keep-yours = Den eigenen speichern
find = Suchen und ersetzen
find-now = Suchen
keys = Tasten
keys-reset = Alle wie am Anfang
skip = Zum Inhalt

## Was eine Taste tut

do-save-next = Speichern und den nächsten offenen Satz öffnen
do-confirm-next = Speichern, bestätigen und den nächsten öffnen
do-new-line = Eine neue Zeile
do-offer = Einen Vorschlag nehmen, 1 bis 9
do-copy-source = Das Original übernehmen
do-insert-code = Den nächsten Code einfügen
do-insert-term = Den Fachausdruck einfügen
do-fix = Berichtigen
do-join = Steht schon im Satz davor
do-comment = Ein Kommentar
do-listen = Beide vorlesen
do-leave = Den Satz schließen
do-next = Der nächste Satz
do-previous = Der Satz davor
do-next-open = Der nächste offene Satz
do-by-risk = Das Zweifelhafteste
do-undo = Zurücknehmen
do-redo = Noch einmal tun
do-find = Suchen und ersetzen
do-filter = Nach Wörtern filtern
do-page = Die Seite zeigen oder verbergen
do-overview = Alle Artikel
do-keys = Diese Liste

## Was zu sehen ist

welcome = Zum ersten Mal hier
welcome-1 = Wählen Sie einen Artikel. Seine offenen Sätze kommen zuerst.
welcome-2 = Schreiben Sie die Übersetzung unter das Original; die Eingabetaste speichert sie und öffnet den nächsten Satz.
welcome-3 = Daneben steht die Seite, wie sie aussehen wird. Die Taste ? zeigt alle Tasten.
language = Sprache des Pults
language-of-work = Sprache, in die übersetzt wird
colours = Farben
colours-auto = Wie das System
colours-light = Hell
colours-dark = Dunkel
read-only = Nur zum Ansehen
unsaved = Noch nicht gespeichert
complete = Vollständig
percent = { $count } %
open-sentences = { $count ->
    [one] { $count } offen
   *[other] { $count } offen
}
left = { $count ->
    [one] Noch { $count } Satz, { $text } Wörter
   *[other] Noch { $count } Sätze, { $text } Wörter
}
nothing-left = Nichts mehr zu übersetzen.
no-article = Einen solchen Artikel gibt es nicht.
find-article = Einen Artikel suchen
sentences = Sätze
sentence-of = Satz { $count } von { $total }
translation-in = Übersetzung ({ $name })
note = Hinweis
comment = Kommentar
changed = Geändert:
offers = Vorschläge
offer-exact = derselbe Satz
offer-repaired = mit den eigenen Zahlen
offer-similar = ähnlich
offer-fragment = ein Teil
offer-machine = von einer Maschine
joined = Steht im Satz davor
also-here = Auch anderswo offen
error = Fehler
warning = Warnung
hint = Hinweis
action = Handlung
key = Taste
keys-change = Drücken Sie auf eine Taste, um sie zu ändern.
keys-press = Drücken Sie die neue Taste …

## Zustände

state-missing = Nicht übersetzt
state-stale = Das Original hat sich geändert
state-edited = Das Original hat sich geändert und die Übersetzung auch
state-current = Übersetzt
state-empty = Steht im Satz davor
state-inherited = Aus einer anderen Sprache
state-reviewed = Bestätigt
state-machine = Von einer Maschine

## Filter

filter = Welche Sätze
filter-all = Alle
filter-open = Offen
filter-stale = Geändert
filter-findings = Mit Befunden
filter-machine = Von einer Maschine
filter-unconfirmed = Nicht bestätigt
filter-doubtful = Zweifelhaft

## Die Seite

page = Die Seite
page-translation = Übersetzung
page-source = Original
page-bilingual = Beide
page-none = Verbergen

## Was gemeldet wird

saved = Gespeichert
confirmed = Gespeichert und bestätigt
undo-done = Zurückgenommen
redo-done = Noch einmal getan
nothing-to-undo = Es gibt nichts zurückzunehmen.
nothing-typed = Es steht noch nichts da.
no-code = Alle Codes sind da.
no-voice = Dieser Browser hat keine Stimme.
not-kept = Dieser Browser kann nicht behalten, was Sie schreiben: Speichern Sie oft.
kept-since = Dieser Text wurde geschrieben und nicht gespeichert.
findings = { $count ->
    [0] Keine Befunde
    [one] { $count } Befund
   *[other] { $count } Befunde
}
offers-count = { $count ->
    [one] { $count } Vorschlag
   *[other] { $count } Vorschläge
}
conflict = Jemand anders hat diesen Satz inzwischen geändert. Welcher Text soll bleiben?
theirs = Der andere
yours = Der eigene
changed-below = Jemand anders hat diesen Satz geändert. Beim Speichern sehen Sie beide Texte.
article-done = Alle Sätze dieses Artikels sind übersetzt.
all-read = Alles, was hier niemand bestätigt hatte, ist durchgesehen.
go-on = Weiter mit { $name }
out-of-step = Der Artikel hat sich geändert, seit die Kataloge gemacht wurden. Bis sie abgeglichen sind, lässt sich nichts speichern.
in-step = Abgeglichen
no-answer = Das Pult antwortet nicht. Was Sie schreiben, behält dieser Browser; es wird gespeichert, sobald das Pult wieder da ist.
answers-again = Das Pult antwortet wieder.
key-old = Das Pult wurde neu gestartet. Öffnen Sie die Adresse, die es ausgegeben hat; was Sie geschrieben haben, bleibt erhalten.
no-key = Öffnen Sie die Adresse, die satz edit ausgegeben hat: Sie lässt Sie ein.
fault = Das ging nicht:

## Suchen und ersetzen

find-text = Text
find-both = Auch im Original
replace-with = Ersetzen durch
replace-this = Hier ersetzen
found = { $count ->
    [0] Nichts gefunden
    [one] { $count } Satz
   *[other] { $count } Sätze
}
found-partly = Es gibt noch mehr.
replaced = { $count ->
    [one] { $count } Satz geändert.
   *[other] { $count } Sätze geändert.
}
not-replaced = { $count ->
    [one] { $count } wurde inzwischen geändert und bleibt.
   *[other] { $count } wurden inzwischen geändert und bleiben.
}
