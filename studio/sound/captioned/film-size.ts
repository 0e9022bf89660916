import { Fault } from '#contracts/errors'
import { readFilm } from './film.ts'

/** Display size of a file's moving picture, in pixels; null without one, or if the file cannot be read. */
export async function filmSize(
  file: string,
  signal?: AbortSignal,
): Promise<{ readonly width: number; readonly height: number } | null> {
  try {
    const { picture } = await readFilm(file, signal === undefined ? {} : { signal })
    if (picture === null || picture.width <= 0 || picture.height <= 0) return null
    return { width: picture.width, height: picture.height }
  } catch (error) {
    // A film that was moved or is damaged still has captions.
    if (error instanceof Fault && error.code !== 'job.cancelled') return null
    throw error
  }
}
