// A text looked for in all translations of a language, and replaced once it was seen what would become of each.

import {ask, client} from './ask.js';
import {diff} from './diff.js';
import {asHeard, fill, h, say} from './dom.js';
import {sentence} from './editor.js';
import {keyList, on} from './keys.js';
import {language, t} from './words.js';

export function finder(state, root, locale, trouble) {
  const {dir, name} = state.locales.find(own => own.locale === locale);
  const text = h('input', {type: 'search', id: 'text', lang: locale, dir, autocomplete: 'off'});
  const replacement = h('input', {type: 'text', id: 'replacement', lang: locale, dir, autocomplete: 'off'});
  const both = h('input', {type: 'checkbox', id: 'both'});
  const results = h('div', {class: 'results'});
  const look = async (event, isQuiet = false) => {
    event?.preventDefault();
    if (!text.value.trim()) return;
    const question = {locale, text: text.value, both: both.checked};
    if (replacement.value && !state.readOnly) question.replacement = replacement.value;
    try { show(await ask('find', question), isQuiet); } catch (error) { trouble(error); }
  };
  const show = ({found, isPartial}, isQuiet) => {
    const boxes = [];
    const rows = found.map(({article, after, unit}) => {
      const box = after === null ? null : h('input', {type: 'checkbox', checked: true, 'aria-label': t('replace-this')});
      if (box) boxes.push({box, unit: {article, id: unit.id, seen: unit.version, typed: after}});
      return h('li', {}, box, h('a', {href: `#/${locale}/${article}/${unit.id.split('-')[0]}`},
        h('span', {class: 'german', lang: state.source.locale, dir: state.source.dir}, sentence(unit.source)), ' ',
        h('span', {class: 'target', lang: locale, dir}, after === null ? unit.typed ?? '' : asHeard(
          diff(unit.typed, after).map(([kind, part]) => kind === 0 ? part : h(kind < 0 ? 'del' : 'ins', {}, part)),
          [unit.typed, ' ', h('span', {lang: language}, `${t('replace-with')}:`), ' ', after])), ' ',
        h('span', {class: 'soft'}, article)));
    });
    const replace = async () => {
      try {
        const answer = await ask('replace', {client, locale, units: boxes.filter(({box}) => box.checked).map(({unit}) => unit)});
        const told = t('replaced', {count: answer.written});
        await look(null, true);
        const line = h('p', {tabindex: '-1'}, told, answer.refused.length > 0 && ` ${t('not-replaced', {count: answer.refused.length})}`);
        results.prepend(line);
        line.focus();
      } catch (error) { trouble(error); }
    };
    fill(results,
      h('p', {class: 'soft'}, t('found', {count: found.length}), isPartial && ` ${t('found-partly')}`),
      boxes.length > 0 && h('button', {type: 'button', class: 'main', click: replace}, t('replace')),
      h('ul', {class: 'units plain'}, rows));
    if (!isQuiet) say(t('found', {count: found.length}));
  };
  fill(root, h('main', {class: 'overview', id: 'main', tabindex: '-1'},
    h('h1', {}, t('find')),
    h('p', {class: 'soft'}, name),
    h('form', {class: 'form', submit: look},
      h('label', {for: 'text'}, t('find-text')), text,
      !state.readOnly && h('label', {for: 'replacement'}, t('replace-with')), !state.readOnly && replacement,
      h('label', {class: 'check'}, both, t('find-both')),
      h('button', {class: 'main'}, t('find-now'))),
    results));
  on('overview', () => { location.hash = '#/'; });
  on('keys', keyList);
  text.focus();
}
