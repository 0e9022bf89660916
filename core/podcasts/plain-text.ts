/** Longer notes are truncated: a page of text has 3,000 characters. */
const LONGEST = 50_000

/**
 * The text of a piece of HTML, as in titles and notes of feeds; one line per block, an empty one between
 * paragraphs. Scripts and styles are dropped. A `<` that does not begin a tag stays.
 */
export function plainText(html: string): string {
  const text = html
    .slice(0, LONGEST * 4)
    .replaceAll(/<(script|style)\b.*?(?:<\/\1\s*>|$)/gisu, '')
    .replaceAll(/<!--.*?(?:-->|$)/gsu, '')
    .replaceAll(/[\t\r\n ]+/gu, ' ')
  return tidy(decodeEntities(withoutTags(text))).slice(0, LONGEST)
}

/** What a tag becomes in text; the first expression that it matches counts. */
const TAGS: readonly (readonly [RegExp, string])[] = [
  [/^<(?:br|hr)\b/iu, '\n'],
  [/^<li\b/iu, '\n- '],
  [/^<\/(?:p|h[1-6]|ul|ol|blockquote|table)\s*>/iu, '\n\n'],
  [/^<\/(?:div|tr|section|article)\s*>/iu, '\n'],
  [/^<\/?[a-z]/iu, ''],
]

/** The text without its tags, also those that only appear once a tag inside them is gone. In linear time. */
function withoutTags(html: string): string {
  // The text outside, then the text since each `<` that is still open.
  const open = [{ text: '', canBeTag: false }]
  for (const part of html.split(/([<>])/u)) {
    const last = open.at(-1)
    if (part === '<' || last === undefined) {
      open.push({ text: part, canBeTag: true })
    } else if (part === '>' && open.length > 1) {
      open.pop()
      const [, written] = (last.canBeTag && TAGS.find(([tag]) => tag.test(`${last.text}>`))) || []
      const around = open.at(-1)
      if (around === undefined) continue
      around.text += written ?? `${last.text}>`
      if (written === undefined) around.canBeTag = false
    } else {
      last.text += part
    }
  }
  return open.map(({ text }) => text).join('')
}

/** Notes that may be HTML or text with line breaks. */
export const notesText = (written: string): string =>
  /<\/?[a-z][^<>]*>/iu.test(written) ? plainText(written) : tidy(decodeEntities(written)).slice(0, LONGEST)

/** A title: one line. */
export const lineText = (written: string): string =>
  plainText(written).replaceAll(/\s+/gu, ' ').trim().slice(0, 1_000)

// Line by line: an expression for spaces around a line end is quadratic in the length of a long run of
// spaces.
const tidy = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()

const decodeEntities = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d?));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(String(name)) ?? whole
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\uFFFD'
  })

/** HTML 4's names for U+00A0 to U+00FF, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

const named = new Map([
  ...LATIN_1.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(0xa0 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['hellip', '…'],
  ['euro', '€'],
  ['trade', '™'],
])
