import type { ProgramLanguage } from '#core/messages/messages'
import type { Seen } from './use-seen.ts'

/**
 * The samples that come with Parolo, as it transcribed and drew them, for a library without a recording: made by the same
 * code (useSeen) from a real run.
 */
export const sampleSeen: Readonly<Record<ProgramLanguage, Seen>> = {
  en: {
    startMs: 23559,
    endMs: 35559,
    speech: [
      { startMs: 23859, endMs: 26170 },
      { startMs: 26457, endMs: 31115 },
      { startMs: 31435, endMs: 34203 },
      { startMs: 34490, endMs: 35559 },
    ],
    passages: [{ startMs: 23859, endMs: 35559 }],
    words: [
      { text: "That's", confidence: 0.95 },
      { text: 'wonderful,', confidence: 0.62 },
      { text: 'and', confidence: 0.95 },
      { text: "what's", confidence: 0.95 },
      { text: 'left', confidence: 0.95 },
      { text: 'of', confidence: 0.95 },
      { text: 'it', confidence: 0.95 },
      { text: 'today?', confidence: 0.95 },
      { text: 'Well,', confidence: 0.95 },
    ],
    bars: barsOf(
      '0 0 0 0 39 57 48 19 30 42 43 42 23 42 19 7 0 0 74 51 54 60 7 30 69 27 49 51 29 32 49 33 33 6 1 0 ' +
        '0 0 0 31 99 99 63 45 35 60 50 40 33 31 15 43 27 33 27 13 12 1 1 1 40 46 32 26 8 74 38 46 23 75 ' +
        '89 99 24 27 24 25 32 43 56 8 4 17 27 24 29 27 30 21 31 27 30 33 30 25 38 13 13 7 26 10 0 0 0 0 0 ' +
        '0 39 49 44 30 44 24 45 42 36 32 40 49 46 14 6 4 0 0 1 52 19 56 73 56 14 13 21 21 25 86 99 13 7 ' +
        '18 12 0 0 0 0 0 50 61 64 37 50 55 8 27 52 36 42 33 50 99',
    ),
    dots: dotsOf(
      '974,668,s1 958,400,s1 935,593,s1 974,519,s1 101,787,s2 27,536,s2 101,371,s2 68,628,s2 107,619,s2 ' +
        '207,612,s2 159,787,s2 1000,442,s1 149,521,s2 0,506,s2 37,526,s2 109,404,s2 898,730,s1 925,343,s1 ' +
        '61,333,s2 105,213,s2 96,763,s2 91,367,s2 142,465,s2 93,639,s2 975,599,s1 950,303,s1 939,571,s1 ' +
        '929,692,s1 154,434,s2 122,425,s2 90,527,s2 905,450,s1 983,475,s1',
    ),
    speakers: [
      { id: 's1', name: null, colour: 0 },
      { id: 's2', name: null, colour: 1 },
    ],
  },
  fr: {
    startMs: 187,
    endMs: 12187,
    speech: [
      { startMs: 487, endMs: 6595 },
      { startMs: 6984, endMs: 12187 },
    ],
    passages: [{ startMs: 487, endMs: 12187 }],
    words: [
      { text: 'Bon', confidence: 0.95 },
      { text: 'je', confidence: 0.79 },
      { text: 'crois', confidence: 0.95 },
      { text: 'que', confidence: 0.95 },
      { text: "l'enregistrement", confidence: 0.62 },
      { text: 'a', confidence: 0.95 },
      { text: 'commencé.', confidence: 0.62 },
      { text: 'Alors', confidence: 0.95 },
      { text: 'Hugo', confidence: 0.95 },
    ],
    bars: barsOf(
      '0 0 0 0 15 40 94 47 39 71 52 15 99 77 29 45 56 47 23 34 34 11 47 37 60 34 58 40 32 23 5 27 26 10 ' +
        '0 0 0 10 76 66 73 65 48 35 3 0 47 27 61 60 26 0 63 55 37 40 63 45 39 47 34 47 32 15 35 37 39 6 ' +
        '48 24 31 35 10 6 58 47 81 48 31 21 26 35 44 44 15 2 0 0 0 0 2 31 73 56 55 65 60 27 60 27 73 58 ' +
        '42 42 31 21 66 65 45 18 3 0 0 24 68 60 82 82 60 63 85 79 53 71 89 50 42 48 55 56 44 61 60 27 73 ' +
        '31 53 56 23 10 61 50 15 0 0 50 73 68 68 35 85 6 68 53 60 47 50 34 65 55',
    ),
    dots: dotsOf(
      '949,411,s1 916,453,s1 849,510,s1 948,439,s1 981,604,s1 23,736,s2 94,806,s2 179,431,s2 56,267,s2 ' +
        '83,418,s2 73,194,s2 919,609,s1 897,284,s1 0,571,s2 2,699,s2 123,585,s2 923,543,s1 1000,401,s1 ' +
        '40,538,s2 29,510,s2 18,623,s2 70,579,s2 65,480,s2 69,390,s2 900,638,s1 969,584,s1 980,430,s1 ' +
        '5,451,s2 45,275,s2 37,654,s2 974,697,s1 944,599,s1',
    ),
    speakers: [
      { id: 's1', name: null, colour: 0 },
      { id: 's2', name: null, colour: 1 },
    ],
  },
}

/** Percent of the full height. */
function barsOf(text: string): number[] {
  return text.split(' ').map((bar) => Number(bar) / 100)
}

/** Thousandths, and the speaker. */
function dotsOf(text: string): Seen['dots'] {
  return text.split(' ').map((dot) => {
    const [x, y, speakerId = null] = dot.split(',')
    return { x: Number(x) / 1000, y: Number(y) / 1000, speakerId }
  })
}
