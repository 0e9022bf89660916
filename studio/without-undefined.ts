export type WithUndefined<Values> = { readonly [Name in keyof Values]?: Values[Name] | undefined }

/** `undefined` in a window's message means that the value is missing. */
export function withoutUndefined<Values extends object>(values: WithUndefined<Values>): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>
}
