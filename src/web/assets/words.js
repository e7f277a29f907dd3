// The desk's own words in the language of whoever sits at it.

import {setting, set} from './kept.js';

let all = {}, own = {}, fallback = {}, rules, numbers;
export let language = 'en';

/** Loads the words, and takes the language that was chosen or that the browser prefers. */
export async function loadWords() {
  all = await (await fetch('/assets/words.json')).json();
  const wanted = [setting('language'), ...navigator.languages].filter(Boolean);
  const known = wanted.map(tag => tag.split('-')[0]).find(tag => tag in all);
  speak(known ?? 'en');
}

/** Speaks a language from now on. */
export function speak(tag) {
  language = tag;
  own = all[tag].words;
  fallback = all.en.words;
  rules = new Intl.PluralRules(tag);
  numbers = new Intl.NumberFormat(tag);
  document.documentElement.lang = tag;
  document.documentElement.dir = all[tag].dir;
}

export function chooseLanguage(tag) {
  set('language', tag);
  speak(tag);
}

/** The languages there are: tag and name. */
export const languages = () => Object.entries(all).map(([tag, {name, dir}]) => ({tag, name, dir}));

/** A number as it is written. */
export const number = value => numbers.format(value);

/** A text. `count` chooses among its forms; the others are put in. */
export function t(name, given = {}) {
  let text = own[name] ?? fallback[name] ?? name;
  if (typeof text === 'object') {
    const category = rules.select(given.count ?? 0);
    const exact = text[given.count];
    // The greatest: what is said for a small number itself, as `[0]`, is no sample of others.
    const sample = Object.keys(text).findLast(sample => rules.select(Number(sample)) === category);
    text = exact ?? text[sample] ?? '';
  }
  const put = (_, key) => key === 'count' ? number(given.count ?? 0) : String(given[key] ?? '');
  return text.replace(/\uE000(\w+)\uE001/g, put);
}
