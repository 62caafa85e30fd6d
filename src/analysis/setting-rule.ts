/** Between which bounds a setting may be edited, and why its default is what it is. */
export type SettingRule =
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly whole: boolean; readonly reason: string }
  | { readonly kind: 'choice'; readonly reason: string }

const rule = (minimum: number, maximum: number, whole: boolean, reason: string): SettingRule => ({
  kind: 'number',
  minimum,
  maximum,
  whole,
  reason,
})

/** Of whole numbers. */
export const count = (minimum: number, maximum: number, reason: string): SettingRule => rule(minimum, maximum, true, reason)
export const amount = (minimum: number, maximum: number, reason: string): SettingRule => rule(minimum, maximum, false, reason)
