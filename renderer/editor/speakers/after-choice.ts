/** A dialog that follows a choice. */
export type AfterChoice =
  | { readonly kind: 'merge'; readonly speakerId: string; readonly otherId: string | null }
  | { readonly kind: 'remember'; readonly speakerId: string }
  | { readonly kind: 'split'; readonly speakerId: string; readonly paragraphId: string | null }
