import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spoken } from '../../captions/testing/spoken.ts'
import { escapedHeading, escapedMd, md } from './md.ts'
import { notesHtml } from '../../podcasts/notes-html.ts'
import { documentOf, english, sampleDocument, withChapters } from '../testing/sample-document.ts'
import { txt } from './txt.ts'

const paragraphs = spoken([
  ['A', 3_605_000, 3_606_000, 'Hello *you*.'],
  ['A', 3_607_000, 3_608_000, '1. Who is there?'],
  ['B', 3_609_000, 3_610_000, 'Me.'],
])

test('the sample conversation', async () => {
  const { text } = md.write!(sampleDocument('resources/samples/conversation-fr.json'), english)
  await expect(text).toMatchFileSnapshot('md.golden')
})

test('names and times are left out where they are not wanted', () => {
  const document = documentOf(paragraphs)
  const write = (options: object) => md.write!(document, { ...english, ...options }).text
  expect(write({})).toBe(
    [
      '**Speaker 1** (1:00:05)',
      String.raw`Hello \*you\*.`,
      '(1:00:07)',
      String.raw`1\. Who is there?`,
      '**Speaker 2** (1:00:09)',
      'Me.\n',
    ].join('\n\n'),
  )
  expect(write({ times: false })).toBe(
    [
      '**Speaker 1**',
      String.raw`Hello \*you\*.`,
      String.raw`1\. Who is there?`,
      '**Speaker 2**',
      'Me.\n',
    ].join('\n\n'),
  )
  expect(write({ speakerNames: false, times: false })).not.toContain('Speaker')
  expect(txt.write!(document, { ...english, times: false }).text).toBe(
    'Speaker 1\nHello *you*.\n\n1. Who is there?\n\nSpeaker 2\nMe.\n',
  )
  expect(txt.write!(document, { ...english, speakerNames: false }).text).toMatch(/^\(1:00:05\)\nHello/u)
})

test('sounds and notes look like what they are', () => {
  const [first, second] = paragraphs
  const document = documentOf([
    { ...first!, kind: 'sound', speakerId: null },
    { ...second!, kind: 'note', speakerId: null },
  ])
  expect(md.write!(document, { ...english, times: false }).text).toBe(
    `${String.raw`*Hello \*you\*.*`}\n\n${String.raw`> 1\. Who is there?`}\n`,
  )
})

test('chapters are headings above what is said in them, as on the page', () => {
  const document = documentOf(paragraphs)
  const titled = { ...document, recording: { ...document.recording, title: 'A talk' } }
  const given = withChapters(
    titled,
    [3_606_900, 'Who *is*\nit?'],
    [3_609_000, ''],
    [3_609_001, 'A picture', false],
  )
  const write = (options: object) => md.write!(given, { ...english, ...options }).text
  expect(write({})).toBe(
    [
      '# A talk',
      '**Speaker 1** (1:00:05)',
      String.raw`Hello \*you\*.`,
      String.raw`## Who \*is\* it? (1:00:06)`,
      // Its speaker is named again.
      '**Speaker 1** (1:00:07)',
      String.raw`1\. Who is there?`,
      '## Chapter 2 (1:00:09)',
      '**Speaker 2** (1:00:09)',
      'Me.\n',
    ].join('\n\n'),
  )
  expect(write({ times: false })).toContain(String.raw`## Who \*is\* it?` + '\n\n')
})

test('a heading keeps what means nothing in it', () => {
  const title = '#12: Who? "Best & worst" # 2 ##'
  expect(escapedHeading(title)).toBe(String.raw`#12: Who? "Best & worst" # 2 \#\#`)
  expect(notesHtml(`# ${escapedHeading(title)}`)).toBe(
    '<h1>#12: Who? &quot;Best &amp; worst&quot; # 2 ##</h1>',
  )
})

describe('escapedMd', () => {
  test.each([
    ['# no heading', String.raw`\# no heading`],
    ['- no list', String.raw`\- no list`],
    ['12) no list', String.raw`12\) no list`],
    ['<b> & [x](y)', String.raw`\<b> & \[x\](y)`],
    ['mail a_b@c.fr _so_', String.raw`mail a_b@c.fr \_so\_`],
    ['C:\\x', 'C:\\\\x'],
    ['R & D, R&D, &#38;', String.raw`R & D, R\&D, \&#38;`],
    ['> no quote > x', String.raw`\> no quote > x`],
  ])('%s', (text, escaped) => {
    expect(escapedMd(text)).toBe(escaped)
  })

  test('takes nothing away and leaves no mark that means something', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '1', ...'\\`*_{}[]<>&~|$#+-=.!)'.split('')),
      maxLength: 20,
    })
    fc.assert(
      fc.property(text, (original) => {
        const escaped = escapedMd(original)
        expect(escaped.replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')).toBe(original)
        const bare = escaped.replaceAll(/\\[!-/:-@[-`{-~]/gu, '')
        expect(bare).not.toMatch(/[\\`*<[\]~|]/u)
        expect(escaped).not.toMatch(/(?<!\\)&(?:#|\w)/u)
        expect(escaped).not.toMatch(/^(?:[#+=>-]|\d+[.)])/u)
      }),
    )
  })
})
