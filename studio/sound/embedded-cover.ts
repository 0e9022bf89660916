import path from 'node:path'
import { readFilm } from './captioned/film.ts'
import { inputRestrictions } from './demuxers.ts'
import { runFfmpeg } from './run-ffmpeg.ts'

/** The picture in a media file, as it is there; null without one. Throws those of `readFilm` and `runFfmpeg`. */
export async function embeddedCover(file: string, signal: AbortSignal): Promise<Uint8Array | null> {
  const film = await readFilm(file, { signal })
  const cover = film.streams.find(({ kind }) => kind === 'cover')
  if (cover === undefined) return null
  const words = [...inputRestrictions, '-i', film.path, '-map', `0:${cover.index}`, '-c', 'copy']
  const run = { folder: path.dirname(film.path), title: film.fileName, signal }
  return runFfmpeg([...words, '-frames:v', '1', '-f', 'image2pipe', 'pipe:1'], run, async (output) => {
    const chunks: Buffer[] = []
    for await (const chunk of output as AsyncIterable<Buffer>) chunks.push(chunk)
    return Buffer.concat(chunks)
  })
}
