import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { conversation } from '../../edits/testing/samples.ts'
import { html } from '../../formats/html/html.ts'
import { md } from '../../formats/documents/md.ts'
import { txt } from '../../formats/documents/txt.ts'
import { srt } from '../../formats/small-captions/srt.ts'
import { vtt } from '../../formats/vtt/vtt.ts'
import { MOST_COMMENTS } from './docx-comments.ts'
import { readReturned } from './read-returned.ts'

const recording = {
  title: 'The *night*',
  fileName: 'night.wav',
  durationMs: 8_000,
  sha256: 'ab'.repeat(32),
  moments: [{ id: 'k', kind: 'chapter', atMs: 2_000, value: 'Home' }] as const,
}
const origin = { transcriptId: 't-1', editNumber: 7 }
const document = { recording, transcript: conversation(), origin }
const names = new Set(['Anna', 'Speaker 2'])
const options = { speakerLabel: (number: number) => `Speaker ${number}`, name: 'night' }
const read = (fileName: string, text: string) => readReturned(fileName, strToU8(text), names)
const said = ['Who was there last night?', 'Nobody. They all went home.', 'That is what I thought.']
const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ')

describe('exports come back as their text', () => {
  it.each([
    ['txt', txt],
    ['md', md],
    ['html', html],
  ] as const)('%s, with names or times or without', (extension, format) => {
    for (const speakerNames of [true, false])
      for (const times of [true, false]) {
        const { text = '' } = format.write?.(document, { ...options, speakerNames, times }) ?? {}
        const { blocks } = read(`night.${extension}`, text)
        expect(blocks.map((block) => block.text)).toEqual(said)
        if (speakerNames) expect(blocks.map(({ name }) => name)).toEqual(['Anna', 'Speaker 2', 'Anna'])
      }
  })

  it.each([
    ['srt', srt],
    ['vtt', vtt],
  ] as const)('%s, its captions without dashes and names', (extension, format) => {
    for (const captionNames of ['never', 'change'] as const) {
      const { text = '' } = format.write?.(document, { ...options, captionNames }) ?? {}
      const { blocks } = read(`night.${extension}`, text)
      expect(oneLine(blocks.map((block) => block.text).join(' '))).toBe(said.join(' '))
    }
  })

  it('captions of a speaker whose name has a hyphen', () => {
    const { blocks } = readReturned(
      'a.srt',
      strToU8('1\n00:00:01,000 --> 00:00:02,000\nAnne-Marie: Who?\n'),
      new Set(['Anne-Marie']),
    )
    expect(blocks).toEqual([{ name: null, text: 'Who?' }])
    const { blocks: emptied } = readReturned(
      'a.srt',
      strToU8(
        '1\n00:00:01,000 --> 00:00:02,000\nAnne-Marie: \n\n2\n00:00:02,000 --> 00:00:03,000\nAnne-Marie: Who?\n',
      ),
      new Set(['Anne-Marie']),
    )
    expect(emptied.map(({ text }) => text).join('')).toBe('Who?')
  })

  it('captions have the names that stand in them alone, not those of the captions before', () => {
    const cue = (second: number, text: string): string => `00:0${second}.000 --> 00:0${second}.900\n${text}\n`
    const texts = ['Anna: Who was', 'there?', 'Ben: Nobody and', 'nothing']
    const at = texts.map((text, index) => cue(index, text)).join('\n')
    const { blocks } = read('a.vtt', `WEBVTT\n\n${at}\n${cue(5, 'Anna: Oh.')}\n${cue(6, 'Ben: Yes.')}`)
    expect(blocks.map(({ name }) => name)).toEqual(['Anna', null, 'Ben', null, 'Anna', 'Ben'])
  })

  it('a web page says where it is from, in no place that a reader sees', () => {
    const { text = '' } = html.write?.(document, options) ?? {}
    expect(read('night.html', text).origin).toEqual(origin)
    expect(text.slice(text.indexOf('<body'))).not.toContain('>t-1')
    expect(read('night.html', text.replace('t-1 7', 't-1 seven')).origin).toBeNull()
  })

  it('a name that was changed above a text, and one before a colon, are names', () => {
    const { text = '' } = txt.write?.(document, { ...options, times: false }) ?? {}
    const [first, second] = read('a.txt', text.replace('Speaker 2', 'Ben Okonjo')).blocks
    expect([first?.name, second?.name, second?.text]).toEqual(['Anna', 'Ben Okonjo', said[1]])
    expect(read('a.txt', `Anna: ${said[0]}\nSpeaker 2: ${said[1]}`).blocks).toEqual([
      { name: 'Anna', text: said[0] },
      { name: 'Speaker 2', text: said[1] },
    ])
  })
})

