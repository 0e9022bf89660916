/**
 * The answer if it arrives within `ms`, else `otherwise`: for a drive that sleeps or hangs, while others wait
 * for a list.
 */
export async function answerWithin<Answer>(
  ms: number,
  answer: Promise<Answer>,
  otherwise: Answer,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
