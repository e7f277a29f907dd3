// What differs between two texts, word by word.

const cut = text => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

/** Runs of words that stay, go or come: `[kind, text]` with kind 0, -1 or 1. */
export function diff(old, text) {
  const a = cut(old), b = cut(text);
  if (a.length * b.length > 250000) return [[-1, old], [1, text]];
  const lengths = Array.from({length: a.length + 1}, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i][j] = a[i] === b[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
  const runs = [];
  const push = (kind, word) => {
    const last = runs[runs.length - 1];
    if (last && last[0] === kind) last[1] += word;
    else runs.push([kind, word]);
  };
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { push(0, a[i]); i++; j++; }
    else if (j >= b.length || i < a.length && lengths[i + 1][j] >= lengths[i][j + 1]) push(-1, a[i++]);
    else push(1, b[j++]);
  }
  return runs;
}
