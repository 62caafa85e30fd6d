/** How every report writes numbers, shares, dates and lists. What is unknown is a word or nothing, never a 0. */
const NO_BREAK_SPACE = '\u00a0'

const formats = [0, 1, 2].map(decimals => new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }))

/** `1,204`, or with decimals `3.5`. Decimals: 0, 1 or 2. */
export function figure(value: number, decimals: 0 | 1 | 2 = 0): string {
  const text = formats[decimals]?.format(value) ?? String(value)
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}

/** A share (0..1) as `64 %`, its parts never torn apart. What is not nothing and not all never reads as 0 or 100. */
export function percent(share: number, decimals: 0 | 1 = 0): string {
  const step = decimals === 0 ? 0.01 : 0.001
  if (share > 0 && share < step / 2) return `under${NO_BREAK_SPACE}${figure(step * 100, decimals)}${NO_BREAK_SPACE}%`
  if (share < 1 && share > 1 - step / 2) return `over${NO_BREAK_SPACE}${figure(100 - step * 100, decimals)}${NO_BREAK_SPACE}%`
  return `${figure(share * 100, decimals)}${NO_BREAK_SPACE}%`
}

/** `1 system`, `1,204 systems`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${figure(amount)}${NO_BREAK_SPACE}${amount === 1 ? one : many}`
}

/** `a, b and c`; past `most`, `a, b and 7 more`. */
export function list(items: readonly string[], most = 10): string {
  if (items.length > most) return `${items.slice(0, most).join(', ')} and ${figure(items.length - most)} more`
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** `builder_trap` as `builder trap`, `truckFactor` as `truck factor`. */
export const words = (name: string) =>
  name.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Text from a file, fit for one line: without controls, every run of white space one plain space. */
export const oneLine = (text: string) => withoutControls(text.replace(/\s/g, ' ')).replace(/ {2,}/g, ' ').trim()

/**
 * Control characters (a terminal would obey them) and marks that turn the direction of writing are
 * taken out; the joiners that some scripts need are kept.
 */
export const withoutControls = (text: string) => text.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
