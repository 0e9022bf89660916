import { describe, expect, it, test } from 'vitest'
import { found } from '../testing/read-cues.ts'
import { readTtml } from './ttml-reader.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'

const body = (content: string, attributes = ''): string =>
  `<tt xmlns="http://www.w3.org/ns/ttml" ${attributes}><body><div>${content}</div></body></tt>`
const cues = (content: string, attributes = ''): string[] => found(readTtml(body(content, attributes))).cues

describe('times', () => {
  test.each([
    ['00:00:01.5', '', 1_500],
    ['1.5s', '', 1_500],
    ['1500ms', '', 1_500],
    ['0.5m', '', 30_000],
    ['00:00:01:12', 'ttp:frameRate="24"', 1_500],
    ['00:00:01:15', 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"', 1_501],
    ['45f', 'ttp:frameRate="30"', 1_500],
    ['15000000t', 'ttp:tickRate="10000000"', 1_500],
  ])('%s %s', (begin, attributes, ms) => {
    expect(cues(`<p begin="${begin}" end="99:00:00">a</p>`, attributes)).toEqual([`${ms}–356400000 a`])
  })

  it('of frames without a rate are reported', () => {
    const result = found(readTtml(body('<p begin="00:00:01:15" end="2s">a</p>')))
    expect(result).toEqual({ cues: ['1500–2000 a'], codes: ['frame-rate-missing'] })
  })

  it('add up from body to span, and a duration ends them', () => {
    const text =
      '<tt><body begin="10s"><div begin="1s"><p begin="1s" dur="2s">a<span begin="1s">b</span></p></div></body></tt>'
    expect(found(readTtml(text)).cues).toEqual(['12000–13000 a', '13000–14000 ab'])
  })

  it('follow one another in a sequence', () => {
    const text = '<tt><body><div timeContainer="seq"><p dur="2s">a</p><p dur="1s">b</p></div></body></tt>'
    expect(found(readTtml(text)).cues).toEqual(['0–2000 a', '2000–3000 b'])
  })
})

test('line breaks, spaces, entities, other prefixes, agents, language, title', () => {
  const { document, corrections } = readTtml(
    `<tt:tt xmlns:tt="http://www.w3.org/2006/10/ttaf1" xmlns:ttm="m" xml:lang="fr-CA"><tt:head><tt:metadata>
      <ttm:title>Le vélo</ttm:title><ttm:agent xml:id="a1"><ttm:name type="full">Nora</ttm:name></ttm:agent>
     </tt:metadata></tt:head><tt:body><tt:div>
      <tt:p begin="1s" end="2s" ttm:agent="a1">Tom &amp;
        Léa<tt:br/>sont&nbsp;là&#33;</tt:p></tt:div></tt:body></tt:tt>`,
  )
  expect(found({ document, corrections })).toEqual({
    cues: ['1000–2000 Nora: Tom & Léa / Nora: sont\u00A0là!'],
    codes: [],
  })
  expect(document.transcript.language).toBe('fr')
  expect(document.recording.title).toBe('Le vélo')
})

test('colors and other formatting of words that are read are reported once for each caption', () => {
  const text = `<tt xmlns="http://www.w3.org/ns/ttml"><head><styling>
    <style xml:id="y" color="Yellow"/><style xml:id="w" color="#FFFFFF"/></styling></head><body style="w"><div>
    <p begin="1s" end="2s">plain</p>
    <p begin="2s" end="3s" style="y">one <span>two</span><span style="w" fontWeight="bold"> three</span></p>
    <p begin="3s" end="4s"><span style="y"> </span>none</p></div></body></tt>`
  expect(readTtml(text).corrections).toEqual([
    { code: 'tags-dropped', line: 4, detail: 'color Yellow, fontWeight bold' },
  ])
})

test('what cannot be kept is reported with its line', () => {
  const { corrections } = readTtml(
    body('<p>never</p>\n<p begin="soon" end="2s">x</p>\n<p begin="3s">open</p>'),
  )
  expect(corrections.map(({ code, line }) => [code, line])).toEqual([
    ['time-unreadable', 2],
    ['end-missing', 1],
    ['end-missing', 3],
  ])
})

test('errors of XML are reported and passed over; entities of the file are not expanded; what is no TTML is refused', () => {
  const unclosed = found(readTtml('<tt><body><div><p begin="0s" end="1s">a</div></body></tt>'))
  expect(unclosed.cues).toEqual(['0–1000 a'])
  expect(unclosed.codes).toContain('xml-error')
  const bomb =
    '<!DOCTYPE tt [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;">]><tt><body><div><p begin="0s" end="1s">&b;</p></div></body></tt>'
  expect(found(readTtml(bomb)).cues).toEqual(['0–1000 &b;'])
  expect(() => readTtml('<rss/>')).toThrow(UnreadableText)
  expect(() => readTtml('nothing')).toThrow(UnreadableText)
  expect(() => readTtml('<tt>'.repeat(10_000))).toThrow(UnreadableText)
})
