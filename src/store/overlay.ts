/** The former row with every filled cell of the later one put over it; empty lists are blank cells. */
export function overlay<Row extends object>(former: Row, later: Row): Row {
  const folded = { ...former }
  // Object.keys forgets that the keys are those of the type.
  for (const field of Object.keys(later) as (keyof Row)[]) if (isFilled(later[field])) folded[field] = later[field]
  return folded
}

const isFilled = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0)
