import type { ShownMinutesBlock } from '#contracts/calls/exports'
import type { Proof } from '#core/formats/minutes/minutes-blocks'
import { readableTime } from '#core/notation/clock'
import type { Moment } from '#core/moments/moment'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { MomentChanges } from '../moments/use-moments.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useSay } from '../ui/words.tsx'
import { EditableText } from './editable-text.tsx'
import { ItemTime } from './item-time.tsx'
import styles from './minutes.module.css'
import { type ItemSound, useItemSound } from './use-item-sound.ts'
import { PeopleTable } from './people-table.tsx'

export interface MinutesPaperProps {
  readonly recording: OpenRecording
  readonly blocks: readonly ShownMinutesBlock[]
  readonly moments: readonly Moment[]
  readonly changes: MomentChanges
  /** The moment to edit first. */
  readonly added: string | null
  readonly onWritten: () => void
}

/** The blocks of minutes; decisions, actions and names of bookmarks are edited in place. */
export function MinutesPaper({ blocks, recording, ...given }: MinutesPaperProps) {
  const sound = useItemSound(recording)
  const editing = { ...given, sound }
  const seen = new Map<string, number>()
  return blocks.map((block) => {
    // What is typed in a block stays when another one comes or goes above it.
    const name = nameOf(block)
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return <Block key={`${name} ${count}`} block={block} {...editing} />
  })
}

const nameOf = (block: ShownMinutesBlock): string =>
  block.kind === 'table' ? `table ${block.head.join(' ')}` : block.kind

type Editing = Omit<MinutesPaperProps, 'blocks' | 'recording'> & { readonly sound: ItemSound }

function Block({ block, ...editing }: Editing & { readonly block: ShownMinutesBlock }) {
  switch (block.kind) {
    case 'heading': {
      // The screen has its own first heading.
      const Heading = block.level === 1 ? 'h2' : block.level === 2 ? 'h3' : 'h4'
      return <Heading className={block.level === 1 ? styles.title : undefined}>{block.text}</Heading>
    }
    case 'line':
      return <p>{block.text}</p>
    case 'items':
      return (
        <ul className={styles.items}>
          {block.texts.map((text, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={place}>{text}</li>
          ))}
        </ul>
      )
    case 'numbered':
      return (
        <ol className={styles.decisions}>
          {block.items.map((item) => (
            <Decision key={item.id} item={item} {...editing} />
          ))}
        </ol>
      )
    case 'table':
      return block.voices === undefined ? (
        <Rows table={block} {...editing} />
      ) : (
        <PeopleTable head={block.head} rows={block.rows} voices={block.voices} />
      )
    case 'passages':
      return block.passages.map((passage, place) => (
        <PassageOf key={passage.momentId ?? place} passage={passage} {...editing} />
      ))
    case 'text':
      return block.blocks.map(({ kind, name, startMs, text }, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className={styles.said} data-kind={kind}>
          {(name !== null || startMs !== null) && (
            <p>
              <b>{name}</b> <time>{startMs === null ? '' : readableTime(startMs)}</time>
            </p>
          )}
          <p>{text}</p>
        </div>
      ))
    default:
      return block satisfies never
  }
}

/** A newly added one that stays empty is removed again. */
const endOf =
  (moment: Moment, { changes, added, onWritten }: Pick<Editing, 'changes' | 'added' | 'onWritten'>) =>
  (text: string): void => {
    if (added !== moment.id) return
    onWritten()
    if (text === '') changes.remove(moment)
  }

type BlockOf<Kind extends ShownMinutesBlock['kind']> = Extract<ShownMinutesBlock, { readonly kind: Kind }>

function Decision({
  item: { id, text, atMs, proof },
  moments,
  changes,
  added,
  onWritten,
  sound,
}: Editing & { readonly item: BlockOf<'numbered'>['items'][number] }) {
  const say = useSay()
  const moment = moments.find((each) => each.id === id)
  if (moment?.kind !== 'decision') return <li>{text}</li>
  return (
    <li>
      <EditableText
        label={say('moments.text.decision')}
        text={moment.value}
        placeholder={say('moments.text.decision')}
        isNew={added === id}
        onEnd={endOf(moment, { changes, added, onWritten })}
        onSave={(value) => changes.set({ ...moment, value })}
      />
      <ItemTime id={id} atMs={atMs} proof={proof} sound={sound} />
      <Remove moment={moment} text={moment.value} changes={changes} />
    </li>
  )
}

