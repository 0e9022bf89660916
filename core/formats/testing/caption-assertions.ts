import { formats } from '../formats.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import { vttCues } from '../vtt/vtt-cues.ts'
import { readVttSettings, type VttSettings } from '../vtt/vtt-settings.ts'
import { cuesRead } from './round-trip.ts'

type Expected = Partial<VttSettings> & {
  readonly id?: string
  readonly startMs?: number
  readonly endMs?: number
  readonly text?: string
}

/** What another project's tests assert about one of its files. */
export interface CaptionAssertion {
  /** Relative to the folder of caption files. */
  readonly path: string
  /** Number of cues, including those without text. */
  readonly count?: number
  /** Of the cue at each index. */
  readonly cues?: Readonly<Record<number, Expected>>
  /** Not a valid file of its format, or an error there stops the reader; here it is refused or reported. */
  readonly fails?: true
  /** Where we differ on purpose, and why. */
  readonly exception?: string
}

const wpt = (name: string, count: number, cues: readonly Expected[] = []): CaptionAssertion => ({
  path: `wpt-webvtt/file-parsing/${name}.vtt`,
  count,
  cues: Object.fromEntries(cues.entries()),
})
const py = (name: string, rest: Omit<CaptionAssertion, 'path'>): CaptionAssertion => ({
  path: `webvtt-py/${name}`,
  ...rest,
})
const second: Expected = { startMs: 0, endMs: 1_000 }

/**
 * From wpt webvtt/parsing (ASSERTIONS.md beside its files) and the tests of webvtt-py (`expected`). Where the
 * copied list and the file differ (texts are counted from 0 there, settings-line has 46 cues), the values are
 * what Chromium reads from the file.
 */
export const captionAssertions: readonly CaptionAssertion[] = [
  wpt('arrows', 6),
  wpt(
    'ids',
    5,
    [' leading space', 'trailing space ', '-- >', '->', ' '].map((id) => ({ id })),
  ),
  wpt(
    'newlines',
    4,
    ['cr', 'lf', 'crlf', 'lfcr'].map((id, index) => ({ id, text: `text${index}` })),
  ),
  wpt('nulls', 7, [
    { text: 'text0' },
    { id: '\uFFFD (null in id)', text: 'text1' },
    { id: '\uFFFD (null in cue data)', text: '\uFFFDtext\uFFFD2' },
    { align: 'center', text: 'text3' },
    { align: 'center', text: 'text4' },
    { align: 'center', text: 'text5' },
    { align: 'end', text: 'text6' },
  ]),
  wpt('timings-too-long', 2, [
    { ...second, text: 'text0' },
    { ...second, text: 'text1' },
  ]),
  wpt('timings-too-short', 2, [
    { ...second, text: 'text0' },
    { ...second, text: 'text1' },
  ]),
  wpt('timings-negative', 4, [
    { startMs: 0, endMs: 0 },
    { startMs: 1_000, endMs: 999 },
    { startMs: 60_000, endMs: 59_999 },
    { startMs: 3_600_000, endMs: 3_599_999 },
  ]),
  wpt(
    'timings-omitted-hours',
    3,
    ['text0', 'text1', 'text2'].map((text) => ({ ...second, text })),
  ),
  wpt('timings-60', 2, [
    { startMs: 0, endMs: 216_001_000, text: 'text1' },
    { startMs: 216_000_000, endMs: 216_001_000, text: 'text2' },
  ]),
  wpt('timings-eof', 0),
  {
    ...wpt('timings-garbage', 0),
    exception: 'one cue: a comma for the point is read where the specification alone finds no cue',
  },
  wpt('whitespace-chars', 3, [
    { id: 'spaces', text: '   text0' },
    { id: 'tabs', text: 'text1' },
    { id: 'form feed', text: 'text2' },
  ]),
  wpt(
    'settings-align',
    13,
    (
      [
        'center',
        'start',
        'center',
        'end',
        'left',
        'right',
        'end',
        'end',
        'end',
        'end',
        'end',
        'end',
        'center',
      ] as const
    ).map((align) => ({ align })),
  ),
  wpt(
    'settings-line',
    46,
    [-1, 0, 0, 1, 100, 101, 65_536, 4_294_967_296, 18_446_744_073_709_552_000, 1e34, 1.5].map((line) => ({
      line,
      snapToLines: true,
    })),
  ),
  wpt('header-garbage', 1, [{ ...second, text: 'text' }]),
  wpt('header-timings', 1, [{ ...second, text: 'text' }]),
  wpt('signature-bom', 0),
  wpt('signature-no-newline', 0),
  wpt('signature-timings', 0),
  wpt('stylesheets', 2),
  py('sample.vtt', { count: 16, cues: { 2: { startMs: 11_890, endMs: 16_320 } } }),
  py('one_caption.vtt', { count: 1, cues: { 0: { startMs: 500, endMs: 7_000, text: 'Caption text #1' } } }),
  py('missing_caption_text.vtt', { count: 5 }),
  py('metadata_headers.vtt', { count: 2 }),
  py('metadata_headers_multiline.vtt', { count: 2 }),
  py('using_identifiers.vtt', {
    count: 6,
    cues: { 1: { id: 'second caption' }, 2: { id: '' }, 3: { id: '4' } },
  }),
  py('comments.vtt', {
    count: 3,
    cues: { 0: { text: '- Ta en kopp varmt te.\n- Det är inte varmt.' }, 2: { text: '- Ta en kopp' } },
  }),
  py('styles.vtt', { count: 1 }),
  py('cue_tags.vtt', { cues: { 1: { text: 'Like a big-a pizza pie' }, 2: { text: "That's amore" } } }),
  py('captions_with_bom.vtt', { count: 4 }),
  py('youtube_dl.vtt', { cues: { 2: { text: "this will happen is I'm telling" } } }),
  py('invalid_timeframe_in_cue_text.vtt', { count: 4, cues: { 1: { text: '' } } }),
  py('invalid.vtt', { fails: true }),
  py('empty.vtt', { fails: true }),
  py('invalid_timeframe.vtt', { fails: true }),
  py('missing_timeframe.vtt', { fails: true }),
  py('sample.srt', { count: 5, cues: { 2: { startMs: 11_890, endMs: 16_320 } } }),
  py('one_caption.srt', { count: 1, cues: { 0: { startMs: 500, endMs: 7_000, text: 'Caption text #1' } } }),
  py('missing_caption_text.srt', { count: 4 }),
  py('missing_timeframe.srt', { fails: true }),
  py('invalid_timeframe.srt', { fails: true }),
  ...[1, 2, 3, 4].map((number) => py(`invalid_format${number}.srt`, { fails: true })),
  py('sample.sbv', {
    count: 5,
    cues: {
      1: { startMs: 11_378, endMs: 12_305, text: 'Caption text #2' },
      2: { text: 'Caption text #3 (line 1)\nCaption text #3 (line 2)' },
    },
  }),
  py('missing_timeframe.sbv', { fails: true }),
  py('invalid_timeframe.sbv', { fails: true }),
  py('invalid_format.sbv', { fails: true }),
]

