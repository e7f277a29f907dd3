// Elements made of names, attributes and children: text is always text, never markup.

/** Makes an element. Functions are listeners, `class` may be a list, null children are left out. */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (key === 'value' || key === 'checked') element[key] = value;
    else if (key === 'class') element.className = [value].flat().filter(Boolean).join(' ');
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts children in the place of those an element has. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Puts children in the place of those an element has; who was on one of them is on the one in its place. */
export function refill(element, ...children) {
  const path = [];
  const focused = element.contains(document.activeElement) ? document.activeElement : element;
  for (let at = focused; at !== element; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at));
  fill(element, ...children);
  const same = path.reduce((at, index) => at?.children[index], element);
  if (path.length && same?.tagName === focused.tagName) same.focus({preventScroll: true});
  return element;
}

/** Calls a function once nothing has asked for it for a while. */
export function later(milliseconds, work) {
  let timer = 0;
  const call = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), milliseconds);
  };
  call.cancel = () => clearTimeout(timer);
  return call;
}

/** A text as it is seen, and as it is heard where what is marked in it would not be. */
export const asHeard = (seen, heard) => [h('span', {'aria-hidden': 'true'}, seen), h('span', {class: 'unseen'}, heard)];

const unsaid = {status: [], alert: []};

/** Says something to people who do not see it happen; `more` is a text in a language of its own. */
export function say(text, isUrgent = false, more = null) {
  const name = isUrgent ? 'alert' : 'status', region = document.getElementById(name);
  // What comes at once is said together, and the same sentence again is said again.
  if (!unsaid[name].length) {
    region.textContent = '';
    setTimeout(() => fill(region, unsaid[name].splice(0)), 20);
  }
  unsaid[name].push(h('div', {}, text, more && [' ', h('span', {lang: more.lang}, more.text)]));
}

/** Whether somebody wants things to stand still. */
export const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
