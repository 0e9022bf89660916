import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { ChoiceBoxes } from './choice-boxes.tsx'
import { ListChoices } from './list-choices.tsx'
import { CutSwitch } from './cut-switch.tsx'
import { CaptionFacts, CutCaptionFacts } from './export-facts.tsx'
import styles from './export.module.css'
import { formats as allFormats } from '#core/formats/formats'
import { soundFileBytes } from '#core/formats/sounds/sound-files'
import { type OutputOptions } from '#core/formats/output-options'
import { FilmPart } from './film-part.tsx'
import { lossWords, nameWords } from '#core/formats/loss-words'
import { MinutesTemplate } from './minutes-template.tsx'
import { OutputBoxes } from './output-boxes.tsx'
import { SoundBoxes } from './sound-boxes.tsx'
import { WrongStartElsewhere } from './wrong-start-elsewhere.tsx'
import { ALL_LANGUAGES, TranslationChoice } from './translation-choice.tsx'
import { type ShownExport } from './use-shown-export.ts'

export interface ShownChoicesProps {
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  readonly shownExport: ShownExport
}

/** The options of the format that is shown, what its file will have, and what it omits. */
export function ShownChoices({ session, recording, shownExport }: ShownChoicesProps) {
  const say = useSay()
  const language = useLanguage()
  const {
    exported,
    others,
    choices,
    setChoices,
    languages,
    translation,
    allLanguages,
    setInLanguage,
    setOffsetWrong,
    shown,
    film,
    sound,
    list,
    soundFacts,
    format,
    hasTracks,
    isMinutes,
    isText,
    hasStart,
    wrongStart,
    options,
    hasCut,
    made,
    isFresh,
    madeList,
  } = shownExport
  const change = (output: OutputOptions): void => setChoices({ ...choices, output })
  const all = made !== null && isFresh ? made.losses : []
  // What a film keeps is not what an SRT file keeps, except for names.
  const losses =
    sound !== null || list !== null
      ? null
      : film === null
        ? lossWords(all, format, language)
        : nameWords(all, language)

  return (
    <div className={styles.choices}>
      <CutSwitch exported={exported} />
      {list !== null && <ListChoices made={madeList.data} output={choices.output} onChange={change} />}
      {sound !== null && (
        <SoundBoxes
          id={sound}
          sound={soundFacts.data}
          choices={choices.sound}
          onChange={(chosen) => setChoices({ ...choices, sound: chosen })}
        />
      )}
      {sound === null && list === null && languages.length > 0 && (
        <TranslationChoice
          languages={languages}
          original={session.state.transcript.language}
          withAll={hasTracks}
          chosen={allLanguages && hasTracks ? ALL_LANGUAGES : translation}
          onChoose={setInLanguage}
        />
      )}
      <ChoiceBoxes
        formats={sound === null && list === null ? [format] : []}
        choices={choices}
        onChange={setChoices}
        session={session}
        hasSound={made?.sound !== undefined}
        soundBytes={made?.sound?.bytes}
        soundFile={
          soundFacts.data === undefined || others.sounds.length === 0 || translation !== null
            ? null
            : soundFileBytes('mp3', { ...choices.sound, isMono: true }, soundFacts.data)
        }
      />
      {isMinutes && <MinutesTemplate language={session.state.transcript.language} />}
      {sound === null &&
        list === null &&
        allFormats[format].choices.captions !== null &&
        (exported.key === null ? (
          <CaptionFacts
            session={session}
            recording={recording}
            names={options.captionNames}
            translation={translation}
          />
        ) : (
          <CutCaptionFacts session={session} translation={translation} captions={made?.cut?.captions} />
        ))}
      {exported.isCut && shown === 'json' && (
        <p className={styles.losses}>
          <Icon name="info" small />
          {say('export.cut.json')}
        </p>
      )}
      {film !== null && <FilmPart trim={hasCut ? null : recording.trim} />}
      {wrongStart !== null && !hasStart && <WrongStartElsewhere wrong={wrongStart} />}
      {losses !== null && (
        <p className={styles.losses}>
          <Icon name="info" small />
          {losses}
        </p>
      )}
      <OutputBoxes
        key={shown}
        formats={isText ? [format] : []}
        film={film}
        output={choices.output}
        transcript={session.state.transcript}
        onChange={change}
        wrongStart={hasStart ? wrongStart : null}
        onOffsetWrong={setOffsetWrong}
      />
    </div>
  )
}
