/** Numbers inside the sentences of a finding: the same on every machine, whatever its language. */
export const percentText = (share: number) => `${Math.round(share * 100)} %`
export const numberText = (value: number) => String(Math.round(value * 100) / 100)
export const countText = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`
