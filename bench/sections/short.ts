import path from 'node:path'
import { median } from '../editor/statistics.ts'
import { runFfmpeg } from '../measure/ffmpeg.ts'
import { runParolo } from '../measure/parolo.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { projectRoot } from '../project-root.ts'
import { met, seconds, table, times } from '../report/table.ts'
import type { BenchContext } from './section.ts'

const CLIP_SECONDS = 10
const CLIPS = 10
const MEMOS = 3
const LANGUAGE = 'en'
const MAX_SECONDS = 3
/** Long enough for all clips, each from another position, as the same sound would be recognized. */
const MEETING = path.join(projectRoot, 'fixtures', 'speech', 'meeting-en.opus')

/** The cost of a short memo, dominated by starting and loading; and of many, together and one by one. */
export function measureShort({ say }: BenchContext): Promise<string> {
  return inWorkFolder(async (folder) => {
    const clips: string[] = []
    for (let clip = 0; clip < CLIPS + MEMOS; clip += 1) clips.push(await cutClip(folder, clip))
    const data = (name: string) => ({
      data: path.join(folder, name),
      out: path.join(folder, `${name}-out`),
      language: LANGUAGE,
    })
    say('  a memo')
    const alone: number[] = []
    for (const memo of clips.slice(CLIPS)) alone.push((await runParolo([memo], data('memos'))).seconds)
    const memo = median(alone)
    const batch = clips.slice(0, CLIPS)
    say(`  ${CLIPS} clips in one command`)
    const together = (await runParolo(batch, data('together'))).seconds
    say(`  ${CLIPS} commands`)
    let oneByOne = 0
    for (const clip of batch) oneByOne += (await runParolo([clip], data('one-by-one'))).seconds
    return [
      `Clips of ${CLIP_SECONDS} s out of the English meeting of the tests, each of another place; from the start of the command`,
      'to its exit, with speakers.',
      '',
      table(
        ['what', 'measured', 'aim at most', ''],
        [
          [
            `a memo of ${CLIP_SECONDS} s, median of ${MEMOS}`,
            seconds(memo),
            seconds(MAX_SECONDS),
            met(memo <= MAX_SECONDS),
          ],
          [`${CLIPS} clips in one command`, seconds(together), '', ''],
          [`the same in ${CLIPS} commands`, seconds(oneByOne), '', ''],
          ['one command against as many', times(together / oneByOne), '', ''],
        ],
      ),
    ].join('\n')
  })
}

async function cutClip(folder: string, number: number): Promise<string> {
  const file = path.join(folder, `clip-${number}.wav`)
  await runFfmpeg(['-ss', String(number * CLIP_SECONDS), '-t', String(CLIP_SECONDS), '-i', MEETING, file])
  return file
}
