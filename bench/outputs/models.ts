import path from 'node:path'
import { supportsLanguage } from '#studio/models/languages'
import type { Model } from '#studio/models/model-store'
import { openStudio } from '#studio/studio'
import type { EvalRecording } from '../evaldata/recordings.ts'
import { secondText } from '../measure/second-text.ts'
import { libraryOf, transcribeWithParolo } from './ours.ts'
import type { ProgramOutputs } from './program-output.ts'

/** A library in `folder` with the model in addition to the embedded ones. */
export async function libraryWith(folder: string, model: Model): Promise<void> {
  if (model.embedded) return
  const studio = await openStudio(libraryOf(folder))
  try {
    await studio.models.add(model.folder)
  } finally {
    await studio.close()
  }
}

/** The recordings in languages that the model supports; all if its languages are unknown. */
export const spokenBy = (
  { entry: { languages } }: Model,
  recordings: readonly EvalRecording[],
): EvalRecording[] => recordings.filter(({ language }) => supportsLanguage(languages, language))

/** Transcribes the recordings in a model's languages, with the command line. */
export async function transcribeWithModel(
  model: Model,
  recordings: readonly EvalRecording[],
  folder: string,
): Promise<ProgramOutputs> {
  await libraryWith(folder, model)
  const made = await transcribeWithParolo(spokenBy(model, recordings), new Map(), folder, {
    model: model.entry.id,
  })
  return { ...made, program: model.entry.name }
}

/**
 * The results of two passes everywhere for recordings that `transcribeWithParolo` has transcribed in
 * `folder`. `seconds` are those of the second passes alone.
 */
export async function recognizeWithMoreCare(
  model: Model,
  recordings: readonly EvalRecording[],
  folder: string,
): Promise<ProgramOutputs> {
  const studio = await openStudio(libraryOf(folder))
  try {
    const startedAt = performance.now()
    const of: [string, ProgramOutputs['of'] extends ReadonlyMap<string, infer One> ? One : never][] = []
    for (const { name, path: file, language } of recordings) {
      const known = (await studio.library.recordings()).find((one) => one.path === path.resolve(file))
      const [facts] = known === undefined ? [] : await studio.library.transcriptsOf(known.id)
      if (facts === undefined) throw new Error(`${file} has no transcript`)
      const transcript = await studio.library.transcript(facts.id)
      const { texts } = await secondText(studio, transcript, {
        model: model.entry.id,
        language,
        careful: true,
      })
      const words = texts.flatMap((one) => one.words)
      of.push([
        name,
        {
          text: words.map(({ before, text }) => before + text).join(''),
          words: words.map(({ text, startMs }) => ({ text, start: startMs / 1_000 })),
          turns: null,
        },
      ])
    }
    const seconds = (performance.now() - startedAt) / 1_000
    return { program: `${model.entry.name}, more care`, of: new Map(of), seconds }
  } finally {
    await studio.close()
  }
}
