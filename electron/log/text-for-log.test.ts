import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { textForLog } from './text-for-log.ts'

function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('textForLog', () => {
  it.each([
    [
      'a bug',
      () => {
        throw new TypeError('paragraphs is not iterable')
      },
      /^TypeError: paragraphs is not iterable\n\s+at /u,
    ],
    [
      'a fault of the machine',
      () => {
        throw new Fault('disk.full', { neededMegabytes: 12 }, 'ENOSPC')
      },
      /^disk\.full \{"neededMegabytes":12\}\nENOSPC\n\s+at /u,
    ],
    [
      'what caused it',
      () => {
        throw new Error('the job ended', { cause: new RangeError('out of range') })
      },
      /the job ended[^]*caused by RangeError: out of range/u,
    ],
    [
      'what is no error',
      () => {
        throw 'Nora said so'
      },
      /^thrown: string$/u,
    ],
  ])('tells of %s what is needed to mend it', (_, work, expected) => {
    expect(textForLog(thrown(work))).toMatch(expected)
  })

  const words = 'Nora said the well is dry'
  it.each<[string, () => unknown]>([
    ['JSON that cannot be read', () => JSON.parse(`${words} {`)],
    ['JSON that is cut', () => JSON.parse(`{"text": "${words}`)],
    [
      'a value that a schema refuses',
      () => {
        throw new Error(`expected a number, found "${words}"`)
      },
    ],
    [
      'a quotation that is not closed',
      () => {
        throw new Error(`Unterminated string "${words}\nand more`)
      },
    ],
    [
      'a French one',
      () => {
        throw new Error(`mot inconnu «\u00a0${words}\u00a0»`)
      },
    ],
    [
      'a fault that names them',
      () => {
        throw new Fault('edit.refused', { reason: words }, words)
      },
    ],
    [
      'a cause',
      () => {
        throw new Error('no', { cause: new Fault('format.unreadable', { file: words }, words) })
      },
    ],
    [
      'a text that was thrown',
      () => {
        throw words
      },
    ],
  ])('holds no word of a transcript: %s', (_, work) => {
    const text = textForLog(thrown(work))
    for (const word of ['Nora', 'well', 'dry']) expect(text).not.toContain(word)
  })
})
