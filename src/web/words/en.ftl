### The words of the desk.


## What is pressed

save = Save
save-next = Save and go on
confirm = Confirm
more = More
close = Close
understood = Understood
start = Start
sync = Bring in step
replace = Replace
forget = Forget it
take-theirs = Take theirs
keep-yours = Save yours
find = Find and replace
find-now = Find
keys = Keys
keys-reset = All as they were
skip = To the content

## What an action does

do-save-next = Save, and open the next open sentence
do-confirm-next = Save and confirm, and open the next one
do-new-line = A new line
do-offer = Take an offer, 1 to 9
do-copy-source = Copy the original
do-insert-code = Insert the next code
do-insert-term = Insert the term
do-fix = Set right
do-join = Said in the sentence before
do-comment = A comment
do-listen = Read both aloud
do-leave = Close the sentence
do-next = The next sentence
do-previous = The sentence before
do-next-open = The next open sentence
do-by-risk = The most doubtful one
do-undo = Take back
do-redo = Do again
do-find = Find and replace
do-filter = Filter by words
do-page = Show or hide the page
do-overview = All articles
do-keys = This list

## What is seen

welcome = The first time here
welcome-1 = Choose an article. Its open sentences come first.
welcome-2 = Type the translation below the original; Enter saves it and opens the next one.
welcome-3 = Beside it is the page as it will look. The key ? shows all keys.
language = Language of the desk
language-of-work = Language to translate into
colours = Colours
colours-auto = As the system
colours-light = Light
colours-dark = Dark
read-only = Only to look at
unsaved = Not saved yet
complete = Complete
percent = { $count } %
open-sentences = { $count ->
    [one] { $count } open
   *[other] { $count } open
}
left = { $count ->
    [one] { $count } sentence left, { $text } words
   *[other] { $count } sentences left, { $text } words
}
nothing-left = Nothing is left to translate.
no-article = There is no such article.
find-article = Find an article
sentences = Sentences
sentence-of = Sentence { $count } of { $total }
translation-in = Translation ({ $name })
note = Note
comment = Comment
changed = Changed:
offers = Offers
offer-exact = the same
offer-repaired = with its own figures
offer-similar = similar
offer-fragment = a part
offer-machine = by a machine
joined = Said in the sentence before
also-here = Also open elsewhere
error = Error
warning = Warning
hint = Hint
action = Action
key = Key
keys-change = Press a key to change it.
keys-press = Press the new key …

## States

state-missing = Not translated
state-stale = The original has changed
state-edited = The original has changed, and so has the translation
state-current = Translated
state-empty = Said in the sentence before
state-inherited = From another locale
state-reviewed = Confirmed
state-machine = By a machine

## Filters

filter = Which sentences
filter-all = All
filter-open = Open
filter-stale = Changed
filter-findings = With findings
filter-machine = By a machine
filter-unconfirmed = Not confirmed
filter-doubtful = Doubtful

## The page

page = The page
page-translation = Translation
page-source = Original
page-bilingual = Both
page-none = Hide

## What is told

saved = Saved
confirmed = Saved and confirmed
undo-done = Taken back
redo-done = Done again
nothing-to-undo = There is nothing to take back.
nothing-typed = Nothing is typed yet.
no-code = All codes are there.
no-voice = This browser has no voice.
not-kept = This browser cannot keep what you type: save often.
kept-since = This text was typed and not saved.
findings = { $count ->
    [0] No findings
    [one] { $count } finding
   *[other] { $count } findings
}
offers-count = { $count ->
    [one] { $count } offer
   *[other] { $count } offers
}
conflict = Somebody else changed this sentence meanwhile. Which text should stay?
theirs = Theirs
yours = Yours
changed-below = Somebody else changed this sentence. When you save, you see both texts.
article-done = All sentences of this article are translated.
all-read = You have seen everything here that nobody had confirmed.
go-on = Go on with { $name }
out-of-step = The article has changed since the catalogs were made. Until they are in step, nothing can be saved.
in-step = In step
no-answer = The desk does not answer. What you type is kept in this browser and saved when it is back.
answers-again = The desk answers again.
key-old = The desk was started again. Open the address that it printed; what you typed is kept.
no-key = Open the address that satz edit printed: it lets you in.
fault = That did not work:

## Find and replace

find-text = Text
find-both = In the original, too
replace-with = Replace with
replace-this = Replace here
found = { $count ->
    [0] Nothing found
    [one] { $count } sentence
   *[other] { $count } sentences
}
found-partly = There are more.
replaced = { $count ->
    [one] { $count } sentence changed.
   *[other] { $count } sentences changed.
}
not-replaced = { $count ->
    [one] { $count } was changed meanwhile, and stays.
   *[other] { $count } were changed meanwhile, and stay.
}
