import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PodcastCard } from '#contracts/calls/podcasts'
import { useCall } from '../rpc/use-call.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { formatDay } from '../ui/format-date.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { PodcastPicture } from './podcast-picture.tsx'
import styles from './podcasts.module.css'

export interface PodcastHeadProps {
  readonly podcast: PodcastCard
  readonly nowMs: number
  /** In the list of podcasts the title leads to the podcast's page. */
  readonly isListed?: boolean
}

/** Picture, title and facts of a podcast, and its actions. */
export function PodcastHead({ podcast, nowMs, isListed = false }: PodcastHeadProps) {
  const say = useSay()
  const language = useLanguage()
  const refresh = useCall('podcasts.refresh')
  const [isRemoving, setRemoving] = useState(false)
  const { id, title, address, episodes, picture, readAtMs, remarks } = podcast
  const check = (): void => {
    refresh.mutate(
      { podcastId: id },
      {
        onSuccess: ({ newEpisodes }) =>
          toast.show({ text: say('podcasts.checked', { count: newEpisodes }), tone: 'done' }),
      },
    )
  }
  const read = formatDay(readAtMs, nowMs, language)
  return (
    <div className={classNames(styles.head, isListed && styles.listed)}>
      <PodcastPicture picture={picture} size={isListed ? 'small' : 'large'} />
      <div className={styles.what}>
        {isListed ? (
          <h2>
            <Link to="/podcasts/$id" params={{ id }}>
              {title}
            </Link>
          </h2>
        ) : (
          <h1>{title}</h1>
        )}
        <p className={styles.meta}>
          {address === null
            ? say('podcasts.facts.file', { count: episodes, day: read })
            : say('podcasts.facts', {
                address: address.replace(/^https:\/\//u, ''),
                count: episodes,
                day: read,
              })}
        </p>
        {remarks.map((remark) => (
          <p key={remark} className={styles.meta}>
            {say(`podcast.remark.${remark}`)}
          </p>
        ))}
      </div>
      <div className={styles.acts}>
        {address !== null && (
          <Button size="small" icon="retry" disabled={refresh.isPending} onPress={check}>
            {say(refresh.isPending ? 'podcasts.checking' : 'podcasts.check')}
          </Button>
        )}
        <Menu
          label={say('podcasts.more', { name: title })}
          trigger={<IconButton icon="more" label={say('podcasts.more', { name: title })} />}
        >
          <MenuItem onChoose={() => setRemoving(true)}>{say('podcasts.remove')}</MenuItem>
        </Menu>
      </div>
      {refresh.error && (
        <div className={styles.wide}>
          <ErrorNotice error={refresh.error} />
        </div>
      )}
      {isRemoving && <RemoveDialog podcast={podcast} onClose={() => setRemoving(false)} />}
    </div>
  )
}

function RemoveDialog({ podcast, onClose }: { readonly podcast: PodcastCard; readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const remove = useCall('podcasts.remove')
  const { id, title } = podcast
  return (
    <ConfirmDialog
      title={say('podcasts.remove.title', { title })}
      action={say('podcasts.remove.do')}
      disabled={remove.isPending}
      onAction={() =>
        remove.mutate({ podcastId: id }, { onSuccess: () => void navigate({ to: '/podcasts' }) })
      }
      onClose={onClose}
    >
      <p>{say('podcasts.remove.what')}</p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </ConfirmDialog>
  )
}
