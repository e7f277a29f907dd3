// Questions to the server, and what it tells without being asked.

import {setting, set} from './kept.js';

export class Refused extends Error {
  constructor(status, body) {
    super(body?.message ?? String(status));
    this.status = status;
    this.body = body;
  }
}

const TOKEN = /^#([0-9a-f]{32})$/;

/** Whether the address is one that the desk printed. */
export const isPrinted = () => TOKEN.test(location.hash);

/** Exchanges what stands in the address for a key, and takes it out of the address. */
export async function enter() {
  const token = TOKEN.exec(location.hash)?.[1];
  if (!token) return Boolean(setting('key'));
  history.replaceState(null, '', '/');
  const response = await fetch('/api/enter', {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({token}),
  });
  if (!response.ok) return false;
  set('key', (await response.json()).key);
  return true;
}

/** Asks a question. */
export async function ask(question, body = {}) {
  const response = await fetch(`/api/${question}`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'X-Satz-Key': setting('key') ?? ''},
    body: JSON.stringify(body),
  });
  const text = await response.text();
  let answer = null;
  try { answer = JSON.parse(text); } catch { answer = {message: text}; }
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

export let client = '';

/** Listens to the server; `heard` gets every event, `lost` hears of a connection that breaks. */
export async function listen(heard, lost) {
  const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  for (let pause = 500; ; pause = Math.min(pause * 2, 8000)) {
    try {
      const ticket = await ask('listen');
      client = ticket.client;
      const source = new EventSource(`/events/${ticket.ticket}`);
      await new Promise((_, broken) => {
        source.onopen = () => { pause = 500; };
        source.onmessage = message => heard(JSON.parse(message.data));
        source.onerror = () => { source.close(); broken(new Error('lost')); };
      });
    } catch (error) {
      lost(error);
      if (error.status === 401) return;
      await wait(pause);
    }
  }
}
