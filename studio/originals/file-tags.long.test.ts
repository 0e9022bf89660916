import path from 'node:path'
import { expect, it } from 'vitest'
import { readFeed } from '#core/podcasts/read-feed'
import { dateOfRecording } from '../export/recording-date.ts'
import { openedLibrary, temporaryFolder } from '../library/testing/fixtures.ts'
import { writeTaggedSound } from '../sound/testing/tagged-sound.ts'
import { importRecording } from './import-recording.ts'

const signal = new AbortController().signal

/** A second of sound with these tags, imported. */
async function imported(fileName: string, tags: Readonly<Record<string, string>>) {
  const folder = temporaryFolder()
  const file = path.join(folder, fileName)
  await writeTaggedSound(file, tags)
  const library = await openedLibrary(folder)
  const recording = await importRecording(library, file, signal)
  return { library, recording, source: await library.recordingSource(recording.id) }
}

/** Noon of a day here. */
const dayOf = (year: number, month: number, day: number): number =>
  new Date(year, month - 1, day, 12).getTime()

it.each(['14.mp3', '14.m4a', '14.opus', '14.flac', '14.mkv'])(
  'title, day of publication and people of %s are those of its tags',
  async (fileName) => {
    const tags = {
      title: '14: the repair\ncafé',
      artist: 'Nora Whitfield, Idris Bello; Tam Reyes',
      album: 'Mending things',
      date: '2024-03-05',
    }
    const { library, recording, source } = await imported(fileName, tags)
    expect(recording.title).toBe('14: the repair café')
    expect(source).toEqual({
      podcast: 'Mending things',
      publishedAtMs: dayOf(2024, 3, 5),
      notes: '',
      link: '',
      people: ['Nora Whitfield', 'Idris Bello', 'Tam Reyes'],
      picture: null,
    })
    expect(await dateOfRecording(library, recording)).toEqual({ kind: 'published', atMs: dayOf(2024, 3, 5) })
  },
)

it('a year is no day, and a file without tags is named after itself', async () => {
  const tagged = await imported('a talk.mp3', {
    artist: 'Mending things',
    album: 'Mending things',
    date: '2024',
  })
  expect(tagged.recording.title).toBe('a talk')
  expect(tagged.source).toMatchObject({ podcast: 'Mending things', publishedAtMs: null, people: [] })
  expect(await dateOfRecording(tagged.library, tagged.recording)).toMatchObject({ kind: 'recorded' })
  const bare = await imported('b talk.wav', {})
  expect([bare.recording.title, bare.source]).toEqual(['b talk', null])
})

it('what the feed says of an episode stays when its file is imported again, and what it leaves out is the file’s', async () => {
  const { library, recording } = await imported('14.mp3', { title: 'A', artist: 'Nora', date: '2024-03-05' })
  const enclosure = '<enclosure url="https://a.example/14.mp3" type="audio/mpeg"/>'
  const given = readFeed(`<rss><channel><item>${enclosure}</item></channel></rss>`)
  if (given.kind !== 'feed') throw new Error('this is a feed')
  const read = { feed: given.feed, address: null, etag: null, modified: null, readAtMs: 0 }
  const { id } = await library.putPodcast(read)
  const [episode] = await library.episodes(id)
  const feed = { podcast: 'P', publishedAtMs: null, notes: 'n', link: '', people: [], picture: null }
  await library.linkEpisode(episode?.id ?? '', recording.id, feed)
  const merged = { ...feed, publishedAtMs: dayOf(2024, 3, 5), people: ['Nora'] }
  expect(await library.recordingSource(recording.id)).toEqual(merged)
  await library.putPodcast(read)
  expect(await library.recordingSource(recording.id)).toEqual(merged)
  await library.keepTagSource(recording.id, { ...feed, podcast: 'other' })
  expect(await library.recordingSource(recording.id)).toEqual(merged)
})
