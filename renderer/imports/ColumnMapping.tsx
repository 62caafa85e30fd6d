/** One row per field of ours: which column of the file it is, with samples to judge by. */
import { useState } from 'react'
import { Choice } from '../components/Choice.tsx'
import { classes } from '../components/classes.ts'
import { formatCount } from '../format.ts'
import styles from './ColumnMapping.module.css'
import { samplesOf } from './files-view.ts'
import { OUR_FIELDS } from './our-fields.ts'
import type { InputKind, Inspection } from './answers.ts'

interface Props {
  file: Inspection
  kind: InputKind
  onColumn: (field: string, header: string | null) => void
}

/** No header of a file is called this: headers are trimmed. */
const LEFT_OUT = ' '

export function ColumnMapping({ file, kind, onColumn }: Props) {
  const [everyField, setEveryField] = useState(false)
  const fields = OUR_FIELDS[kind]
  const shown = everyField ? fields : fields.filter(({ field, must }) => must || file.columns[field] !== undefined)
  const hidden = fields.length - shown.length
  const options = [
    { value: LEFT_OUT, label: 'Not in this file' },
    ...[...new Set(file.headers)].map(header => ({ value: header, label: header })),
  ]
  return (
    <section>
      <h3 className={styles.title}>Columns</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Our field</th>
            <th scope="col">Column in the file</th>
            <th scope="col">First values</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ field, must, meaning }) => {
            const header = file.columns[field]
            const samples = samplesOf(file, header)
            return (
              <tr key={field} className={classes(must && header === undefined && styles.missing)}>
                <th scope="row">
                  <b>{field}</b>
                  {must && <span className={styles.must}>must</span>}
                  <small>{meaning}</small>
                </th>
                <td>
                  <Choice
                    look="field"
                    label={`Column for ${field}`}
                    options={options}
                    value={header ?? LEFT_OUT}
                    onChange={value => onColumn(field, value === LEFT_OUT ? null : value)}
                    focusName={`column:${field}`}
                  />
                </td>
                <td>
                  {samples.length === 0 ? (
                    <span className={styles.none}>{header === undefined ? '–' : 'blank in the first rows'}</span>
                  ) : (
                    samples.map((sample, index) => (
                      // Samples may repeat; their place is what tells them apart.
                      <code key={`${index} ${sample}`}>{sample}</code>
                    ))
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {(hidden > 0 || everyField) && (
        <button type="button" className={styles.more} aria-expanded={everyField} onClick={() => setEveryField(!everyField)}>
          {everyField ? 'Show only the fields in use' : `Show ${formatCount(hidden)} more fields this file could fill`}
        </button>
      )}
    </section>
  )
}
