import type { HangingDrive } from './hanging-drive.ts'

/**
 * Makes the drive hang from some moment on, in two cases of five only for a while; `onHang` is called each
 * time. Returns the function that leaves it as it is.
 */
export function hangAtRandom(
  drive: HangingDrive,
  random: () => number,
  onHang: () => void,
): () => Promise<void> {
  const stopped = Promise.withResolvers<true>()
  /** False once it is to be left as it is. */
  const rest = async (ms: number): Promise<boolean> => {
    const over = new Promise<false>((resolve) => setTimeout(resolve, ms, false))
    return !(await Promise.race([over, stopped.promise]))
  }
  const hanging = (async () => {
    let goesOn = random() < 0.5 || (await rest(random() * 6_000))
    while (goesOn) {
      if (!(await drive.hang())) throw new Error('the drive that was to hang could not be made')
      onHang()
      if (random() < 0.6 || !(await rest(3_000 + random() * 15_000))) return
      await drive.recover()
      goesOn = await rest(random() * 4_000)
    }
  })()
  return async () => {
    stopped.resolve(true)
    await hanging
  }
}
