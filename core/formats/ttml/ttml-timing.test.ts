import { expect, test } from 'vitest'
import { found } from '../testing/read-cues.ts'
import { ttmlRules, ttmlRulesBeyondImsc } from '../testing/ttml-rules.ts'
import { shownAt } from './testing/imsc.ts'
import { readTtml } from './ttml-reader.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

test.each([...ttmlRules, ...ttmlRulesBeyondImsc])('TTML2 $clause', ({ file, cues }) => {
  expect(found(readTtml(file)).cues).toEqual(cues)
})

test.each(ttmlRules)('W3C’s reader shows the same: $clause', ({ file, cues }) => {
  const times = cues.map((cue) => {
    const [, from = '', to = '', text = ''] = /^(\d+)–(\d+) (.*)$/.exec(cue) ?? []
    return { fromMs: Number(from), toMs: Number(to), text }
  })
  const edges = [...new Set(times.flatMap(({ fromMs, toMs }) => [fromMs, toMs]))].toSorted((a, b) => a - b)
  // Between each two changes, and after the last.
  const between = edges.map((edge, at) => (edge + (edges[at + 1] ?? edge + 1_000)) / 2)
  for (const ms of between) {
    const ours = times.filter(({ fromMs, toMs }) => fromMs <= ms && ms < toMs).map(({ text }) => text)
    const { said, shown } = shownAt(file, ms / 1_000)
    expect(said).toEqual([])
    const theirs = shown.map(({ text }) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' / '),
    )
    expect({ ms, text: theirs.join(' / ') }).toEqual({ ms, text: ours.join(' / ') })
  }
})

test('what is never shown, and animations, are reported with their lines', () => {
  const text = `<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling"><body><div>
    <p begin="1s" end="2s"><set tts:color="red" begin="0.5s"/>a<span begin="5s">late</span></p>
    <p begin="2s" end="3s" tts:display="none">hidden</p>
    <p begin="4s" end="3s">turned</p>
  </div></body></tt>`
  const { document, corrections } = readTtml(text)
  expect(found({ document, corrections }).cues).toEqual(['1000–2000 a', '4000–4020 turned'])
  expect(corrections).toEqual([
    { code: 'tags-dropped', line: 2, detail: 'set color' },
    { code: 'content-dropped', line: 2, detail: 'late' },
    { code: 'content-dropped', line: 3, detail: 'hidden' },
    { code: 'end-not-after-start', line: 4, detail: '4000–3000' },
  ])
})

test('words that begin one after another and stay end in a refusal, not in a standstill', () => {
  const spans = Array.from({ length: 2_000 }, (_, at) => `<span begin="${at}ms">w</span>`).join('')
  const text = `<tt><body><div><p begin="0s" end="99s">${spans}</p></div></body></tt>`
  expect(() => readTtml(text)).toThrow(UnreadableText)
})
