/** Numbers inside the sentences of a flag or a simulation: rounded, the same on every machine, one and many told apart. */

/** What is not nothing and not all never reads as 0 or 100. */
export function percent(share: number): string {
  const whole = Math.round(share * 100)
  if (share > 0 && whole === 0) return 'under 1 %'
  if (share < 1 - 1e-9 && whole === 100) return 'over 99 %'
  return `${whole} %`
}

/** To one decimal, as `1,204.5`. */
export function number(value: number, decimals: 0 | 1 = 1): string {
  if (decimals === 1 && value > 0 && value < 0.05) return 'under 0.1'
  const factor = 10 ** decimals
  const rounded = Math.round(value * factor) / factor
  return (rounded === 0 ? 0 : rounded).toLocaleString('en')
}

/** `1 person`, `1,204 people`. */
export function countOf(value: number, one: string, several: string, decimals: 0 | 1 = 0): string {
  const text = number(value, decimals)
  return `${text} ${text === '1' ? one : several}`
}

export const hours = (value: number) => countOf(value, 'hour', 'hours', 1)

/** `1.6 times`, always with a decimal: `1.0 times` is not once. */
export const times = (value: number) => `${value.toFixed(value < 0.1 ? 2 : 1)} times`
