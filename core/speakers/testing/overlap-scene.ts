import type { SceneTurn } from './scene.ts'

/** Three people who interrupt each other; the third speaks only during overlaps in the first half. */
export const overlapScene: { turns: SceneTurn[]; seconds: number; spread: number } = {
  seconds: 42,
  spread: 0.8,
  turns: [
    { speaker: 0, start: 0.4, end: 5.2 },
    { speaker: 1, start: 4.6, end: 9.5 },
    { speaker: 2, start: 7.1, end: 8 },
    { speaker: 0, start: 9.7, end: 15.5 },
    { speaker: 1, start: 12, end: 12.2 },
    { speaker: 1, start: 15.4, end: 19.9 },
    { speaker: 2, start: 20.3, end: 26 },
    { speaker: 0, start: 25, end: 27.7 },
    { speaker: 1, start: 25.6, end: 26.4 },
    { speaker: 2, start: 28, end: 33.1 },
    { speaker: 0, start: 33.3, end: 33.45 },
    { speaker: 2, start: 33.5, end: 35 },
    { speaker: 0, start: 35.2, end: 41.9 },
  ],
}
