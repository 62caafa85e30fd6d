/** Figures with what they mean; one that is not known says why. */
import { Unknown } from '../components/Unknown.tsx'
import styles from './FactList.module.css'

export interface Fact {
  readonly label: string
  readonly value: number | null
  readonly format: (value: number) => string
  readonly unknownBecause: string
  readonly note?: string
}

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value, format, unknownBecause, note }, index) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value === null ? <Unknown because={unknownBecause} /> : format(value)}</b>
            {note !== undefined && value !== null && <span>{note}</span>}
            {value === null && isNews(facts, index) && <span>{unknownBecause}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A reason said once is enough for all that share it. */
const isNews = (facts: readonly Fact[], index: number) =>
  facts.findIndex(fact => fact.value === null && fact.unknownBecause === facts[index]?.unknownBecause) === index
