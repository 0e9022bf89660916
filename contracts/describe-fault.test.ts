import { describe, expect, it } from 'vitest'
import { describeFault } from './describe-fault.ts'
import { errorCodes } from './error-codes.ts'
import { Fault } from './errors.ts'

describe('every error code', () => {
  it.each(errorCodes)('%s has a message and a remedy, in both languages', (code) => {
    const [english, french] = (['en', 'fr'] as const).map((language) =>
      describeFault(new Fault(code), language),
    )
    expect(english).toMatchObject({
      code,
      message: expect.stringMatching(/\.$/u),
      remedy: expect.any(String),
    })
    expect(french?.message).not.toBe(english?.message)
    expect(french?.remedy).not.toBe(english?.remedy)
  })
})

describe('describeFault', () => {
  it('puts the values of a fault into its words, and keeps the technical text apart', () => {
    const fault = new Fault('media.no-audio', { file: 'film.mkv' }, 'Stream map matches no streams.')
    expect(describeFault(fault, 'en')).toEqual({
      code: 'media.no-audio',
      message: 'film.mkv has no audio track.',
      remedy: 'Choose a file that has sound.',
      detail: 'Stream map matches no streams.',
    })
    expect(describeFault(fault, 'fr').message).toContain('film.mkv')
  })

  it('has no detail where there is none', () => {
    expect('detail' in describeFault(new Fault('job.cancelled'), 'en')).toBe(false)
  })

  it('takes for a bug of ours whatever is no fault', () => {
    const described = describeFault(new TypeError('x is not a function'), 'en')
    expect(described).toMatchObject({
      code: 'internal',
      detail: expect.stringContaining('x is not a function'),
    })
    expect(describeFault('thrown text', 'fr')).toMatchObject({ code: 'internal', detail: 'thrown text' })
  })
})
