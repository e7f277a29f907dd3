// All articles in one language, with how much of each is open.

import {ask} from './ask.js';
import {fill, h} from './dom.js';
import {drafts, set, setting} from './kept.js';
import {kbd, keyList, on, shortcut} from './keys.js';
import {number, t} from './words.js';


/** How far something is, as a picture and as text. */
export function progress(covered, units) {
  const percent = units ? Math.floor(covered * 100 / units) : 100;
  const bar = h('span', {class: 'bar', 'aria-hidden': 'true'}, h('span', {class: percent === 100 ? 'full' : ''}));
  bar.firstChild.style.inlineSize = `${percent}%`;
  return h('span', {class: 'progress'}, bar, h('span', {class: 'soft'}, t('percent', {count: percent})));
}

export function overview(state, root) {
  const {locale, rows} = state;
  const open = rows.reduce((sum, row) => sum + row.open, 0);
  const words = rows.reduce((sum, row) => sum + row.wordsOpen, 0);
  const kept = new Set(drafts().map(({locale, article}) => `${locale} ${article}`));
  const list = h('ul', {class: 'articles'});
  const show = text => {
    const wanted = rows.filter(row => row.article.toLowerCase().includes(text.toLowerCase()));
    wanted.sort((a, b) => (b.open > 0) - (a.open > 0) || a.article.localeCompare(b.article));
    fill(list, wanted.slice(0, 400).map(row => h('li', {}, h('a', {href: `#/${locale}/${row.article}`},
      h('span', {class: 'name'}, row.article),
      kept.has(`${locale} ${row.article}`) && h('span', {class: 'mark draft'}, t('unsaved')),
      h('span', {class: 'open'}, row.open ? t('open-sentences', {count: row.open}) : t('complete')),
      progress(row.covered, row.units)))));
    if (!wanted.length) fill(list, h('li', {class: 'soft'}, t('no-article')));
  };
  const choose = async tag => {
    set('locale', tag);
    Object.assign(state, await look());
    overview(state, root);
  };
  const few = state.locales.length <= 6;
  const picker = few
    ? h('div', {class: 'choice', role: 'group', 'aria-label': t('language-of-work')}, state.locales.map(({locale: tag, name, dir}) =>
      h('button', {'aria-pressed': String(tag === locale), lang: tag, dir, click: async () => { await choose(tag); root.querySelector('[aria-pressed=true]').focus(); }}, name)))
    : h('label', {}, h('span', {class: 'unseen'}, t('language-of-work')), h('select', {change: event => choose(event.target.value)},
      state.locales.map(({locale: tag, name}) => h('option', {value: tag, lang: tag, selected: tag === locale}, name))));
  const first = rows.find(row => row.open > 0);
  fill(root,
    h('main', {class: 'overview', id: 'main', tabindex: '-1'},
      h('h1', {}, state.workspace),
      !setting('seen') && welcome(() => overview(state, root)),
      h('div', {class: 'line'}, picker,
        first && h('a', {class: 'button main', href: `#/${locale}/${first.article}/open`, 'aria-keyshortcuts': shortcut('next-open')}, t('start'), kbd('next-open'))),
      h('p', {class: 'sum soft'}, open ? t('left', {count: open, text: number(words)}) : t('nothing-left')),
      rows.length > 8 && h('input', {type: 'search', class: 'find', 'aria-label': t('find-article'), placeholder: t('find-article'), input: event => show(event.target.value)}),
      list));
  show('');
  on('next-open', () => { if (first) location.hash = `#/${locale}/${first.article}/open`; });
  on('filter', () => root.querySelector('.find')?.focus() ?? false);
  on('keys', keyList);
}

/** Three lines for whoever is here for the first time. */
function welcome(done) {
  return h('section', {class: 'welcome', 'aria-label': t('welcome')},
    h('ol', {}, ['welcome-1', 'welcome-2', 'welcome-3'].map(name => h('li', {}, t(name)))),
    h('button', {class: 'quiet', click: () => { set('seen', true); done(); }}, t('understood')));
}

/** Asks how far everything is in the language that is worked in: the one last chosen, else the first. */
export const look = () => ask('articles', {locale: setting('locale')});
