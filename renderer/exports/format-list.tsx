import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { type Exported, exportedWords, type ExportGroup, exportGroups, type OtherFiles } from './exported.ts'
import styles from './format-list.module.css'
import { startingWith } from './starting-with.ts'

export interface FormatListProps {
  readonly label: string
  readonly ticked: ReadonlySet<Exported>
  readonly onTick: (id: Exported, isTicked: boolean) => void
  /** The one whose file is shown beside the list; omitted where none is: then a click ticks. */
  readonly shown?: Exported
  readonly onShow?: (id: Exported) => void
  /** Enter on a format. */
  readonly onEnter?: () => void
  /** What the recording can be exported as besides formats. */
  readonly others?: OtherFiles
  readonly withMinutes?: boolean
}

/** Of a group's row; minutes are both a group and a format. */
const groupKey = (group: ExportGroup) => `group-${group}` as const
type RowKey = Exported | ReturnType<typeof groupKey>

/** A row of the list: a group or one of its formats. */
type Row =
  | {
      readonly kind: 'group'
      readonly key: RowKey
      readonly id: ExportGroup
      readonly all: readonly Exported[]
    }
  | {
      readonly kind: 'format'
      readonly key: RowKey
      readonly id: Exported
      readonly group: ExportGroup
      readonly place: number
      readonly of: number
    }

/** Formats in groups that fold: arrows move and show, Space ticks, letters find. */
export function FormatList(props: FormatListProps) {
  const { label, ticked, onTick, shown, onShow, onEnter, others = {}, withMinutes = true } = props
  const language = useLanguage()
  const groups = exportGroups(others, withMinutes)
  const groupOf = (id: Exported): ExportGroup | undefined => groups.find(({ ids }) => ids.includes(id))?.group
  const [open, setOpen] = useState<ReadonlySet<ExportGroup>>(() => {
    const first = shown === undefined ? [...ticked].map(groupOf) : [groupOf(shown)]
    return new Set(first.filter((group) => group !== undefined))
  })
  const [cursor, setCursor] = useState<RowKey>(shown ?? groupKey('documents'))
  const list = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', atMs: 0 })
  const rows = groups.flatMap(({ group, ids }): Row[] => [
    { kind: 'group', key: groupKey(group), id: group, all: ids },
    ...(open.has(group)
      ? ids.map((id, index): Row => ({
          kind: 'format',
          key: id,
          id,
          group,
          place: index + 1,
          of: ids.length,
        }))
      : []),
  ])
  const current = rows.find(({ key }) => key === cursor) ?? rows[0]

  const focus = (key: RowKey): void =>
    list.current?.querySelector<HTMLElement>(`[data-row="${key}"]`)?.focus()
  // A list beside a file is the first question of its dialog, which holds the focus.
  const isFocusDue = useRef(onShow !== undefined)
  useEffect(() => {
    if (isFocusDue.current) focus(cursor)
    isFocusDue.current = false
  })

  const moveTo = (row: Row | undefined): void => {
    if (row === undefined) return
    setCursor(row.key)
    focus(row.key)
    if (row.kind === 'format') onShow?.(row.id)
  }
  const fold = (group: ExportGroup, isOpen: boolean): void => {
    const next = new Set(open)
    if (isOpen) next.add(group)
    else next.delete(group)
    setOpen(next)
    setCursor(groupKey(group))
  }
  const findTyped = (letter: string, atMs: number): void => {
    const before = atMs - typed.current.atMs < 1_000 ? typed.current.text : ''
    typed.current = { text: before + letter, atMs }
    const ids = groups.flatMap((group) => group.ids)
    const from = current?.kind === 'format' ? current.id : null
    const id = startingWith(ids, (one) => exportedWords(one).label[language], typed.current.text, from)
    const group = id === null ? undefined : groupOf(id)
    if (id === null || group === undefined) return
    setOpen(new Set([...open, group]))
    setCursor(id)
    // The row may not be there yet.
    isFocusDue.current = true
    onShow?.(id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return
    const at = rows.indexOf(current)
    const group = current.kind === 'group' ? current.id : null
    const isOpen = group !== null && open.has(group)
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(rows[at + 1]),
      ArrowUp: () => moveTo(rows[at - 1]),
      Home: () => moveTo(rows[0]),
      End: () => moveTo(rows.at(-1)),
      ArrowRight: () => {
        if (isOpen) moveTo(rows[at + 1])
        else if (group !== null) fold(group, true)
      },
      ArrowLeft: () => {
        if (current.kind === 'format') moveTo(rows[at - current.place])
        else if (isOpen) fold(current.id, false)
      },
      ' ': () => {
        if (current.kind === 'format') onTick(current.id, !ticked.has(current.id))
        else fold(current.id, !isOpen)
      },
      Enter: () => {
        if (group !== null) fold(group, !isOpen)
        // A held Enter saves once.
        else if (!event.repeat) onEnter?.()
      },
    }
    const act = acts[event.key]
    if (act === undefined && event.key.length !== 1) return
    event.preventDefault()
    if (act === undefined) findTyped(event.key, event.timeStamp)
    else act()
  }
  return (
    <div ref={list} role="tree" tabIndex={-1} aria-label={label} className={styles.list}>
      {rows.map((row) =>
        row.kind === 'group' ? (
          <GroupRow
            key={row.key}
            row={row}
            ticked={ticked}
            isOpen={open.has(row.id)}
            isCurrent={row === current}
            onFocus={() => setCursor(row.key)}
            onKeyDown={onKeyDown}
            onFold={() => fold(row.id, !open.has(row.id))}
          />
        ) : (
          <FormatRow
            key={row.key}
            row={row}
            isTicked={ticked.has(row.id)}
            isShown={row.id === shown}
            isCurrent={row === current}
            onFocus={() => setCursor(row.key)}
            onKeyDown={onKeyDown}
            isDescribed={onShow === undefined}
            onTick={() => {
              setCursor(row.key)
              onTick(row.id, !ticked.has(row.id))
            }}
            onPress={() => {
              setCursor(row.key)
              if (onShow === undefined) onTick(row.id, !ticked.has(row.id))
              else onShow(row.id)
            }}
          />
        ),
      )}
    </div>
  )
}

