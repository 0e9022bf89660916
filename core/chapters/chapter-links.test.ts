import { expect, it } from 'vitest'
import { chapterMoment, chaptersAmong } from './chapter.ts'
import { readChaptersJson, writeChaptersJson } from '../formats/json/chapters-json.ts'
import { webLink } from '../links/web-link.ts'

it.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  [' http://example.org ', 'http://example.org'],
  ['HTTPS://example.org/é', 'HTTPS://example.org/é'],
  ['mailto:nora@example.org', 'mailto:nora@example.org'],
])('%j leads somewhere', (given, link) => {
  expect(webLink(given)).toBe(link)
})

const NONE = [
  '',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript://example.org/%0aalert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'smb://host/share',
  'parolo://x',
  '//example.org',
  '/relative',
  'https:',
  'https://',
  'https:example.org',
  'mailto:',
  'https://example.org/a b',
  'https://example.org/"onclick="x',
  'https://example.org/<script>',
  `https://example.org/${'x'.repeat(5_000)}`,
]

it.each(NONE)('%j is no link', (given) => {
  expect(webLink(given)).toBe('')
})

it('chapters neither take over nor publish another link', () => {
  for (const bad of NONE.slice(1)) {
    const chapters = [{ startTime: 0, title: 'a', url: bad, img: bad }]
    expect(readChaptersJson(JSON.stringify({ chapters }))).toMatchObject([{ link: '', picture: '' }])
    const found = { atMs: 0, title: 'a', link: bad, picture: bad, isListed: true }
    expect(writeChaptersJson([found])).not.toMatch(/"(?:url|img)"/u)
    expect(chapterMoment({ id: 'c', ...found }).value).toEqual({ title: 'a' })
    // As in another program's file.
    const stored = { id: 'c', kind: 'chapter', atMs: 0, value: { title: 'a', link: bad, picture: bad } }
    expect(chaptersAmong([stored])).toMatchObject([{ link: '', picture: '' }])
  }
})
