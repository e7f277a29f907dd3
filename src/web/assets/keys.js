// Every action and its key: shown at the action, in one list, and changeable there.

import {h} from './dom.js';
import {set, setting} from './kept.js';
import {t} from './words.js';

// Name, key, and where it holds: `type` while a sentence is open, `read` while nothing is typed, or both.
const ACTIONS = [
  ['save-next', 'Enter', 'type'],
  ['confirm-next', 'Ctrl+Enter', 'type'],
  ['new-line', 'Shift+Enter', 'type'],
  ['offer', 'Alt+1', 'type'],
  ['copy-source', 'Alt+C', 'type'],
  ['insert-code', 'Alt+Q', 'type'],
  ['insert-term', 'Alt+T', 'type'],
  ['fix', 'Alt+F', 'type'],
  ['join', 'Alt+J', 'type'],
  ['comment', 'Alt+M', 'type'],
  ['listen', 'Alt+L', 'type'],
  ['leave', 'Escape', 'type'],
  ['next', 'Alt+ArrowDown', 'both'],
  ['previous', 'Alt+ArrowUp', 'both'],
  ['next-open', 'Alt+N', 'both'],
  ['by-risk', 'Alt+K', 'both'],
  ['undo', 'Alt+Z', 'both'],
  ['redo', 'Alt+Shift+Z', 'both'],
  ['find', 'Alt+R', 'both'],
  ['filter', '/', 'read'],
  ['page', 'Alt+P', 'both'],
  ['overview', 'Alt+O', 'both'],
  ['keys', '?', 'read'],
];

const handlers = new Map();
const chosen = () => setting('keys') ?? {};

/** The key of an action. */
export const keyOf = name => chosen()[name] ?? ACTIONS.find(([own]) => own === name)?.[1] ?? '';

/** Says what an action does; null takes it away. */
export function on(name, work) {
  if (work) handlers.set(name, work);
  else handlers.delete(name);
}

/** A key press as it is written: `Alt+Shift+Z`. */
function pressed(event) {
  // On a Mac, Alt makes another letter of a key.
  let key = event.altKey && /^(Key|Digit)/.test(event.code) ? event.code.replace(/^(Key|Digit)/, '') : event.key;
  if (key.length === 1) key = key.toUpperCase();
  const isMark = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  return [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey && !isMark ? 'Shift' : '', key]
    .filter(Boolean).join('+');
}

const isField = element => element?.matches?.('input, textarea, select, [contenteditable]');

/** Listens to the keyboard. */
export function listenToKeys() {
  addEventListener('keydown', event => {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const key = pressed(event);
    const isTyping = Boolean(event.target.closest?.('.editor')) && isField(event.target);
    const isElsewhere = !isTyping && isField(event.target);
    if (isTyping && /^Alt\+[1-9]$/.test(key) && keyOf('offer') === 'Alt+1') {
      if (handlers.get('offer')?.(Number(key.slice(-1)))) event.preventDefault();
      return;
    }
    for (const [name, , where] of ACTIONS) {
      if (keyOf(name).toUpperCase() !== key.toUpperCase() || !handlers.has(name)) continue;
      if (where === 'type' && !isTyping && !(event.altKey && event.target.closest?.('.editor'))) continue;
      if (where === 'read' && (isTyping || isElsewhere)) continue;
      if (where === 'both' && isElsewhere && !event.altKey) continue;
      if (handlers.get(name)() !== false) event.preventDefault();
      return;
    }
  });
}

const LABELS = {ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Enter: '⏎'};

/** A key as it stands on the keyboard. */
export const shown = key => key.split('+').map(part => LABELS[part] ?? part).join(' ');

/** A small picture of an action's key, beside its name. */
export const kbd = name => h('kbd', {'aria-hidden': 'true'}, shown(keyOf(name)));

/** What tells programs of an action's key. */
export const shortcut = name => keyOf(name).replace('Ctrl', 'Control');

/** The list of all keys, in which they can be changed. */
export function keyList() {
  const body = h('tbody');
  const dialog = h('dialog', {class: 'keys', 'aria-labelledby': 'keys-title', close: () => dialog.remove()},
    h('form', {method: 'dialog'},
      h('header', {}, h('h2', {id: 'keys-title'}, t('keys')), h('button', {class: 'quiet'}, t('close'))),
      h('p', {class: 'soft'}, t('keys-change')),
      h('table', {}, h('thead', {class: 'unseen'}, h('tr', {}, h('th', {scope: 'col'}, t('action')), h('th', {scope: 'col'}, t('key')))), body),
      h('p', {}, h('button', {type: 'button', class: 'quiet', click: () => { set('keys', null); rows(); }}, t('keys-reset')))));
  const rows = () => body.replaceChildren(...ACTIONS.map(([name]) => h('tr', {},
    h('th', {scope: 'row'}, t(`do-${name}`)),
    h('td', {}, h('button', {type: 'button', class: 'key', 'aria-label': `${t(`do-${name}`)}: ${shown(keyOf(name))}`, click: event => change(event.currentTarget, name)}, shown(keyOf(name)))))));
  const change = (button, name) => {
    button.textContent = t('keys-press');
    button.setAttribute('aria-label', t('keys-press'));
    const listen = event => {
      event.preventDefault();
      event.stopPropagation();
      if (['Alt', 'Control', 'Shift', 'Meta'].includes(event.key)) return;
      removeEventListener('keydown', listen, true);
      const key = pressed(event);
      if (key !== 'Escape' || name === 'leave') set('keys', {...chosen(), [name]: key});
      rows();
      body.querySelectorAll('button')[ACTIONS.findIndex(([own]) => own === name)].focus();
    };
    addEventListener('keydown', listen, true);
  };
  rows();
  document.body.append(dialog);
  dialog.showModal();
}
