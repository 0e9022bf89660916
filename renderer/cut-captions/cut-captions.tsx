import { type ReactNode, useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { Cue, CueLine } from '#core/captions/cues'
import { CaptionPicture } from '../captions/caption-picture.tsx'
import styles from '../captions/captions.module.css'
import { cueAt } from '../captions/cues/cue-at.ts'
import { useShownFrames } from '../captions/cues/cue-time.ts'
import { NextProblem } from '../captions/fixes/problems-bar.tsx'
import { pictureOf, shapeOfFilm } from '../captions/picture-shape.ts'
import { useViewKeys } from '../captions/use-view-keys.ts'
import { useShownKey } from '../keys/use-key-actions.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useFilmPicture } from '../rpc/recording-queries.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { SoundPlayer } from '../sound/player/create-player.ts'
import { usePlayer } from '../sound/player/use-player.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { languageName } from '../ui/language-name.ts'
import { Loading } from '../ui/loading.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { KeptOnly } from '../cut/cut-playback.tsx'
import own from './cut-captions.module.css'
import { CutCueList } from './cut-cue-list.tsx'
import { type CutCaptions as Captions, useCutCaptions } from './use-cut-captions.ts'

export interface CutCaptionsProps {
  readonly session: TranscriptSession
  readonly player: SoundPlayer
  readonly recording: OpenRecording
  /** First in the row above the list. */
  readonly firstTool?: ReactNode
}

/** The captions of the cut, to read, while the cut is played. */
export function CutCaptions({ session, player, recording, firstTool }: CutCaptionsProps) {
  const say = useSay()
  const { list, clock, partlyCut } = useCutCaptions(session, recording)
  const { cues, problems, rules, transcript } = list
  const frames = useShownFrames(transcript)
  const subscribe = useCallback((listener: () => void) => player.onFrame(listener), [player])
  const now = useSyncExternalStore(subscribe, () => cueAt(cues, clock.exactCutTime(player.positionMs).ms))
  const following = usePlayer(player, (state) => state.following)
  const film = useFilmPicture(recording)
  const nextKey = useShownKey('next-doubt') ?? null
  const notes = useNotes(cues, partlyCut)
  const broken = useMemo(
    () => [...new Set([...problems.keys(), ...notes.keys()])].toSorted((a, b) => a - b),
    [problems, notes],
  )
  const [target, setTarget] = useState<number | null>(null)
  const go = useCallback(
    ({ startMs }: Cue): void => {
      player.setFollowing(false)
      player.seek(clock.wholeTime(startMs))
    },
    [player, clock],
  )
  const play = useCallback(
    ({ startMs, endMs }: Cue): void => {
      player.setFollowing(true)
      player.playKept({ startMs: clock.wholeTime(startMs), endMs: clock.wholeTime(endMs, 'before') })
    },
    [player, clock],
  )
  const goToProblem = (step: 1 | -1): void => {
    const from = target ?? now
    const index =
      step === 1
        ? (broken.find((each) => each > from) ?? broken[0])
        : (broken.findLast((each) => each < from) ?? broken.at(-1))
    const cue = index === undefined ? undefined : cues[index]
    if (cue === undefined) return
    player.pause()
    go(cue)
    setTarget(cue.index)
  }
  const refuse = (): void => void toast.show({ text: say('cut-captions.read') })
  useViewKeys({
    'next-doubt': () => goToProblem(1),
    'previous-doubt': () => goToProblem(-1),
    redact: refuse,
    'as-said': refuse,
  })
  const leave = useCallback(() => {
    if (player.state.following) player.setFollowing(false)
  }, [player])
  const shown = cues[now]
  return (
    <div className={styles.work}>
      <KeptOnly session={session} player={player} recording={recording} />
      <section className={styles.cues} aria-label={say('captions.title')}>
        <div className={styles.bar}>
          {firstTool}
          <p className={own.read}>{say('cut-captions.read')}</p>
          <span className={styles.spring} />
          {!list.making && (
            <output className={own.state}>
              {broken.length > 0 && <Icon name="warn" small />}
              {say(broken.length === 0 ? 'captions.broken.none' : 'cut-captions.problems', {
                count: broken.length,
              })}
            </output>
          )}
          {broken.length > 0 && <NextProblem nextKey={nextKey} onNext={() => goToProblem(1)} />}
        </div>
        {cues.length > 0 ? (
          <CutCueList
            list={list}
            frames={frames}
            now={now}
            following={following}
            notes={notes}
            target={target}
            onGo={(cue) => {
              setTarget(null)
              go(cue)
            }}
            onPlay={play}
            onScrolled={leave}
          />
        ) : list.making ? (
          <Loading />
        ) : (
          <EmptyState className={styles.none} title={say('captions.none')} />
        )}
      </section>
      {recording.hasVideo && (
        <aside className={styles.side} aria-label={say('captions.side')}>
          <CaptionPicture
            player={player}
            recording={recording}
            cues={cues}
            shown={shown === undefined ? [] : [shown]}
            linesOf={linesOf}
            picture={pictureOf(shapeOfFilm(film), film)}
            rules={rules}
            language={transcript.language}
            speakers={transcript.speakers}
            withVideo
            withSafeArea={false}
          />
        </aside>
      )}
    </div>
  )
}

const linesOf = ({ lines }: Cue): readonly CueLine[] => lines

/** Of which own texts some words are cut, by index of the caption. */
function useNotes(
  cues: readonly Cue[],
  partlyCut: Captions['partlyCut'],
): ReadonlyMap<number, readonly string[]> {
  const say = useSay()
  const language = useLanguage()
  return useMemo(() => {
    const indexes = new Map(
      partlyCut.length === 0 ? [] : cues.flatMap(({ index, wordIds }) => wordIds.map((id) => [id, index])),
    )
    const notes = new Map<number, string[]>()
    for (const { language: code, wordId } of partlyCut) {
      const index = indexes.get(wordId)
      if (index === undefined) continue
      const note =
        code === ''
          ? say('cut-captions.wording')
          : say('cut-captions.translation', { language: languageName(code, language) })
      notes.set(index, [...(notes.get(index) ?? []), note])
    }
    return notes
  }, [cues, partlyCut, say, language])
}
