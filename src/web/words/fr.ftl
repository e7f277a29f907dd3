### Les mots du pupitre.


## Ce que l’on presse

save = Enregistrer
save-next = Enregistrer et continuer
confirm = Confirmer
more = Plus
close = Fermer
understood = Compris
start = Commencer
sync = Mettre en accord
replace = Remplacer
forget = L’oublier
take-theirs = Prendre l’autre
keep-yours = Enregistrer le vôtre
find = Chercher et remplacer
find-now = Chercher
keys = Touches
keys-reset = Toutes comme au début
skip = Aller au contenu

## Ce que fait une touche

do-save-next = Enregistrer et ouvrir la phrase à traduire suivante
do-confirm-next = Enregistrer, confirmer et ouvrir la suivante
do-new-line = Une nouvelle ligne
do-offer = Prendre une proposition, de 1 à 9
do-copy-source = Copier l’original
do-insert-code = Insérer le code suivant
do-insert-term = Insérer le terme
do-fix = Corriger
do-join = Déjà dit dans la phrase précédente
do-comment = Un commentaire
do-listen = Lire les deux à voix haute
do-leave = Fermer la phrase
do-next = La phrase suivante
do-previous = La phrase précédente
do-next-open = La prochaine phrase à traduire
do-by-risk = La plus douteuse
do-undo = Annuler
do-redo = Rétablir
do-find = Chercher et remplacer
do-filter = Filtrer par mots
do-page = Montrer ou cacher la page
do-overview = Tous les articles
do-keys = Cette liste

## Ce que l’on voit

welcome = Ici pour la première fois
welcome-1 = Choisissez un article. Les phrases à traduire viennent d’abord.
welcome-2 = Tapez la traduction sous l’original ; la touche Entrée l’enregistre et ouvre la suivante.
welcome-3 = À côté se trouve la page telle qu’elle sera. La touche ? montre toutes les touches.
language = Langue du pupitre
language-of-work = Langue vers laquelle traduire
colours = Couleurs
colours-auto = Comme le système
colours-light = Clair
colours-dark = Sombre
read-only = En lecture seule
unsaved = Pas encore enregistré
complete = Complet
percent = { $count } %
open-sentences = { $count ->
    [one] { $count } à traduire
   *[other] { $count } à traduire
}
left = { $count ->
    [one] Encore { $count } phrase, { $text } mots
   *[other] Encore { $count } phrases, { $text } mots
}
nothing-left = Il ne reste rien à traduire.
no-article = Il n’y a pas de tel article.
find-article = Chercher un article
sentences = Phrases
sentence-of = Phrase { $count } sur { $total }
translation-in = Traduction ({ $name })
note = Note
comment = Commentaire
changed = Changements :
offers = Propositions
offer-exact = la même phrase
offer-repaired = avec ses propres chiffres
offer-similar = semblable
offer-fragment = une partie
offer-machine = par une machine
joined = Dit dans la phrase précédente
also-here = Ouverte ailleurs aussi
error = Erreur
warning = Avertissement
hint = Remarque
action = Action
key = Touche
keys-change = Pressez une touche pour la changer.
keys-press = Pressez la nouvelle touche…

## États

state-missing = Non traduite
state-stale = L’original a changé
state-edited = L’original a changé, et la traduction aussi
state-current = Traduite
state-empty = Dite dans la phrase précédente
state-inherited = D’une autre langue
state-reviewed = Confirmée
state-machine = Par une machine

## Filtres

filter = Quelles phrases
filter-all = Toutes
filter-open = À traduire
filter-stale = Changées
filter-findings = Avec remarques
filter-machine = Par une machine
filter-unconfirmed = Non confirmées
filter-doubtful = Douteuses

## La page

page = La page
page-translation = Traduction
page-source = Original
page-bilingual = Les deux
page-none = Cacher

## Ce qui est annoncé

saved = Enregistré
confirmed = Enregistré et confirmé
undo-done = Annulé
redo-done = Rétabli
nothing-to-undo = Il n’y a rien à annuler.
nothing-typed = Rien n’est encore tapé.
no-code = Tous les codes y sont.
no-voice = Ce navigateur n’a pas de voix.
not-kept = Ce navigateur ne peut pas garder ce que vous tapez : enregistrez souvent.
kept-since = Ce texte a été tapé et n’est pas enregistré.
findings = { $count ->
    [0] Aucune remarque
    [one] { $count } remarque
   *[other] { $count } remarques
}
offers-count = { $count ->
    [one] { $count } proposition
   *[other] { $count } propositions
}
conflict = Quelqu’un d’autre a changé cette phrase entre-temps. Quel texte doit rester ?
theirs = L’autre
yours = Le vôtre
changed-below = Quelqu’un d’autre a changé cette phrase. En enregistrant, vous verrez les deux textes.
article-done = Toutes les phrases de cet article sont traduites.
all-read = Tout ce que personne n’avait confirmé ici a été relu.
go-on = Continuer avec { $name }
out-of-step = L’article a changé depuis que les catalogues ont été faits. Tant qu’ils ne sont pas en accord, rien ne peut être enregistré.
in-step = En accord
no-answer = Le pupitre ne répond pas. Ce que vous tapez est gardé dans ce navigateur et sera enregistré dès son retour.
answers-again = Le pupitre répond de nouveau.
key-old = Le pupitre a redémarré. Ouvrez l’adresse qu’il a affichée ; ce que vous avez tapé est gardé.
no-key = Ouvrez l’adresse que satz edit a affichée : elle vous laisse entrer.
fault = Cela n’a pas marché :

## Chercher et remplacer

find-text = Texte
find-both = Dans l’original aussi
replace-with = Remplacer par
replace-this = Remplacer ici
found = { $count ->
    [0] Rien trouvé
    [one] { $count } phrase
   *[other] { $count } phrases
}
found-partly = Il y en a d’autres.
replaced = { $count ->
    [one] { $count } phrase changée.
   *[other] { $count } phrases changées.
}
not-replaced = { $count ->
    [one] { $count } a été changée entre-temps et reste.
   *[other] { $count } ont été changées entre-temps et restent.
}
