/** Of which day a file of people speaks. */
import { Button } from '../components/Button.tsx'
import { formatDate } from '../format.ts'
import { isRead } from './file-mapping.ts'
import styles from './StatedDay.module.css'
import type { Mapping } from './answers.ts'

interface Props {
  mapping: Mapping
  /** As the name of the file says. */
  statedOn: string | null
  /** The empty text for the day of the import. */
  onDay: (day: string) => void
}

export function StatedDay({ mapping, statedOn, onDay }: Props) {
  const day = mapping.constants?.['effective_date'] ?? ''
  if (isRead(mapping, 'effective_date'))
    return (
      <p className={styles.hint}>
        Each row says itself from which day it holds: {mapping.columns['effective_date']} is read as effective_date.
      </p>
    )
  return (
    <section className={styles.stated}>
      <label>
        <span>This file shows the state of</span>
        <input type="date" value={day} max="9999-12-31" onChange={event => onDay(event.target.value)} data-focus="stated-day" />
      </label>
      {statedOn !== null && statedOn !== day && <Button onPress={() => onDay(statedOn)}>Use {formatDate(statedOn)} from its name</Button>}
      {day !== '' && (
        <Button variant="quiet" onPress={() => onDay('')}>
          Use the day of the import
        </Button>
      )}
      <p className={styles.hint}>
        {day === ''
          ? 'No day is stated: changes against the last file count from the day of the import.'
          : `Changes against the last file count from ${formatDate(day)}${statedOn === day ? ', the day in the name of the file' : ''}.`}
      </p>
    </section>
  )
}
