import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CallInput } from '#contracts/calls/calls'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useStudio } from '../../rpc/studio-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogSpacer } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './tags-dialog.module.css'

/** The contract's maximum length of a tag. */
const LONGEST = 60

export interface TagsDialogProps {
  readonly cards: readonly Pick<RecordingCard, 'id' | 'title' | 'tags'>[]
  readonly knownTags: readonly string[]
  readonly onClose: () => void
}

/** The tags that all of these recordings have; what is added or removed, is so for each of them. */
export function TagsDialog({ cards, knownTags, onClose }: TagsDialogProps) {
  const say = useSay()
  const studio = useStudio()
  const setTags = useMutation({
    mutationFn: (all: readonly CallInput<'recordings.setTags'>[]) =>
      Promise.all(all.map((input) => studio.call('recordings.setTags', input))),
  })
  const [common] = useState(() => commonTags(cards))
  const [tags, change] = useState<readonly string[]>(common)
  const [typed, setTyped] = useState('')
  const others = knownTags.filter((tag) => !tags.includes(tag))
  const withTyped = (): readonly string[] => {
    const tag = typed.trim().slice(0, LONGEST)
    return tag === '' || tags.includes(tag) ? tags : [...tags, tag]
  }
  const add = (): void => {
    change(withTyped())
    setTyped('')
  }
  const save = (): void => {
    const wanted = withTyped()
    const removed = common.filter((tag) => !wanted.includes(tag))
    setTags.mutate(
      cards.map(({ id, tags: own }) => {
        const kept = own.filter((tag) => !removed.includes(tag))
        return { recordingId: id, tags: [...new Set([...kept, ...wanted])] }
      }),
      { onSuccess: onClose },
    )
  }
  const [first] = cards
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        cards.length === 1 && first !== undefined
          ? say('library.tags.title', { title: first.title })
          : say('library.tags.title.several', { count: cards.length })
      }
      foot={
        <>
          <DialogSpacer />
          <Button onPress={onClose}>{say('shell.cancel')}</Button>
          <Button variant="main" disabled={setTags.isPending} onPress={save}>
            {say('shell.save')}
          </Button>
        </>
      }
    >
      <div className={styles.add}>
        <TextField
          label={say('library.tags.new')}
          showLabel
          value={typed}
          onChange={setTyped}
          onEnter={() => (typed.trim() === '' ? save() : add())}
          takesFocus
        />
        <Button variant="line" icon="plus" disabled={typed.trim() === ''} onPress={add}>
          {say('library.tags.add')}
        </Button>
      </div>
      {tags.length === 0 ? (
        <p className={styles.none}>{say('library.tags.none')}</p>
      ) : (
        <ul className={styles.list}>
          {tags.map((tag) => (
            <li key={tag} className={styles.tag}>
              {tag}
              <IconButton
                icon="x"
                size="small"
                label={say('library.tags.remove', { tag })}
                onPress={() => change(tags.filter((known) => known !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <>
          <p className={styles.used}>{say('library.tags.used')}</p>
          <div className={styles.known}>
            {others.map((tag) => (
              <Button
                key={tag}
                variant="line"
                size="small"
                icon="plus"
                onPress={() => change([...tags, tag])}
              >
                {tag}
              </Button>
            ))}
          </div>
        </>
      )}
      {setTags.error && <ErrorNotice error={setTags.error} />}
    </Dialog>
  )
}

function commonTags(cards: readonly Pick<RecordingCard, 'tags'>[]): readonly string[] {
  const [first, ...others] = cards
  return (first?.tags ?? []).filter((tag) => others.every(({ tags }) => tags.includes(tag)))
}
