import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineText, notesText, plainText } from './plain-text.ts'

it.each([
  ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
  ['a<br/>b', 'a\nb'],
  ['<ul><li>x</li><li>y</li></ul>', '- x\n- y'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['caf&eacute; &#8211; &#x2019; &euro; &nosuch; &amp;lt;', 'café – ’ € &nosuch; &lt;'],
  ['<script>alert(1)</script>safe<!-- no -->', 'safe'],
  ['<a href="https://a.example">link</a>', 'link'],
  ['<p<p>>one<<b>b>two', 'onetwo'],
  ['<b>2 < 3</b> and <i>4 > 3</i>', '2 < 3 and 4 > 3'],
  ['&#0;&#xD800;&#1114112;', '\uFFFD\uFFFD\uFFFD'],
])('%j is %j', (html, text) => {
  expect(plainText(html)).toBe(text)
})

it('keeps the lines of notes that are no HTML', () => {
  expect(notesText('One\r\n  two\n\n\n\nthree &amp; four')).toBe('One\ntwo\n\nthree & four')
  expect(lineText('A\n<b>title</b>')).toBe('A title')
})

it('ends and leaves no tag, whatever it gets', () => {
  // A search that backtracks at each character would take hours.
  for (const hostile of ['<', ' ', '<!--', '<script', '&', '<a ', '\n ', '\u00A0', '>']
    .map((part) => part.repeat(100_000))
    .concat(['<'.repeat(90_000) + '>'.repeat(90_000), '<a '.repeat(40_000) + '>'.repeat(40_000)])) {
    expect(plainText(hostile).length).toBeLessThanOrEqual(50_000)
    expect(notesText(hostile).length).toBeLessThanOrEqual(50_000)
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<', '>', 'p', '/', 'br', ' ', 'x')), (parts) => {
      expect(plainText(parts.join(''))).not.toMatch(/<br>|<p>/u)
    }),
    { numRuns: 2_000 },
  )
})
