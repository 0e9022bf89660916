import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { assertionFailures, captionAssertions } from '#core/formats/testing/caption-assertions'
import { chromiumCues } from '../captions/chromium-cues.ts'
import { cuesAsTrack } from '../captions/read-as-chromium.ts'
import { table } from '../report/table.ts'
import { type BenchContext, NothingToMeasure } from './section.ts'

interface Row {
  files: number
  asserted: number
  asAsserted: number
  compared: number
  asChromium: number
}

/** Caption files of other projects: read as asserted by their tests, and as by Chromium's `<track>`. */
export async function measureCaptionFiles({ evaldata, say }: BenchContext): Promise<string> {
  const folder = evaldata === null ? null : path.join(evaldata, 'captions')
  const names = folder === null ? [] : await readdir(folder, { recursive: true }).catch(() => [])
  const files = names.filter((name) => /\.(?:vtt|srt|sbv)$/u.test(name)).toSorted()
  if (folder === null || files.length === 0) throw new NothingToMeasure('the caption files are not there')
  const contents = await Promise.all(files.map((name) => readFile(path.join(folder, name))))
  say('Chromium')
  const tracks = await chromiumCues(contents)
  const rows = new Map<string, Row>()
  const differing: string[] = []
  for (const [index, name] of files.entries()) {
    const project = name
      .split(path.sep)
      .slice(0, name.startsWith('wpt') ? 2 : 1)
      .join('/')
    const row = rows.get(project) ?? { files: 0, asserted: 0, asAsserted: 0, compared: 0, asChromium: 0 }
    rows.set(project, row)
    row.files++
    const text = contents[index]?.toString('utf8') ?? ''
    const assertion = captionAssertions.find((each) => each.path === name.split(path.sep).join('/'))
    if (assertion !== undefined) {
      const failures = assertionFailures(assertion, text)
      row.asserted++
      if (failures.length === 0) row.asAsserted++
      else differing.push(`- ${name}: ${assertion.exception ?? failures[0]}`)
    }
    if (!name.endsWith('.vtt')) continue
    row.compared++
    const isSame = JSON.stringify(cuesAsTrack(text)) === JSON.stringify(tracks[index])
    if (isSame) row.asChromium++
    else if (assertion?.exception === undefined) differing.push(`- ${name}: other cues than in Chromium`)
  }
  return [
    table(
      ['files of', 'files', 'asserted', 'as asserted', 'WebVTT', 'as Chromium’s track'],
      [...rows].map(([project, row]) => [
        project,
        row.files,
        row.asserted,
        row.asAsserted,
        row.compared,
        row.asChromium,
      ]),
    ),
    '',
    'Compared: ids, times, texts and settings. Otherwise:',
    ...differing,
  ].join('\n')
}
