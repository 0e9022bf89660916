/** Turns of the sample conversations (resources/samples/*.rttm), drawn before they are transcribed. */
export const sampleTurns = {
  en: {
    durationMs: 47_075,
    turns: [
      [0, 500, 5170],
      [1, 5620, 6970],
      [1, 7490, 15_765],
      [0, 15_415, 17_065],
      [1, 17_465, 23_535],
      [0, 23_885, 26_105],
      [1, 26_505, 31_010],
      [1, 31_535, 34_125],
      [0, 34_525, 39_175],
      [1, 39_575, 43_305],
      [0, 43_705, 46_375],
    ],
  },
  fr: {
    durationMs: 46_095,
    turns: [
      [0, 500, 6560],
      [1, 7010, 15_120],
      [0, 14_970, 16_545],
      [1, 17_045, 21_280],
      [0, 21_780, 24_460],
      [1, 24_960, 33_520],
      [0, 33_970, 38_105],
      [1, 38_605, 42_300],
      [0, 42_800, 45_355],
    ],
  },
} as const

/** Peaks in the illustration of the first start: loud, then quiet. Heights are halves, out of 220. */
export function peaks(): string {
  let path = ''
  for (let index = 0; index < 103; index += 1) {
    const loud = index < 26 || (index > 50 && index < 72) ? 1 : 0.35
    // A fixed pattern, the same at every start: three sines of incommensurable periods.
    const pattern = Math.abs(
      Math.sin(index * 1.7) * 0.5 + Math.sin(index * 0.61) * 0.3 + Math.sin(index * 4.3) * 0.35,
    )
    const fading = Math.min(1, (103 - index) / 30)
    const half = 3 + (10 * loud + 36 * pattern * loud) * fading
    path += `M${2 + index * 4} ${(110 - half).toFixed(1)}V${(110 + half).toFixed(1)}`
  }
  return path
}
