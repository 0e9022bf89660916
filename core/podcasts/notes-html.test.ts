import fc from 'fast-check'
import { expect, it } from 'vitest'
import { escapedMd } from '../formats/documents/md.ts'
import { notesHtml } from './notes-html.ts'
import { showNotesMarkdown } from './show-notes-text.ts'

const draft = {
  title: '14: *glue* & ice',
  atMs: null,
  description: 'Forty <people>.',
  people: ['Nora_W'],
  chapters: [
    { atMs: 0, title: 'Forty [1]', link: 'https://a.example/a_b?x=1&y=2' },
    { atMs: 60_000, title: 'Ice', link: '' },
  ],
  links: ['https://b.example/x'],
  quotes: [{ atMs: 3_000, text: '# Not a heading.', speaker: 'Ada', about: '' }],
}

it('is a draft as it reads', () => {
  expect(notesHtml(showNotesMarkdown(draft, { language: 'en', locale: 'en-GB' })))
    .toBe(`<h1>14: *glue* &amp; ice</h1>
<p>Forty &lt;people&gt;.</p>
<h2>People</h2>
<ul>
<li>Nora_W</li>
</ul>
<h2>Chapters</h2>
<ul>
<li>0:00 <a href="https://a.example/a_b?x=1&amp;y=2">Forty [1]</a></li>
<li>1:00 Ice</li>
</ul>
<h2>Links</h2>
<ul>
<li><a href="https://b.example/x">https://b.example/x</a></li>
</ul>
<h2>Quotes</h2>
<blockquote>
<p># Not a heading.</p>
<p>Ada, 0:03</p>
</blockquote>`)
})

it('knows what people write, and makes no link of what is none', () => {
  expect(notesHtml('Two\nlines **a _b_ c** and _d_, `<e>`, 1\\. f_g_h 2 * 3 * 4\r\n1. one\r\n2) two')).toBe(
    '<p>Two\nlines <strong>a <em>b</em> c</strong> and <em>d</em>, <code>&lt;e&gt;</code>, 1. f_g_h 2 * 3 * 4</p>\n<ol>\n<li>one</li>\n<li>two</li>\n</ol>',
  )
  expect(notesHtml('[a](javascript:alert(1)) <b onclick="x"> [m](mailto:a@a.example)')).toBe(
    '<p>[a](javascript:alert(1)) &lt;b onclick=&quot;x&quot;&gt; <a href="mailto:a@a.example">m</a></p>',
  )
  expect(notesHtml('')).toBe('')
  expect(notesHtml('> '.repeat(100_000)).match(/<blockquote>/gu)).toHaveLength(9)
})

it('whatever is typed, it has no other elements than its own', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<script>',
      '"',
      '[',
      '](',
      ')',
      '**',
      '_',
      '`',
      '> ',
      '- ',
      '\n',
      '\\',
      '<https://a.example/">',
      '# ',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = notesHtml(pieces.join(''))
      const rest = html
        .replaceAll(/<\/?(?:h[1-6]|p|ul|ol|li|blockquote|strong|em|code|a)>/gu, '')
        .replaceAll(/<a href="(?:https?:|mailto:)[^"<>]*">/gu, '')
      expect(rest).not.toMatch(/[<>]/u)
    }),
  )
})

it('text that is escaped for Markdown is that text again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (text) => {
      const line = text.trim()
      const signs = line
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
      expect(notesHtml(escapedMd(line))).toBe(line === '' ? '' : `<p>${signs}</p>`)
    }),
  )
})
