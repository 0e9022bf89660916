import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dot, toUnit } from '../speakers/vectors.ts'
import { AHEAD_BY, MIN_SECONDS, OFFER_FROM, voiceOffers } from './voice-offers.ts'

// In few dimensions random voices are often similar.
const vector = fc
  .array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 })
  .filter((values) => values.some((value) => value !== 0))
  .map((values) => toUnit(Float64Array.from(values)))
const speaker = fc.record({
  vector,
  seconds: fc.integer({ min: 0, max: 20 }),
  name: fc.option(fc.constantFrom('Ann', 'Ben', 'Zoe')),
})
const voice = fc.record({ vector, name: fc.constantFrom('Ann', 'Ben', 'Cid', 'Dot') })
const scene = fc.record({
  speakers: fc.array(speaker, { maxLength: 5 }),
  voices: fc.array(voice, { maxLength: 5 }),
  declined: fc.uniqueArray(fc.integer({ min: 0, max: 24 })),
})

type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never

function inputOf({ speakers, voices, declined }: Scene) {
  return {
    speakers: speakers.map(({ name }, at) => ({ id: `s${at}`, name })),
    heard: speakers.map((one, at) => ({ speakerId: `s${at}`, ...one })),
    remembered: voices.map((one, at) => ({ id: `v${at}`, ...one })),
    isDeclined: (speakerId: string, voiceId: string) =>
      declined.includes(Number(speakerId.slice(1)) * 5 + Number(voiceId.slice(1))),
  }
}

test('whatever is offered is similar enough and has no near second choice; nothing is offered twice', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const input = inputOf(made)
      const offers = voiceOffers(input)
      expect(new Set(offers.map(({ speakerId }) => speakerId)).size).toBe(offers.length)
      expect(new Set(offers.map(({ voiceId }) => voiceId)).size).toBe(offers.length)
      for (const { speakerId, voiceId, similarity } of offers) {
        const [at, of] = [Number(speakerId.slice(1)), Number(voiceId.slice(1))]
        const own = made.speakers[at]
        const offered = made.voices[of]
        if (own === undefined || offered === undefined) throw new Error('of the scene')
        expect(own.name).toBeNull()
        expect(own.seconds).toBeGreaterThanOrEqual(MIN_SECONDS.compared)
        expect(made.speakers.map(({ name }) => name)).not.toContain(offered.name)
        expect(input.isDeclined(speakerId, voiceId)).toBe(false)
        expect(similarity).toBe(dot(own.vector, offered.vector))
        expect(similarity).toBeGreaterThanOrEqual(OFFER_FROM)
        for (const [index, other] of made.voices.entries())
          if (index !== of && !input.isDeclined(speakerId, `v${index}`))
            expect(similarity - dot(own.vector, other.vector)).toBeGreaterThanOrEqual(AHEAD_BY)
      }
    }),
  )
})

test('the order of speakers and voices does not matter, and what nobody remembers is never offered', () => {
  fc.assert(
    fc.property(scene, (made) => {
      const input = inputOf(made)
      const said = (offers: ReturnType<typeof voiceOffers>): string[] =>
        offers.map(({ speakerId, voiceId }) => `${speakerId} ${voiceId}`).sort()
      const turned = {
        ...input,
        heard: [...input.heard].reverse(),
        remembered: [...input.remembered].reverse(),
      }
      expect(said(voiceOffers(turned))).toEqual(said(voiceOffers(input)))
      expect(voiceOffers({ ...input, remembered: [] })).toEqual([])
    }),
  )
})