/** The differences between a file as read and as asserted; none if equal. */
export function assertionFailures(
  { path, count, cues = {}, fails }: CaptionAssertion,
  content: string,
): string[] {
  const id = path.endsWith('.vtt') ? 'vtt' : path.endsWith('.srt') ? 'srt' : 'sbv'
  let corrections = 0
  let read: readonly Expected[] = []
  try {
    const result = formats[id].read?.(content)
    corrections = result?.corrections.length ?? 0
    read =
      id === 'vtt'
        ? vttFound(content)
        : result === undefined
          ? []
          : cuesRead(result.document).map(({ startMs, endMs, lines }) => ({
              startMs,
              endMs,
              text: lines.map(({ text }) => text).join('\n'),
            }))
  } catch (error) {
    if (!(error instanceof UnreadableText)) throw error
    return fails ? [] : [`refused: ${error.message}`]
  }
  if (fails) return corrections > 0 ? [] : ['read without a word']
  const failures = count === undefined || count === read.length ? [] : [`${read.length} cues, not ${count}`]
  for (const [index, expected] of Object.entries(cues)) {
    const own = { ...read[Number(index)] }
    for (const [key, value] of Object.entries(expected)) {
      const found = own[key as keyof Expected]
      if (found !== value)
        failures.push(`cue ${index}: ${key} ${JSON.stringify(found)}, not ${JSON.stringify(value)}`)
    }
  }
  return failures
}

/** The cues as the specification's parser returns them, their texts without tags. */
function vttFound(content: string): Expected[] {
  return vttCues(content.replace(/^\uFEFF/, '')).cues.map(({ id, startMs, endMs, settings, payload }) => ({
    id,
    startMs,
    endMs,
    text: payload.replaceAll(/<[^>]*>/g, ''),
    ...readVttSettings(settings),
  }))
}
