import { useMemo } from 'react'
import type { CaptionNames } from '#core/captions/caption-names'
import {
  translatedCues,
  type TranslatedCues,
  translatedProblems,
} from '#core/captions/translations/translated-cues'
import { useRulesName } from '../captions/rules/rules-name.ts'
import { useCues } from '../captions/cues/use-cues.ts'
import { useShotsInRules } from '../captions/cues/use-shots-in-rules.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'

/** The number of words; `kept`: of the cut, which is shown instead. */
export function WordCount({
  session,
  kept,
}: {
  readonly session: TranscriptSession
  readonly kept: number | undefined
}) {
  const say = useSay()
  const { paragraphs } = useTranscriptAfterTyping(session)
  const words = kept ?? paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
  return <span className={styles.sizes}>{say('export.size', { words })}</span>
}

export interface CaptionFactsProps {
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  readonly names: CaptionNames
  /** The exported language; null for the original. */
  readonly translation: string | null
}

/** The captions in the exported file: rules, number of cues, number of problems. */
export function CaptionFacts({ session, recording, names, translation }: CaptionFactsProps) {
  const say = useSay()
  useShotsInRules(session, recording)
  const list = useCues(session, recording, names)
  const transcript = useTranscriptAfterTyping(session)
  const rules = useRulesName(session, translation)
  const translated = useMemo(
    () =>
      translation === null
        ? null
        : translatedCues(
            transcript,
            list.cues,
            translation,
            undefined,
            list.part === undefined ? {} : { part: list.part },
          ),
    [transcript, list, translation],
  )
  const count = translated?.shown.length ?? list.cues.length
  const broken = translated === null ? list.problems.size : brokenIn(translated)
  return (
    <>
      <span>{say('export.rules', { rules })}</span>
      {!list.making && <CaptionCount count={count} broken={broken} />}
    </>
  )
}

/** The same of the cut's captions, as its file was made. */
export function CutCaptionFacts({
  session,
  translation,
  captions,
}: Pick<CaptionFactsProps, 'session' | 'translation'> & {
  readonly captions: { readonly count: number; readonly broken: number | null } | undefined
}) {
  const say = useSay()
  const rules = useRulesName(session, translation)
  return (
    <>
      <span>{say('export.rules', { rules })}</span>
      {captions !== undefined && <CaptionCount {...captions} />}
    </>
  )
}

/** `broken`: how many break rules; null: unknown. */
function CaptionCount({ count, broken }: { readonly count: number; readonly broken: number | null }) {
  const say = useSay()
  const problems =
    broken === null
      ? ''
      : `, ${broken > 0 ? say('captions.problems', { count: broken }) : say('export.problems.none')}`
  return (
    <output className={styles.captions} {...(broken !== null && broken > 0 ? { 'data-some': true } : {})}>
      {say('captions.count', { count })}
      {problems}
    </output>
  )
}

const brokenIn = (translated: TranslatedCues): number =>
  translatedProblems(translated).filter(({ length }) => length > 0).length
