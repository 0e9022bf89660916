import path from 'node:path'
import { expect, it } from 'vitest'
import { newRecording, openedLibrary, temporaryFolder } from '../../library/testing/fixtures.ts'
import type { MediaFacts } from '../../library/tables/recordings/recordings.ts'
import { ffmpeg, lavfi } from '../../sound/captioned/testing/films.ts'
import { writePreferences } from '../../preferences.ts'
import { defaultCaptionRules } from './default-caption-rules.ts'

const own = { name: 'Harbor', base: 'netflix', changes: { maxLines: 1 } } as const
const media = (hasVideo: boolean): MediaFacts => ({ container: 'mp4', hasVideo, tracks: [] })

async function opened() {
  const library = await openedLibrary()
  const add = async (name: string, hasVideo: boolean): Promise<string> => {
    const gone = path.join(temporaryFolder(), name)
    return (await library.addRecording(newRecording(name, { path: gone, media: media(hasVideo) }))).id
  }
  return { library, sound: await add('a.mp3', false), film: await add('b.mp4', true) }
}

it('are none until somebody chooses some', async () => {
  const { library, film } = await opened()
  expect(await defaultCaptionRules(library, film)).toBeUndefined()
})

it('are those of the kind of recording, a copy of a person’s own with its name', async () => {
  const { library, sound, film } = await opened()
  await writePreferences(library, {
    captionPresets: [own],
    captionRulesByKind: { sound: 'podcast', film: 'own Harbor' },
  })
  expect(await defaultCaptionRules(library, sound)).toEqual({
    preset: 'podcast',
    names: 'change',
    changes: {},
  })
  // A film that was moved meanwhile counts as a wide one.
  expect(await defaultCaptionRules(library, film)).toEqual({
    preset: 'Harbor',
    base: 'netflix',
    changes: { maxLines: 1 },
  })
})

it('tell a tall picture from a wide one', async () => {
  const { library } = await opened()
  const file = path.join(temporaryFolder(), 'tall.mp4')
  await ffmpeg(lavfi('color=gray:size=64x96:rate=5:duration=0.4'), ['-c:v', 'mpeg4', file])
  const { id } = await library.addRecording(newRecording('tall', { path: file, media: media(true) }))
  await writePreferences(library, { captionRulesByKind: { film: 'bbc', vertical: 'vertical' } })
  expect(await defaultCaptionRules(library, id)).toEqual({ preset: 'vertical', changes: {} })
})

it('are none once the person’s own are deleted', async () => {
  const { library, sound } = await opened()
  await writePreferences(library, { captionRulesByKind: { sound: 'own Harbor' } })
  expect(await defaultCaptionRules(library, sound)).toBeUndefined()
})
