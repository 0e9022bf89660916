import type { ReactNode } from 'react'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useSay } from '../ui/words.tsx'
import { CaptionsMenu, type CaptionsTooling } from './captions-menu.tsx'
import styles from './captions.module.css'
import { CueFilters, SpeakerFilter } from './fixes/cue-filters.tsx'
import { NextProblem, ProblemsBar } from './fixes/problems-bar.tsx'
import { RulesButton } from './rules/rules-button.tsx'
import { TimesMenu } from './times/times-menu.tsx'
import { TranslationMenu } from './translations/translation-menu.tsx'

export interface CaptionsToolsProps extends CaptionsTooling {
  /** In a narrow window one row is all that the list can spare. */
  readonly isNarrow: boolean
  /** First in the row. */
  readonly first?: ReactNode
}

type RowProps = Omit<CaptionsToolsProps, 'isNarrow'>

/** Above the list: its rules, which captions it has, and what is done to all of them. */
export function CaptionsTools({ isNarrow, ...tools }: CaptionsToolsProps) {
  return isNarrow ? <OneRow {...tools} /> : <TwoRows {...tools} />
}

function TwoRows({ first, ...tools }: RowProps) {
  const { session, editor, list, speakers, filter, onFilter, broken } = tools
  const { hasVideo, nextKey, onNext, onMove, onSnap, onFixAll } = tools
  const hasCues = list.cues.length > 0
  return (
    <>
      <div className={styles.bar}>
        {first}
        <RulesButton session={session} />
        <CueFilters filter={filter} count={list.cues.length} broken={broken} onChange={onFilter} />
        <span className={styles.spring} />
        {speakers.length > 1 && <SpeakerFilter filter={filter} speakers={speakers} onChange={onFilter} />}
        {hasCues && <TranslationMenu session={session} editor={editor} />}
        {hasCues && <TimesMenu hasVideo={hasVideo} onMove={onMove} onSnap={onSnap} />}
      </div>
      <ProblemsBar
        problems={list.problems}
        kinds={filter.kinds}
        onKinds={(kinds) => onFilter({ ...filter, kinds })}
        making={list.making}
        nextKey={nextKey}
        onFixAll={onFixAll}
        onNext={onNext}
      />
    </>
  )
}

function OneRow({ first, ...tools }: RowProps) {
  const { session, list, filter, onFilter, broken, nextKey, onNext } = tools
  const say = useSay()
  const count = list.problems.size
  const state = say(count === 0 ? 'captions.broken.none' : 'captions.broken', { count })
  return (
    <div className={styles.bar}>
      {first}
      <RulesButton session={session} />
      <CueFilters filter={filter} count={list.cues.length} broken={broken} onChange={onFilter} />
      <span className={styles.spring} />
      <VisuallyHidden>
        <output>{list.making ? '' : state}</output>
      </VisuallyHidden>
      {broken > 0 && <NextProblem nextKey={nextKey} onNext={onNext} />}
      {list.cues.length > 0 && <CaptionsMenu {...tools} />}
    </div>
  )
}
