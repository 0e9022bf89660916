import type { DoubtRecording } from '../doubts/doubt-recordings.ts'
import { joinRecordings } from '../measure/joined-recording.ts'

/** A recording of one kind of speech; `group` names kind and language, and whether several were joined. */
export interface GroupedRecording extends DoubtRecording {
  readonly group: string
}

/** The recordings of each group one after another in one file, a second of silence after each. */
export async function joinByGroup(
  recordings: readonly GroupedRecording[],
  folder: string,
): Promise<GroupedRecording[]> {
  const joined: GroupedRecording[] = []
  for (const [group, its] of Map.groupBy(recordings, (recording) => recording.group)) {
    if (its.length < 2) continue
    const name = `joined-${group.replaceAll(' ', '-')}`
    const { file, seconds } = await joinRecordings(
      its.map((recording) => recording.path),
      folder,
      name,
    )
    joined.push({
      name,
      path: file,
      language: its[0]?.language ?? 'und',
      seconds,
      reference: its.map(({ reference }) => reference).join(' '),
      isHard: false,
      group: `${group}, joined`,
    })
  }
  return joined
}
