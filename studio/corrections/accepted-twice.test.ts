import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openCorrections } from '#core/corrections/open-corrections'
import type { ProposedCorrections } from '#core/corrections/proposed-corrections'
import { acceptCorrections } from '#core/corrections/settle-corrections'
import { paragraphText } from '#core/transcript/transcript'
import { openedService, temporaryFolder } from '../testing/opened-service.ts'
import { acceptAll } from './accept-all.ts'
import { proposeCorrections } from './propose-corrections.ts'

const said = ['We met in the hall and talked.', 'Nobody paid for it at all.']
const corrected = ['We all met in the town hall and talked.', 'Nobody paid for it, at all, ever.']

async function opened() {
  const folder = await temporaryFolder()
  const cues = said.map((text, at) => `00:0${at * 4}.000 --> 00:0${at * 4 + 3}.000\n${text}\n`)
  await writeFile(path.join(folder, 'talk.vtt'), `WEBVTT\n\n${cues.join('\n')}`)
  const { page, service } = await openedService()
  const { library } = service.studio
  const { recordingId } = await page().call('recordings.add', { path: path.join(folder, 'talk.vtt') })
  const transcriptId = (await page().call('recordings.get', { recordingId })).transcript?.id ?? ''
  const file = { bytes: Buffer.from(corrected.join('\n\n')), fileName: 'talk.txt' }
  const { set } = await proposeCorrections(library, transcriptId, file)
  const [first] = (await library.transcript(transcriptId)).paragraphs.flatMap(({ words }) => words)
  const id = first?.id ?? ''
  const comment = { kind: 'comment', id: 'c', fromWordId: id, toWordId: id, text: 'Sure?' } as const
  const now = async () => {
    const { paragraphs, marks } = await library.transcript(transcriptId)
    return {
      texts: paragraphs.map(paragraphText),
      comments: marks.filter(({ kind }) => kind === 'comment').length,
    }
  }
  const all: ProposedCorrections = { ...set, items: [...set.items, comment] }
  return { library, transcriptId, set: all, now }
}

it('accepted in two windows at once, corrections are made once, and one step undoes them', async () => {
  const { library, transcriptId, set, now } = await opened()
  const before = await library.transcript(transcriptId)
  const accept = (stepId: string) =>
    library.applyEdits(transcriptId, acceptCorrections(before, openCorrections(before, [set])), {
      baseNumber: 0,
      stepId,
    })
  await Promise.all([accept('a'), accept('b')])
  expect(await now()).toEqual({ texts: corrected, comments: 1 })
  await library.undo(transcriptId, 'u')
  expect(await library.transcript(transcriptId)).toEqual(before)
  expect(openCorrections(before, [set])).toHaveLength(set.items.length)
  // And again after that.
  const { editNumber } = await library.transcriptState(transcriptId)
  const again = acceptCorrections(before, openCorrections(before, [set]))
  await library.applyEdits(transcriptId, again, { baseNumber: editNumber, stepId: 'c' })
  expect(await now()).toEqual({ texts: corrected, comments: 1 })
})

it('accepted by two commands at once, likewise', async () => {
  const { library, transcriptId, set, now } = await opened()
  const results = await Promise.all([
    acceptAll(library, set, { withNames: true }),
    acceptAll(library, set, { withNames: true }),
  ])
  expect(await now()).toEqual({ texts: corrected, comments: 1 })
  expect(results.map(({ left }) => left)).toEqual([[], []])
  await library.undo(transcriptId, 'u')
  expect(await now()).toEqual({ texts: said, comments: 0 })
})
