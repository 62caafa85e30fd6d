/** The contributions behind a system, of everybody or of one person. */
import { Choice } from '../components/Choice.tsx'
import { ContributionTable } from '../components/ContributionTable.tsx'
import styles from './EvidenceTable.module.css'
import type { EvidenceRow } from './answers.ts'

interface Props {
  rows: readonly EvidenceRow[]
  total: number
  page: number
  person: string | null
  people: readonly { personId: string; name: string }[]
  onPerson: (person: string | null) => void
  onPage: (page: number) => void
}

/** No person has a blank id. */
const EVERYBODY = ' '

export function EvidenceTable({ rows, total, page, person, people, onPerson, onPage }: Props) {
  const options = [{ value: EVERYBODY, label: 'everybody' }, ...people.map(({ personId, name }) => ({ value: personId, label: name }))]
  return (
    <>
      <div className={styles.tools}>
        <span>Contributions of</span>
        <Choice
          label="Whose contributions"
          options={options}
          value={person ?? EVERYBODY}
          active={person !== null}
          onChange={value => onPerson(value === EVERYBODY ? null : value)}
          focusName="evidence-person"
        />
        <span>newest first</span>
      </div>
      <ContributionTable
        evidence={{ rows, total, page }}
        shows="person"
        none="None is recorded."
        of="contributions"
        label="Evidence"
        onPage={onPage}
      />
    </>
  )
}
