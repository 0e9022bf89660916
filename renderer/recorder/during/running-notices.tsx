import type { Locale } from '#core/notation/locale'
import { formatFixed } from '#core/notation/numbers'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Banner, type BannerProps } from '../../ui/banner.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { formatDuration } from '../../ui/format-duration.ts'
import { type Say, useLocale, useSay } from '../../ui/words.tsx'
import { sourceName } from '../parts/source-name.ts'
import { useRecorder } from '../parts/use-recorder.tsx'
import { type Notice, noticeId } from '../running/notice.ts'
import { type Running, useRecorderStore } from '../running/recorder-store.ts'
import type { SourceSlot } from '../running/source-slot.ts'
import styles from './during.module.css'

/** A shorter loss of the connection is not reported. */
const TOLD_FROM_MS = 2_000

/** Notices for the person; the recording continues unless a notice says that it is paused. */
export function RunningNotices({ running }: { readonly running: Running }) {
  const say = useSay()
  const locale = useLocale()
  const recorder = useRecorder()
  const slots = useRecorderStore((state) => state.slots)
  const isAway = !running.isConnected && running.keptMs > TOLD_FROM_MS
  return (
    <div className={styles.notices}>
      {isAway && (
        <Banner title={say('rec.notice.away')} tone="warn" icon="network" role="status">
          <p>
            {say('rec.notice.away.more', {
              time: formatDuration(running.keptMs),
            })}
          </p>
        </Banner>
      )}
      {running.notices.map((notice) => (
        <Banner
          key={noticeId(notice)}
          {...wordsOf(notice, running, slots, say, locale)}
          error={'error' in notice ? notice.error : undefined}
          actions={
            <>
              <Button size="small" onPress={() => recorder.dismiss(notice)}>
                {say('rec.notice.dismiss')}
              </Button>
              {notice.kind === 'disk-low' && (
                <Link className={buttonClass('line', 'small')} to="/storage">
                  {say('library.space.what')}
                </Link>
              )}
            </>
          }
        />
      ))}
    </div>
  )
}

function wordsOf(
  notice: Notice,
  { inputs }: Running,
  slots: readonly SourceSlot[],
  say: Say,
  locale: Locale,
): Pick<BannerProps, 'title' | 'children' | 'tone' | 'icon' | 'role'> {
  const slot = 'input' in notice ? slots.find(({ input }) => input === notice.input) : undefined
  const name = slot === undefined ? '' : sourceName(slot, slots, say)
  const goesOn = (
    title: string,
    more: ReactNode,
    icon: BannerProps['icon'] = 'warn',
  ): Pick<BannerProps, 'title' | 'children' | 'tone' | 'icon' | 'role'> => ({
    title,
    children: <p>{more}</p>,
    tone: 'warn',
    icon,
    role: 'status',
  })
  switch (notice.kind) {
    case 'silent': {
      const minutes = Math.max(2, Math.floor((Date.now() - notice.sinceMs) / 60_000))
      return goesOn(
        say('rec.notice.silent', { role: slot?.role ?? 'microphone', name, minutes }),
        say('rec.notice.silent.more', { others: inputs.length - 1 }),
      )
    }
    case 'clipped':
      return goesOn(say('rec.notice.clipped', { name, times: notice.times }), say('rec.notice.clipped.more'))
    case 'replaced': {
      const { gone, by } = notice
      const of = gone === by ? 'rec.notice.reopened' : 'rec.notice.replaced'
      const seconds = formatFixed(notice.silentMs / 1000, locale, 1)
      return goesOn(
        say(of, { gone }),
        say(`${of}.more`, { by, time: formatDuration(notice.atMs), seconds }),
        'mic',
      )
    }
    case 'lost':
      return goesOn(
        say('rec.notice.lost', { gone: notice.gone === '' ? name : notice.gone }),
        say('rec.notice.lost.more', { time: formatDuration(notice.atMs) }),
        'mic',
      )
    case 'missing': {
      const seconds = Math.max(0.1, Math.round(notice.lengthMs / 100) / 10)
      return goesOn(
        say('rec.notice.missing', { name, seconds }),
        say('rec.notice.missing.more', { time: formatDuration(notice.atMs) }),
      )
    }
    case 'no-source':
      return {
        title: say('rec.notice.no-source'),
        children: <p>{say('rec.notice.no-source.more', { time: formatDuration(notice.atMs) })}</p>,
        tone: 'danger',
        icon: 'mic',
        role: 'alert',
      }
    case 'slept':
      return goesOn(
        say('rec.notice.slept', { length: formatDuration(notice.lengthMs) }),
        say('rec.notice.slept.more', { time: formatDuration(notice.atMs) }),
        'clock',
      )
    case 'disk-low':
      return goesOn(
        say('rec.notice.disk-low', { minutes: notice.minutes }),
        say('rec.notice.disk-low.more'),
        'disk',
      )
    case 'failing':
      return {
        title: say('rec.notice.failing'),
        children: (
          <>
            <p>{say('rec.notice.failing.more')}</p>
            <p>{notice.error.message}</p>
          </>
        ),
        tone: 'danger',
        icon: 'disk',
        role: 'alert',
      }
    case 'text-model':
      return goesOn(
        say('rec.notice.text-model', { model: notice.model }),
        say('rec.notice.text-model.more', { by: notice.by, reason: notice.error.message }),
      )
    case 'new-part':
      return goesOn(
        say('rec.notice.new-part'),
        say('rec.notice.new-part.more', { title: notice.title, time: formatDuration(notice.keptMs) }),
        'info',
      )
  }
}
