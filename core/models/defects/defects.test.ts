import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { driftsToEnglish } from './english-drift.ts'
import { limitsOf } from './kind-limits.ts'
import { languageToSet } from './set-language.ts'

describe('a drift into English', () => {
  it.each([
    ['fr', 'So the thing is that we were going to the market and it was very nice.'],
    ['fr', 'Alors voilà, it is what they have to do with that, donc on verra.'],
    ['de', 'Ich glaube, that you have to know what they are doing with this.'],
    ['nl', 'En toen the people that are there would have seen it.'],
    ['es', 'Bueno, and then they were there with the others because of that.'],
    ['pl', 'No i the people who are there would have seen that.'],
  ])('is found in %s: %s', (language, text) => {
    expect(driftsToEnglish(text, language)).toBe(true)
  })

  it.each([
    ['fr', 'On a regardé The Lord of the Rings hier soir, c’était très long.'],
    ['fr', 'Or, si tout le monde est là, on peut commencer, mais pas avant.'],
    ['fr', 'Le week-end, je fais du marketing et du design pour une start-up.'],
    ['de', 'Was will er also? Das war so, und dann hat er es nicht gesagt.'],
    ['nl', 'Dat is of was zo, we had het over de mensen, of niet.'],
    ['es', 'He visto que has comido, y no sé si es de él o de ella.'],
    ['pl', 'To jest do domu, my to wiemy, a on to wie.'],
    ['en', 'So the thing is that we were going to the market and it was nice.'],
    ['und', 'So the thing is that we were going to the market and it was nice.'],
    ['fr', 'the the the the the the'],
    ['fr', ''],
  ])('is not seen in %s: %s', (language, text) => {
    expect(driftsToEnglish(text, language)).toBe(false)
  })

  it('is found wherever it stands', () => {
    const french = fc.array(fc.constantFrom('bonjour', 'voilà', 'maison', 'donc'), { maxLength: 30 })
    fc.assert(
      fc.property(french, french, (before, after) => {
        expect(driftsToEnglish([...before, ...after].join(' '), 'fr')).toBe(false)
        const text = [...before, 'they have seen that with this', ...after].join(' ')
        expect(driftsToEnglish(text, 'fr')).toBe(true)
      }),
    )
  })
})

describe('the limits of a kind', () => {
  it('keep Whisper within what sherpa reads, pads included', () => {
    for (const kind of ['whisper', 'whisper-attention']) {
      expect(limitsOf(kind).chunks.oneSpeakerSeconds).toBeLessThanOrEqual(28)
    }
  })

  it('keep NeMo’s transducers to short chunks of several speakers, with silence before, greedy', () => {
    expect(limitsOf('nemo-transducer')).toMatchObject({ leadingSeconds: 0.3, isGreedyOnly: true })
    expect(limitsOf('online-nemo').leadingSeconds).toBeGreaterThanOrEqual(0.5)
    expect(limitsOf('nemo-transducer').chunks.mixedSeconds).toBeLessThanOrEqual(6)
  })

  it('change nothing for a kind without known defects', () => {
    expect(limitsOf('zipformer-ctc')).toEqual(limitsOf('none of them'))
    expect(limitsOf('zipformer-ctc')).toMatchObject({ leadingSeconds: 0, isLanguageRequired: false })
  })
})

describe('the language that is set', () => {
  const canary = { kind: 'canary', languages: ['es', 'en', 'de', 'fr'] }
  it.each([
    [canary, 'fr', 'fr'],
    [canary, null, 'en'],
    [canary, 'it', 'en'],
    [{ kind: 'whisper', languages: ['*'] }, null, ''],
    [{ kind: 'whisper', languages: ['*'] }, 'fr', 'fr'],
    [{ kind: 'cohere-transcribe', languages: ['ja', 'ko'] }, null, 'ja'],
    [{ kind: 'cohere-transcribe', languages: [] }, 'fr', 'fr'],
  ])('of %j for %s is %s', (model, language, set) => {
    expect(languageToSet(model, language)).toBe(set)
  })
})