/** A Word document of paragraphs. */
function docx(body: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...others,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const readDocx = (...given: Parameters<typeof docx>) => readReturned('night.docx', docx(...given), names)

describe('a Word document', () => {
  it('has tracked insertions and deletions with author and time, and moves', () => {
    const by = 'w:author="Martin" w:date="2026-11-30T10:00:00Z"'
    const { blocks } = readDocx(
      `<w:p>${run('Who ')}<w:ins ${by}>${run('really ')}</w:ins>${run('was')}<w:del ${by}><w:r><w:delText> there</w:delText></w:r></w:del>${run(' last night?')}</w:p>`,
    )
    const atMs = Date.UTC(2026, 10, 30, 10)
    expect(blocks).toEqual([
      {
        name: null,
        text: 'Who really was last night?',
        tracked: [
          { from: 4, to: 11, by: 'Martin', atMs },
          { from: 14, to: 14, by: 'Martin', atMs },
        ],
      },
    ])
  })

  it('has comments with their replies, also those that end in another paragraph', () => {
    const comment = (id: number, author: string, text: string): string =>
      `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="P${id}">${run(text)}</w:p></w:comment>`
    const { blocks } = readDocx(
      `<w:p>${run('Who ')}<w:commentRangeStart w:id="0"/>${run('was there')}</w:p><w:p>${run('Nobody.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      {
        'word/comments.xml': `<w:comments xmlns:w="w" xmlns:w14="v">${comment(0, 'Martin', 'Sure?')}${comment(1, 'Léa', 'Yes.')}</w:comments>`,
        'word/commentsExtended.xml':
          '<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="P0"/><w15:commentEx w15:paraId="P1" w15:paraIdParent="P0"/></w15:commentsEx>',
      },
    )
    expect(blocks[0]?.comments).toMatchObject([
      { from: 4, to: 13, by: 'Martin', text: 'Sure?', replies: [{ by: 'Léa', text: 'Yes.' }] },
    ])
    expect(blocks[1]?.comments).toBeUndefined()
  })

  it('has comments on names, titles and cells of tables, and cells in which changes were tracked', () => {
    const by = 'w:author="Martin" w:date="2026-11-30T10:00:00Z"'
    const on = (id: number, text: string): string =>
      `<w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/>`
    const cell = (content: string): string => `<w:tc><w:p>${content}</w:p></w:tc>`
    const styled = (style: string, content: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`
    const comments = ['Add the date', 'Is it her?', 'Too late', 'written by the export'].map(
      (text, id) =>
        `<w:comment w:id="${id}" w:author="${id === 3 ? 'Parolo' : 'Martin'}"><w:p>${run(text)}</w:p></w:comment>`,
    )
    const { blocks } = readDocx(
      `${styled('Title', on(0, 'A night'))}<w:tbl><w:tr>${cell(on(2, '1 May'))}${cell(on(3, 'Call'))}${cell(
        `${run('Anna')}<w:ins ${by}>${run(' and Ben')}</w:ins>`,
      )}</w:tr></w:tbl>${styled('Speaker', on(1, 'Anna'))}<w:p>${run('Who was there?')}</w:p>`,
      { 'word/comments.xml': `<w:comments xmlns:w="w">${comments.join('')}</w:comments>` },
    )
    expect(blocks).toMatchObject([
      { name: null, text: '', comments: [{ text: 'Add the date' }] },
      { name: null, text: '', comments: [{ text: 'Too late' }] },
      { name: null, text: 'Anna and Ben', tracked: [{ from: 4, to: 12, by: 'Martin' }] },
      { name: 'Anna', text: 'Who was there?', comments: [{ from: 0, to: 1, text: 'Is it her?' }] },
    ])
  })

  it('leaves out macros and more comments than anybody writes, and says so', () => {
    const many = Array.from(
      { length: MOST_COMMENTS + 1 },
      (_, id) => `<w:comment w:id="${id}"><w:p>${run('x')}</w:p></w:comment>`,
    )
    const { leftOut, blocks } = readDocx(`<w:p>${run('Who')}</w:p>`, {
      'word/comments.xml': `<w:comments xmlns:w="w">${many.join('')}</w:comments>`,
      'word/vbaProject.bin': 'x',
    })
    expect(leftOut).toEqual(['comments', 'macros'])
    expect(blocks).toEqual([{ name: null, text: 'Who' }])
  })

  it('expands no entities, and is refused where it is none', () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Who &b;</w:t></w:r></w:p></w:body></w:document>`
    const { blocks } = readDocx('', { 'word/document.xml': bomb })
    expect(JSON.stringify(blocks)).not.toContain('haha')
    expect(() => readReturned('a.docx', strToU8('no archive'), names)).toThrow('')
    expect(() => readReturned('a.odt', strToU8(''), names)).toThrow('a.odt')
  })
})
