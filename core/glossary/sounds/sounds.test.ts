import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossOfAll, soundDistance } from './distance.ts'
import { soundsOf } from './sounds-of.ts'

describe('soundsOf', () => {
  it.each([
    ['Parolo', 'par au lo'],
    ['Beaulieu', 'bolieu'],
    ['Thibault', 'Tibo'],
    ['Quimperlé', 'Kimperlé'],
    ['Fauconnier', 'Foconnier'],
    ['Villeurbanne', 'Villeurbane'],
    ['Maëlle Kerbrat', 'Maëlle Kerbra'],
  ])('French: %s is said as %s', (one, other) => {
    expect(soundsOf(one, 'fr')).toBe(soundsOf(other, 'fr'))
  })

  it.each([
    ['Wray', 'Ray'],
    ['Quillfeather', 'quill feather'],
    ['Knox', 'Nocks'],
    ['Philippa', 'Filipa'],
    ['Schmidt', 'Shmidt'],
  ])('English: %s is said as %s', (one, other) => {
    expect(soundsOf(one, 'en')).toBe(soundsOf(other, 'en'))
  })

  it('tells nasal vowels and soft consonants apart', () => {
    expect(soundsOf('vin', 'fr')).not.toBe(soundsOf('vent', 'fr'))
    expect(soundsOf('gare', 'fr')).not.toBe(soundsOf('Jarre', 'fr'))
    expect(soundsOf('cello', 'en')).not.toBe(soundsOf('kello', 'en'))
  })

  it('has no sounds for what has no letters', () => {
    expect(soundsOf('3 — 14', 'en')).toBe('')
    expect(soundsOf('москва', 'fr')).toBe('')
  })
})

describe('soundDistance', () => {
  const sounds = fc.stringMatching(/^[pbtdkgfvszSZTmnlrwjhCJieaou8@7123]{0,9}$/u)

  it('is 0 for the same, the same both ways, and at least the difference of the losses', () => {
    fc.assert(
      fc.property(sounds, sounds, (one, other) => {
        const distance = soundDistance(one, other)
        expect(soundDistance(one, one)).toBe(0)
        expect(soundDistance(other, one)).toBeCloseTo(distance, 9)
        expect(distance).toBeGreaterThanOrEqual(Math.abs(lossOfAll(one) - lossOfAll(other)) - 1e-9)
        expect(distance).toBeLessThanOrEqual(lossOfAll(one) + lossOfAll(other) + 1e-9)
      }),
    )
  })

  it('is the same with a limit, or Infinity beyond it', () => {
    fc.assert(
      fc.property(sounds, sounds, fc.double({ min: 0, max: 6, noNaN: true }), (one, other, most) => {
        const distance = soundDistance(one, other)
        expect(soundDistance(one, other, most)).toBe(distance > most ? Infinity : distance)
      }),
    )
  })

  it('is small for what is formed alike', () => {
    expect(soundDistance('barolo', 'parolo')).toBeLessThan(soundDistance('marolo', 'parolo'))
  })
})
