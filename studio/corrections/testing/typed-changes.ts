import type { ReturnedFormat } from '#core/corrections/returned-formats'
import type { ShownBlock } from '#core/corrections/shown-text'
import { escapedInMd } from '#core/formats/documents/md'
import { escapedXml } from '#core/formats/reading/xml-text'

/** What a person does at a word of a file: `at` counts the words that are shown, without placeholders. */
export interface TypedChange {
  readonly at: number
  readonly kind: 'replace' | 'insert' | 'delete' | 'break' | 'join' | 'wrap'
  readonly text: string
}

interface Found {
  /** In the file's text (UTF-16 units). */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly block: number
  /** A placeholder is between it and the word before. */
  readonly isAfterGap: boolean
}

interface Replaced {
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface TypedText {
  readonly text: string
  /** The words that the file shows then, without placeholders. */
  readonly words: readonly string[]
  /** Whether words differ, not only where paragraphs, captions and lines break. */
  readonly isChanged: boolean
}

const isXml = (format: ReturnedFormat): boolean => format === 'docx' || format === 'html'
const isCaptions = (format: ReturnedFormat): boolean => format === 'srt' || format === 'vtt'

/** A file's text (of Word its `document.xml`) as a person leaves it; what a format cannot do there is left out. */
export function typeChanges(
  format: ReturnedFormat,
  file: string,
  blocks: readonly ShownBlock[],
  changes: readonly TypedChange[],
  isTracked: boolean,
): TypedText {
  const found = wordsIn(format, file, blocks)
  const shown: string[] = found.map(({ text }) => text)
  const replaced: Replaced[] = []
  let isChanged = false
  const used = new Set<number>()
  for (const { at, kind, text } of changes) {
    const index = at % Math.max(1, found.length)
    const [before, word] = [found[index - 1], found[index]]
    if (word === undefined || used.has(index)) continue
    const isWords = kind === 'replace' || kind === 'insert' || kind === 'delete'
    const made = isWords
      ? typedAt(format, word, kind, text, isTracked)
      : before === undefined || word.isAfterGap || used.has(index - 1)
        ? null
        : brokenAt(format, file, [before, word], kind)
    // How a number is written depends on the words beside it.
    const isBesideNumber = [found[kind === 'insert' ? index : index + 1], before].some((each) =>
      /^\d/u.test(each?.text ?? ''),
    )
    if (made === null || (isWords && isBesideNumber)) continue
    used.add(index)
    // A word deleted before a break would leave an empty line, where a caption ends.
    if (!isWords) used.add(index - 1)
    replaced.push(...made)
    if (!isWords) continue
    isChanged = true
    shown[index] = kind === 'replace' ? text : kind === 'delete' ? '' : `${text} ${word.text}`
  }
  const inOrder = replaced.toSorted((a, b) => b.from - a.from)
  const whole = inOrder.reduce(
    (left, each) => left.slice(0, each.from) + each.text + left.slice(each.to),
    file,
  )
  return { text: whole, words: shown.filter((each) => each !== ''), isChanged }
}

/** Where the file has the words that it shows, in order. */
function wordsIn(format: ReturnedFormat, file: string, blocks: readonly ShownBlock[]): Found[] {
  let at = Math.max(0, file.indexOf(format === 'html' ? '<main>' : '<w:body>'))
  let isAfterGap = false
  return blocks.flatMap((block, index) => {
    const words =
      block.wording === null
        ? block.words.map((word) => ({ ...word, text: block.text.slice(word.from, word.to) }))
        : block.text.split(' ').map((text) => ({ text, isPlaceholder: text.startsWith('[') }))
    return words.flatMap(({ text, isPlaceholder }) => {
      if (isPlaceholder) {
        isAfterGap = true
        return []
      }
      const written =
        isXml(format) || format === 'vtt' ? escapedXml(text) : format === 'md' ? escapedInMd(text) : text
      let from = file.indexOf(written, at)
      while (from >= 0 && !isWhole(file, from, from + written.length)) from = file.indexOf(written, from + 1)
      if (from < 0) throw new Error(`${format} does not show ${text}`)
      at = from + written.length
      const one = { from, to: at, text, block: index, isAfterGap }
      isAfterGap = false
      return [one]
    })
  })
}

/** Neither a part of a longer word nor of a time. */
const isWhole = (file: string, from: number, to: number): boolean =>
  !/[\p{L}\d:,.]$/u.test(file.slice(0, from)) && !/^[\p{L}\d:]/u.test(file.slice(to))

function typedAt(
  format: ReturnedFormat,
  { from, to }: Found,
  kind: 'replace' | 'insert' | 'delete',
  text: string,
  isTracked: boolean,
): Replaced[] {
  const written = isXml(format) || format === 'vtt' ? escapedXml(text) : text
  const typed = kind === 'delete' ? '' : kind === 'insert' ? `${written} ` : written
  const end = kind === 'insert' ? from : to
  if (format !== 'docx' || !isTracked) return [{ from, to: end, text: typed }]
  const by = 'w:id="7" w:author="Martin" w:date="2026-11-29T18:20:00Z"'
  const run = (name: string, own: string): string =>
    `<w:r><w:${name} xml:space="preserve">${own}</w:${name}></w:r>`
  const put = typed === '' ? '' : `<w:ins ${by}>${run('t', typed)}</w:ins>`
  const open = `</w:t></w:r>${put}`
  const close = '<w:r><w:t xml:space="preserve">'
  if (kind === 'insert') return [{ from, to: from, text: open + close }]
  // The word itself stays in the file, as deleted.
  return [
    { from, to: from, text: `${open}<w:del ${by}><w:r><w:delText xml:space="preserve">` },
    { from: to, to, text: `</w:delText></w:r></w:del>${close}` },
  ]
}

/** Null: the format cannot do that there. */
function brokenAt(
  format: ReturnedFormat,
  file: string,
  [before, word]: readonly [Found, Found],
  kind: 'break' | 'join' | 'wrap',
): Replaced[] | null {
  const [from, to] = [before.to, word.from]
  const between = file.slice(from, to)
  const isOne = between === ' '
  if (kind === 'wrap') {
    if (isXml(format)) return null
    return isOne ? [{ from, to, text: '\n' }] : between === '\n' ? [{ from, to, text: ' ' }] : null
  }
  if (kind === 'join') {
    if (isCaptions(format)) return joinedCaptions(file, [before, word])
    const isAcross = before.block !== word.block && !between.includes('comment')
    return isAcross ? [{ from, to, text: ' ' }] : null
  }
  if (!isOne) return null
  if (isCaptions(format)) return [{ from, to, text: captionBreak(format, file, from) }]
  const text = {
    docx: '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">',
    html: '</p>\n<p>',
    md: '\n\n',
    txt: '\n\n',
  }
  return [{ from, to, text: text[format as keyof typeof text] }]
}

const times = /^(?<start>[\d:,.]+) --> (?<end>[\d:,.]+)/gmu

/** Both captions show the times of the whole one. */
function captionBreak(format: ReturnedFormat, file: string, at: number): string {
  const [line = ''] = [...file.slice(0, at).matchAll(times)].at(-1) ?? []
  const voice =
    format === 'vtt' ? (/<v [^>]*>$/u.exec(file.slice(0, at).replace(/>[^<>]*$/u, '>'))?.[0] ?? '') : ''
  return `${voice === '' ? '' : '</v>'}\n\n99\n${line}\n${voice}`
}

/** The first one is shown until the second one ends; of one voice. */
function joinedCaptions(file: string, [before, word]: readonly [Found, Found]): Replaced[] | null {
  const between = file.slice(before.to, word.from)
  const second = [...between.matchAll(times)]
  const first = [...file.slice(0, before.to).matchAll(times)].at(-1)
  const voices = [...file.slice(0, word.from).matchAll(/<v [^>]*>/gu)].slice(-2).map(([voice]) => voice)
  const isOne = second.length === 1 && before.block === word.block && voices[0] === voices[1]
  const [end, own] = [second[0]?.groups?.['end'], first?.groups?.['end']]
  if (!isOne || first === undefined || end === undefined || own === undefined) return null
  const until = first.index + first[0].length
  return [
    { from: until - own.length, to: until, text: end },
    { from: before.to, to: word.from, text: '\n' },
  ]
}