function Rows({ table, ...editing }: Editing & { readonly table: BlockOf<'table'> }) {
  const { head, rows, numbersFrom, rowIds, rowProofs } = table
  const classOf = (column: number) => (column >= numbersFrom ? styles.number : undefined)
  return (
    <table>
      <thead>
        <tr>
          {head.map((text, column) => (
            <th key={text} scope="col" className={classOf(column)}>
              {text}
            </th>
          ))}
          {rowIds !== undefined && <DeleteHead />}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, place) => {
          const moment = editing.moments.find(({ id }) => id === rowIds?.[place])
          return moment?.kind === 'action' ? (
            <ActionRow
              key={moment.id}
              action={moment}
              hasTime={cells.length > numbersFrom}
              proof={rowProofs?.[place] ?? null}
              head={head}
              {...editing}
            />
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>
              {cells.map((text, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} className={classOf(column)}>
                  {text}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function DeleteHead() {
  const say = useSay()
  return (
    <th scope="col" className={styles.rowAct}>
      <VisuallyHidden>{say('moments.delete')}</VisuallyHidden>
    </th>
  )
}

function ActionRow({
  action,
  hasTime,
  proof,
  head,
  changes,
  added,
  onWritten,
  sound,
}: Editing & {
  readonly action: Extract<Moment, { readonly kind: 'action' }>
  readonly hasTime: boolean
  readonly proof: Proof | null
  readonly head: readonly string[]
}) {
  const { value } = action
  const parts = ['text', 'who', 'until'] as const
  return (
    <tr>
      {parts.map((part, column) => (
        <td key={part}>
          <EditableText
            label={head[column] ?? part}
            text={value[part]}
            placeholder="–"
            isNew={part === 'text' && added === action.id}
            onEnd={endOf(action, { changes, added, onWritten })}
            onSave={(typed) => changes.set({ ...action, value: { ...value, [part]: typed } })}
          />
        </td>
      ))}
      {hasTime && (
        <td className={styles.number}>
          <ItemTime id={action.id} atMs={action.atMs} proof={proof} sound={sound} />
        </td>
      )}
      <td className={styles.rowAct}>
        <Remove moment={action} text={value.text} changes={changes} />
      </td>
    </tr>
  )
}

function PassageOf({
  passage: { momentId, atMs, name, label, text, proof },
  moments,
  changes,
  sound,
}: Editing & { readonly passage: BlockOf<'passages'>['passages'][number] }) {
  const say = useSay()
  const moment = moments.find(({ id }) => id === momentId)
  return (
    <div className={styles.passage}>
      <p>
        <ItemTime id={momentId ?? `at ${atMs}`} atMs={atMs} proof={proof} sound={sound} /> <b>{name}</b>{' '}
        {moment?.kind === 'bookmark' ? (
          <EditableText
            label={say('moments.text.bookmark')}
            text={moment.value}
            placeholder={say('moments.text.bookmark')}
            onSave={(value) => changes.set({ ...moment, value })}
          />
        ) : (
          label
        )}
        {moment !== undefined && <Remove moment={moment} text={label} changes={changes} />}
      </p>
      {text !== '' && <blockquote>{text}</blockquote>}
    </div>
  )
}

function Remove({
  moment,
  text,
  changes,
}: {
  readonly moment: Moment
  readonly text: string
  readonly changes: MomentChanges
}) {
  const say = useSay()
  const remove = (): void => {
    const stepId = changes.remove(moment)
    toast.show({
      text: say('moments.deleted'),
      action: { label: say('moments.undo'), run: () => changes.takeBack(stepId) },
    })
  }
  const what = text === '' ? say('moments.untitled') : text
  const label = say('shell.act-on', { act: say('moments.delete'), what })
  return <IconButton className={styles.remove} icon="x" size="small" label={label} onPress={remove} />
}
