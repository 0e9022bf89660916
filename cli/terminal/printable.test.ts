import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { printable } from './printable.ts'
import { Terminal } from './terminal.ts'

const HOSTILE = 'a\u001B]0;owned\u0007\u009B31mb\r\n\tfake line\u202Egnp.exe\u2066\u2028\u007F'
const SHOWN = String.raw`a\u001b]0;owned\u0007\u009b31mb\u000d\u000a\u0009fake line\u202egnp.exe\u2066\u2028\u007f`

describe('what is printed', () => {
  it('holds nothing that a terminal obeys; letters of any language stay', () => {
    expect(printable(HOSTILE)).toBe(SHOWN)
    for (const text of ['Été à 9 h\u00A0: « œuf »', 'שלום\u200F', 'e\u0301 👩‍🚒 \u{1F600}', '日本'])
      expect(printable(text)).toBe(text)
    expect(printable('a\r\nb\rc\td', '\n\t')).toBe('a\r\nb\\u000dc\td')
  })

  const terminal = (mode: 'none' | 'json', isTTY = true) => {
    let printed = ''
    const write = (content: string | Uint8Array) => {
      printed += typeof content === 'string' ? content : Buffer.from(content).toString('utf8')
    }
    const made = new Terminal('en', mode, { stdout: { write, isTTY }, stderr: { write } })
    return { made, printed: () => printed }
  }

  it('is one line for each line of the program, whatever a title holds', () => {
    const { made, printed } = terminal('none')
    made.lines([HOSTILE, ['1', HOSTILE, 2]])
    made.note('added', {}, made.words('add.added', { title: HOSTILE, id: 'i' }))
    made.error(new Fault('media.not-found', { file: HOSTILE }), `${HOSTILE}.mp3`)
    made.error(new Fault('ffmpeg.failed', { file: HOSTILE }, `one\ntwo ${HOSTILE}`))
    made.status('s', {}, HOSTILE)
    expect(printed().replaceAll(/\r?\n|\t/gu, '')).not.toMatch(/[\p{Cc}\u202E\u2066\u2028]/u)
    expect(
      printed()
        .split('\n')
        .filter((line) => /^\s*fake line/u.test(line)),
    ).toEqual([])
    expect(printed()).toContain(`${SHOWN}\n1\t${SHOWN}\t2\n`)
  })

  it('is valid JSON with the very title for a program', () => {
    const { made, printed } = terminal('json')
    made.note('added', { title: HOSTILE }, 'x')
    expect(JSON.parse(printed())).toEqual({ type: 'added', title: HOSTILE })
    expect(printed().trimEnd()).not.toMatch(/[\p{Cc}\u202E\u2066\u2028]/u)
    const listed = terminal('none')
    listed.made.result(`${JSON.stringify([{ title: HOSTILE }], null, 2)}\n`)
    expect(JSON.parse(listed.printed())).toEqual([{ title: HOSTILE }])
  })

  it('is the file as it is for a program, and cleaned for a person', () => {
    const file = Buffer.from(HOSTILE)
    const [piped, shown] = [terminal('none', false), terminal('none')]
    piped.made.result(file)
    shown.made.result(file)
    expect(piped.printed()).toBe(HOSTILE)
    expect(shown.printed().replaceAll(/\r?\n|\t/gu, '')).not.toMatch(/[\p{Cc}\u202E]/u)
  })
})
