// Codes in a sentence: what a translation needs as it stands, and a person must not mistype.

const CODE = /\{[^{}]*\}|!?\[(?=[^\]]*\]\()|\]\([^)\s]*(?:\s+"[^"]*")?\)|\[\^[^\]]+\]|`[^`]+`|\*\*|__|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])|<[^<>\s][^<>]*>|&(?:#\d+|#x[0-9a-f]+|\w+);|https?:\/\/[^\s)>\]]+/giu;

/** The codes of a sentence, in order. */
export const codes = text => text.match(CODE) ?? [];

/** A sentence cut at its codes: `[isCode, text]`. */
export function parts(text) {
  const found = [];
  let at = 0;
  for (const match of text.matchAll(CODE)) {
    if (match.index > at) found.push([false, text.slice(at, match.index)]);
    found.push([true, match[0]]);
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push([false, text.slice(at)]);
  return found;
}

/** The first code of a sentence that its translation does not have yet; null if it has all. */
export function nextCode(source, typed) {
  const wanted = new Map();
  for (const code of codes(source)) {
    wanted.set(code, (wanted.get(code) ?? 0) + 1);
    if (typed.split(code).length - 1 < wanted.get(code)) return code;
  }
  return null;
}
