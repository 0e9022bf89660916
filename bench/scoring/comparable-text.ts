/**
 * The words of a text as they are compared, the same for every program and every reference:
 * - lower case, no punctuation, curly apostrophes made straight, hyphens taken as spaces;
 * - notes of sounds and broken words in `<…>` and `[…]` are left out;
 * - spelt letters in one token: AMI's `H_T_M_L_`, `H-T-M-L` and `H.T.M.L.` are all `html`;
 * - "Mm-hmm", "mm hmm" are `mmhmm`, "uh-huh" is `uhhuh`; `hm`, `hmmm` are `hmm`; `ok` is `okay`; English titles
 *   (`Mr.`) are written out;
 * - numbers stay as they are written (`25` and `twenty-five` differ, for everybody alike), but for separators of
 *   thousands; so do spellings (`colour`, `color`).
 */
export function comparableText(text: string): string[] {
  return joinMurmurs(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[’ʼ‘`]/gu, "'")
      .replace(/<[^>]*>|\[[^\]]*\]/gu, ' ')
      // French: « qu’« on » is one word around an opening quote.
      .replace(/'\s*[«“"]\s*/gu, "'")
      .replace(/(?<=\d)[.,\s](?=\d{3}(?!\d))/gu, '')
      .replace(SPELT, (letters) => letters.replace(/[^\p{L}]/gu, ''))
      .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
      .split(' ')
      .map((word) => plain(word.replace(/^'+|'+$/gu, '')))
      .filter((word) => word !== ''),
  )
}

/** Single letters held together by `_`, `-` or `.`, two or more; AMI writes a lone one as `s_`. */
const SPELT =
  /(?<![\p{L}\p{N}'])(?:\p{L}_)+(?![\p{L}])|(?<![\p{L}\p{N}'])\p{L}(?:[-.]\p{L})+\.?(?![\p{L}\p{N}'])/gu

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  mr: 'mister',
  mrs: 'missus',
  dr: 'doctor',
  ok: 'okay',
}

function plain(word: string): string {
  if (/^h+m+$/u.test(word)) return 'hmm'
  if (/^mm+$/u.test(word)) return 'mm'
  if (/^mm+h+m+$/u.test(word)) return 'mmhmm'
  return WRITTEN_OUT[word] ?? word
}

function joinMurmurs(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    if ((before === 'mm' && word === 'hmm') || (before === 'uh' && word === 'huh')) {
      joined[joined.length - 1] = before === 'mm' ? 'mmhmm' : 'uhhuh'
    } else joined.push(word)
  }
  return joined
}
