import { formatDate } from '#core/notation/dates'
import { useState } from 'react'
import { TopBar } from '../../library/top-bar.tsx'
import { usePreferencesQuery } from '../../rpc/preferences-queries.ts'
import { useRecordingSpace } from '../../rpc/recorder-queries.ts'
import { useChangePreferences } from '../../session/change-preferences.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { formatBytes } from '../../ui/format-bytes.ts'
import { Icon } from '../../ui/icon.tsx'
import { toast } from '../../ui/toast.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import { useRecorder, useTry } from '../parts/use-recorder.tsx'
import { useRecorderStore } from '../running/recorder-store.ts'
import { isOn } from '../running/source-slot.ts'
import { sourceName } from '../parts/source-name.ts'
import { EndedNotice } from './ended-notice.tsx'
import { formOf, readPeople, type RecordingForm, rememberedOf, transcriptChoice } from './remembered-form.ts'
import { RecordingFields } from './recording-fields.tsx'
import { SourceList } from './source-list.tsx'
import { useNewSources } from './use-new-sources.ts'
import frame from '../../ui/page-frame.module.css'
import styles from './before.module.css'

/** Before a recording: its sources with their levels, its details, consent. */
export function NewRecordingScreen() {
  const preferences = usePreferencesQuery().data
  return preferences === undefined ? null : <NewRecording />
}

function NewRecording() {
  const say = useSay()
  const language = useLanguage()
  const recorder = useRecorder()
  const attempt = useTry()
  const preferences = usePreferencesQuery().data
  const change = useChangePreferences()
  usePageTitle(say('rec.title'))
  const sourcesOpened = useNewSources(preferences?.recorder ?? {})
  const [date] = useState(() => formatDate(Date.now(), localeOf(language), { day: 'numeric', month: 'long' }))
  const defaultTitle = (day: string): string => say('rec.name.default', { date: day })
  const [form, setForm] = useState(() => formOf(preferences?.recorder ?? {}, defaultTitle, date))
  const [consent, setConsent] = useState<{ readonly given: boolean; readonly atMs: number } | null>(null)
  const [isTried, setTried] = useState(false)
  const [isStarting, setStarting] = useState(false)
  const sourceCount = useRecorderStore(({ slots }) => Math.max(1, slots.filter(isOn).length))
  const space = useRecordingSpace(sourceCount).data

  const start = async (): Promise<void> => {
    setTried(true)
    if (form.title.trim() === '' || readPeople(form.people) === null || isStarting) return
    setStarting(true)
    try {
      // If Record is pressed immediately, the microphone being opened is meant.
      if (!(await sourcesOpened())) return
      const { slots, inputs } = useRecorderStore.getState()
      const on = slots.filter(isOn)
      if (on.length === 0) {
        toast.show({ text: say('rec.no-source'), tone: 'error' })
        return
      }
      change({ recorder: rememberedOf(form, date, defaultTitle(date), slots, inputs) })
      const hasOthers = on.some(({ role }) => role === 'system')
      const microphones = on.filter(({ role }) => role === 'microphone')
      await recorder.start(
        {
          title: form.title.trim(),
          language: form.language,
          people: readPeople(form.people) ?? null,
          type: form.type,
          consent,
          liveText: form.liveText,
          sources: on.map((slot) => ({
            name:
              slot.role === 'system'
                ? say('rec.track.others')
                : microphones.length === 1 && hasOthers
                  ? say('rec.track.me')
                  : sourceName(slot, on, say),
            role: slot.role,
            device: slot.label,
          })),
        },
        on.map(({ input }) => input),
        form.transcribes ? transcriptChoice(form, preferences?.job ?? {}) : null,
      )
    } finally {
      setStarting(false)
    }
  }
  const set = (patch: Partial<RecordingForm>): void => {
    setForm({ ...form, ...patch })
    if (patch.type !== undefined) attempt(() => recorder.sources.setType(patch.type ?? form.type))
  }
  return (
    <div className={frame.app}>
      <TopBar kind="settings" />
      <main id="content" className={frame.page} aria-label={say('rec.title')} tabIndex={-1}>
        <div className={styles.column}>
          <EndedNotice />
          <h1>{say('rec.title')}</h1>
          <div className={styles.duo}>
            <div>
              <h2>{say('rec.sources')}</h2>
              <SourceList />
            </div>
            <RecordingFields form={form} onChange={set} isTried={isTried} />
          </div>
          <div className={styles.agree}>
            <Checkbox
              checked={consent?.given ?? false}
              onChange={(given) => setConsent({ given, atMs: recorder.clock.now() })}
              describedBy="consent-hint"
            >
              {say('rec.consent')}
            </Checkbox>
            <p id="consent-hint" className={styles.meta}>
              {say('rec.consent.hint')}
            </p>
          </div>
        </div>
      </main>
      <section className={styles.dock} aria-label={say('rec.record')}>
        <div className={styles.space}>
          {space && (
            <>
              <Icon name="disk" />
              <div>
                <b>
                  {say('rec.space', {
                    hours: Math.floor(space.minutes / 60),
                    minutes: space.minutes,
                  })}
                </b>
                <p className={styles.meta}>
                  {say('rec.space.free', {
                    free: formatBytes(space.freeBytes, language),
                    sources: sourceCount,
                  })}
                </p>
              </div>
            </>
          )}
        </div>
        <Button
          variant="main"
          className={styles.record}
          takesFocus
          disabled={isStarting}
          onPress={() => attempt(start)}
        >
          <Icon name="record" filled />
          {say('rec.record')}
        </Button>
        <div className={styles.end}>
          <Icon name="home" small />
          {say('rec.nothing-sent')}
        </div>
      </section>
    </div>
  )
}
