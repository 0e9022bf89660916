import type { CaptionNames } from '#core/captions/caption-names'
import { useRulesName } from '../captions/rules/rules-name.ts'
import { useCues } from '../captions/cues/use-cues.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'

/** The number of words. */
export function WordCount({ session }: { readonly session: TranscriptSession }) {
  const say = useSay()
  const { paragraphs } = useTranscriptAfterTyping(session)
  const words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
  return <span className={styles.sizes}>{say('export.size', { words })}</span>
}

export interface CaptionFactsProps {
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  readonly names: CaptionNames
}

/** The captions in the exported file: rules, number of cues, number of problems. */
export function CaptionFacts({ session, recording, names }: CaptionFactsProps) {
  const say = useSay()
  const { cues, problems, making } = useCues(session, recording.durationMs ?? 0, names)
  const rules = useRulesName(session)
  const count = problems.size
  return (
    <>
      <span>{say('export.rules', { rules })}</span>
      {!making && (
        <output className={styles.captions} {...(count > 0 ? { 'data-some': true } : {})}>
          {say('captions.count', { count: cues.length })},{' '}
          {count > 0 ? say('captions.problems', { count }) : say('export.problems.none')}
        </output>
      )}
    </>
  )
}
