import { expect } from 'vitest'

/** The result of some work, and proof that other requests were answered meanwhile. */
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
