### Слова робочого столу.


## Що натискають

save = Зберегти
save-next = Зберегти й далі
confirm = Підтвердити
more = Більше
close = Закрити
understood = Зрозуміло
start = Почати
sync = Узгодити
replace = Замінити
forget = Забути
take-theirs = Узяти інший
keep-yours = Зберегти свій
find = Знайти й замінити
find-now = Знайти
keys = Клавіші
keys-reset = Усі, як були
skip = До змісту

## Що робить клавіша

do-save-next = Зберегти й відкрити наступне неперекладене речення
do-confirm-next = Зберегти, підтвердити й відкрити наступне
do-new-line = Новий рядок
do-offer = Узяти пропозицію, від 1 до 9
do-copy-source = Скопіювати оригінал
do-insert-code = Вставити наступний код
do-insert-term = Вставити термін
do-fix = Виправити
do-join = Уже сказано в попередньому реченні
do-comment = Коментар
do-listen = Прочитати обидва вголос
do-leave = Закрити речення
do-next = Наступне речення
do-previous = Попереднє речення
do-next-open = Наступне неперекладене речення
do-by-risk = Найсумнівніше
do-undo = Скасувати
do-redo = Повторити
do-find = Знайти й замінити
do-filter = Відібрати за словами
do-page = Показати або сховати сторінку
do-overview = Усі статті
do-keys = Цей список

## Що видно

welcome = Тут уперше
welcome-1 = Виберіть статтю. Спочатку йдуть неперекладені речення.
welcome-2 = Пишіть переклад під оригіналом; Enter зберігає його й відкриває наступне речення.
welcome-3 = Поруч — сторінка, якою вона буде. Клавіша ? показує всі клавіші.
language = Мова робочого столу
language-of-work = Мова, якою перекладають
colours = Кольори
colours-auto = Як у системі
colours-light = Світлі
colours-dark = Темні
read-only = Лише для перегляду
unsaved = Ще не збережено
complete = Повністю
percent = { $count } %
open-sentences = { $count ->
    [one] { $count } не перекладено
    [few] { $count } не перекладено
    [many] { $count } не перекладено
   *[other] { $count } не перекладено
}
left = { $count ->
    [one] Залишилося { $count } речення, слів: { $text }
    [few] Залишилося { $count } речення, слів: { $text }
    [many] Залишилося { $count } речень, слів: { $text }
   *[other] Залишилося { $count } речення, слів: { $text }
}
nothing-left = Перекладати більше нічого.
no-article = Такої статті немає.
find-article = Знайти статтю
sentences = Речення
sentence-of = Речення { $count } з { $total }
translation-in = Переклад ({ $name })
note = Примітка
comment = Коментар
changed = Змінено:
offers = Пропозиції
offer-exact = те саме речення
offer-repaired = зі своїми числами
offer-similar = подібне
offer-fragment = частина
offer-machine = від машини
joined = Сказано в попередньому реченні
also-here = Відкрито й деінде
error = Помилка
warning = Попередження
hint = Підказка
action = Дія
key = Клавіша
keys-change = Натисніть на клавішу, щоб змінити її.
keys-press = Натисніть нову клавішу…

## Стани

state-missing = Не перекладено
state-stale = Оригінал змінився
state-edited = Оригінал змінився, і переклад теж
state-current = Перекладено
state-empty = Сказано в попередньому реченні
state-inherited = З іншої мови
state-reviewed = Підтверджено
state-machine = Від машини

## Відбір

filter = Які речення
filter-all = Усі
filter-open = Неперекладені
filter-stale = Змінені
filter-findings = Із зауваженнями
filter-machine = Від машини
filter-unconfirmed = Не підтверджені
filter-doubtful = Сумнівні

## Сторінка

page = Сторінка
page-translation = Переклад
page-source = Оригінал
page-bilingual = Обидва
page-none = Сховати

## Що повідомляють

saved = Збережено
confirmed = Збережено й підтверджено
undo-done = Скасовано
redo-done = Повторено
nothing-to-undo = Скасовувати нічого.
nothing-typed = Ще нічого не написано.
no-code = Усі коди на місці.
no-voice = У цього браузера немає голосу.
not-kept = Цей браузер не може зберегти написане: зберігайте частіше.
kept-since = Цей текст написано, але не збережено.
findings = { $count ->
    [0] Зауважень немає
    [one] { $count } зауваження
    [few] { $count } зауваження
    [many] { $count } зауважень
   *[other] { $count } зауваження
}
offers-count = { $count ->
    [one] { $count } пропозиція
    [few] { $count } пропозиції
    [many] { $count } пропозицій
   *[other] { $count } пропозиції
}
conflict = Тим часом це речення змінив хтось інший. Який текст має залишитися?
theirs = Інший
yours = Ваш
changed-below = Це речення змінив хтось інший. Коли збережете, побачите обидва тексти.
article-done = Усі речення цієї статті перекладено.
all-read = Усе, чого тут ніхто не підтвердив, переглянуто.
go-on = Далі: { $name }
out-of-step = Стаття змінилася відтоді, як зроблено каталоги. Поки їх не узгоджено, нічого не можна зберегти.
in-step = Узгоджено
no-answer = Робочий стіл не відповідає. Написане зберігає цей браузер; його буде збережено, щойно стіл повернеться.
answers-again = Робочий стіл знову відповідає.
key-old = Робочий стіл запущено наново. Відкрийте адресу, яку він показав; написане збережено.
no-key = Відкрийте адресу, яку показав satz edit: вона впускає.
fault = Не вдалося:

## Пошук і заміна

find-text = Текст
find-both = І в оригіналі
replace-with = Замінити на
replace-this = Замінити тут
found = { $count ->
    [0] Нічого не знайдено
    [one] { $count } речення
    [few] { $count } речення
    [many] { $count } речень
   *[other] { $count } речення
}
found-partly = Є ще.
replaced = { $count ->
    [one] Змінено { $count } речення.
    [few] Змінено { $count } речення.
    [many] Змінено { $count } речень.
   *[other] Змінено { $count } речення.
}
not-replaced = { $count ->
    [one] { $count } тим часом змінили, воно лишається.
    [few] { $count } тим часом змінили, вони лишаються.
    [many] { $count } тим часом змінили, вони лишаються.
   *[other] { $count } тим часом змінили, вони лишаються.
}
