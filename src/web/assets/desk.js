// The desk: who is there, where one is, and what holds in every view.

import {Article} from './article.js';
import {ask, enter, isPrinted, listen} from './ask.js';
import {fill, h, later, refill, say} from './dom.js';
import {finder} from './find.js';
import {keepFor, set, setting} from './kept.js';
import {listenToKeys, on} from './keys.js';
import {look, overview} from './overview.js';
import {chooseLanguage, language, languages, loadWords, t} from './words.js';

const root = h('div', {id: 'view'});
const header = h('header', {class: 'top'});
const lost = h('div', {class: 'lost', role: 'alert', hidden: true});
let state, view, turns = 0;

/** Says what is wrong, until it is not any more. */
function trouble(error) {
  const isOld = error.status === 401, text = t(isOld ? 'key-old' : error.status ? 'fault' : 'no-answer');
  // What is told already is not said again with every attempt.
  if (!lost.hidden && lost.textContent === text) return;
  lost.hidden = false;
  fill(lost, h('p', {}, text, error.status && !isOld ? h('span', {lang: 'en', dir: 'ltr'}, ` ${error.message}`) : null),
    error.status && !isOld && h('button', {type: 'button', class: 'quiet', click: () => { lost.hidden = true; }}, t('close')));
}

function theme(name) {
  set('theme', name);
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

function top() {
  const chosen = setting('theme') ?? 'auto';
  refill(header,
    h('a', {class: 'skip', href: '#main', click: event => { event.preventDefault(); document.getElementById('main')?.focus(); }}, t('skip')),
    h('a', {class: 'home', href: '#/'}, 'satz'),
    h('span', {class: 'soft'}, state?.workspace ?? ''),
    state?.readOnly && h('span', {class: 'mark'}, t('read-only')),
    h('span', {class: 'grow'}),
    state?.name && h('span', {class: 'soft who'}, state.name),
    h('label', {}, h('span', {class: 'unseen'}, t('language')), h('select', {change: event => { chooseLanguage(event.target.value); top(); route(); }},
      languages().map(({tag, name}) => h('option', {value: tag, lang: tag, selected: tag === language}, name)))),
    h('label', {}, h('span', {class: 'unseen'}, t('colours')), h('select', {change: event => theme(event.target.value)},
      ['auto', 'light', 'dark'].map(name => h('option', {value: name, selected: name === chosen}, t(`colours-${name}`))))));
}

/** Shows what the address names: `#/`, `#/en/?find`, `#/en/article/unit`. */
async function route() {
  // The address of a desk that was started again, opened where the old one is shown.
  if (isPrinted()) return location.reload();
  const turn = ++turns;
  const path = decodeURIComponent(location.hash.replace(/^#\/?/, ''));
  view?.leave?.();
  view = null;
  on('find', () => { location.hash = `#/${state.locale}/?find`; });
  const [locale, ...rest] = path.split('/');
  const isKnown = state.locales.some(own => own.locale === locale);
  document.title = `satz · ${state.workspace}`;
  if (!isKnown) {
    state = await look().catch(error => { trouble(error); return state; });
    // Who has gone on meanwhile is somewhere else.
    if (turn !== turns) return;
    return overview(state, root);
  }
  set('locale', locale);
  if (locale !== state.locale) Object.assign(state, await look().catch(() => ({})));
  if (turn !== turns) return;
  if (rest[0] === '?find') return finder(state, root, locale, trouble);
  // The last part is a sentence, if it is no part of an article's name.
  const whole = rest.join('/'), front = rest.slice(0, -1).join('/');
  const has = name => state.rows.some(row => row.article === name);
  const [article, unit] = has(whole) ? [whole, null] : [front, rest[rest.length - 1]];
  document.title = `${article} · satz`;
  view = new Article(state, root, locale, article, trouble);
  await view.start(unit);
}

const recount = later(400, async () => {
  state = Object.assign(state, await look().catch(() => ({})));
  // The list is drawn again, unless somebody is in it.
  const isInside = root.contains(document.activeElement) && !document.activeElement.matches('main');
  if (!view && !isInside && !location.hash.includes('?find')) overview(state, root);
});

function heard(event) {
  if (!lost.hidden && event.event === 'hello') {
    lost.hidden = true;
    say(t('answers-again'));
    view?.load().then(() => view.catchUp());
  }
  if (event.event === 'hello') view?.here?.();
  if (event.event === 'people') view?.others?.(event.people);
  if (event.event !== 'changed') return;
  recount();
  if (view && (!event.articles || event.articles.includes(view.article))) {
    view.reload();
    view.page.refresh();
  }
}

async function start() {
  theme(setting('theme') ?? 'auto');
  await loadWords();
  top();
  fill(document.getElementById('desk'), header, lost, root);
  const isIn = await enter();
  if (!isIn) return fill(root, h('main', {class: 'overview', id: 'main'}, h('h1', {}, 'satz'), h('p', {}, t('no-key'))));
  try { state = await look(); } catch (error) {
    trouble(error);
    return fill(root, h('main', {class: 'overview', id: 'main'}, h('h1', {}, 'satz'), h('p', {}, t('no-key'))));
  }
  await keepFor(state.place);
  top();
  listenToKeys();
  addEventListener('hashchange', route);
  await route();
  listen(heard, trouble);
}

start();
