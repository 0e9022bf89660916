import { expect } from 'vitest'

/** What came of work, and that others were answered meanwhile. */
export async function withOthersAnswered<Result>(working: Promise<Result>): Promise<Result> {
  let answered = 0
  const timer = setInterval(() => answered++, 1)
  try {
    return await working
  } finally {
    clearInterval(timer)
    expect(answered).toBeGreaterThan(0)
  }
}
