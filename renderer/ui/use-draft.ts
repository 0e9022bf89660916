import { useState } from 'react'

/** A value while it is dragged or typed: the draft is returned until the stored value changes, here or elsewhere. */
export function useDraft<Value>(kept: Value): readonly [Value, (draft: Value) => void] {
  const [draft, setDraft] = useState<{ readonly of: Value; readonly value: Value } | null>(null)
  return [draft && Object.is(draft.of, kept) ? draft.value : kept, (value) => setDraft({ of: kept, value })]
}