interface GroupRowProps {
  readonly row: Extract<Row, { readonly kind: 'group' }>
  readonly ticked: ReadonlySet<Exported>
  readonly isOpen: boolean
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onFold: () => void
}

function GroupRow({ row, ticked, isOpen, isCurrent, onFocus, onKeyDown, onFold }: GroupRowProps) {
  const say = useSay()
  const count = row.all.filter((id) => ticked.has(id)).length
  const all = row.all.length
  const amount = count === 0 ? String(all) : say('export.group.ticked', { count, all })
  const name = say(`export.group.${row.id}`)
  return (
    <div
      role="treeitem"
      aria-level={1}
      aria-expanded={isOpen}
      aria-selected={false}
      data-row={row.key}
      tabIndex={isCurrent ? 0 : -1}
      className={styles.group}
      onClick={onFold}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <b>{name}</b>
      <span className={styles.end}>{amount}</span>
      <Icon name={isOpen ? 'down' : 'fwd'} small />
    </div>
  )
}

interface FormatRowProps {
  readonly row: Extract<Row, { readonly kind: 'format' }>
  readonly isTicked: boolean
  readonly isShown: boolean
  readonly isCurrent: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly isDescribed: boolean
  readonly onTick: () => void
  readonly onPress: () => void
}

function FormatRow(props: FormatRowProps) {
  const { row, isTicked, isShown, isCurrent, isDescribed, onFocus, onKeyDown, onTick, onPress } = props
  const purposeId = useId()
  const language = useLanguage()
  const { label, purpose, extension } = exportedWords(row.id)
  const press = (event: MouseEvent): void => {
    const isOnBox = event.target instanceof Element && event.target.closest('[data-box]') !== null
    if (isOnBox) onTick()
    else onPress()
  }
  return (
    <div
      role="treeitem"
      aria-level={2}
      aria-setsize={row.of}
      aria-posinset={row.place}
      aria-checked={isTicked}
      aria-selected={isShown}
      {...(isDescribed ? { 'aria-describedby': purposeId } : { title: purpose[language] })}
      data-row={row.key}
      tabIndex={isCurrent ? 0 : -1}
      className={classNames(styles.format, isDescribed && styles.described)}
      onClick={press}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className={styles.box} data-box data-on={isTicked || undefined}>
        <Icon name="check" small />
      </span>
      <FormatName label={label[language]} extension={extension} />
      {isDescribed && (
        <span id={purposeId} aria-hidden className={styles.purpose}>
          {purpose[language]}
        </span>
      )}
      <span aria-hidden className={styles.end}>
        {extension.slice(extension.lastIndexOf('.'))}
      </span>
    </div>
  )
}

/** `Word (DOCX)`, without what the extension beside it says. */
function FormatName({ label, extension }: { readonly label: string; readonly extension: string }) {
  const said = ` (${extension.slice(1).toUpperCase()})`
  if (!label.endsWith(said)) return <span>{label}</span>
  return (
    <span>
      {label.slice(0, -said.length)}
      <VisuallyHidden>{said}</VisuallyHidden>
    </span>
  )
}
