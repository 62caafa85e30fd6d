/** A mapping as somebody would read it to another: fields and headers, formats, words, fixes in their order. */
import { formatCount, formatPlural } from '../format.ts'
import table from '../components/Table.module.css'
import type { Mapping } from './answers.ts'
import { OUR_FIELDS } from './our-fields.ts'
import { fixWords } from './problem-groups.ts'
import styles from './ProfileMapping.module.css'
import { dialectSaid, fieldsRead, peopleSaid, wordsRead } from './profile-words.ts'

export function ProfileMapping({ mapping }: { mapping: Mapping }) {
  const fields = fieldsRead(mapping)
  const words = wordsRead(mapping)
  const fixes = mapping.fixes ?? []
  const meanings = new Map(OUR_FIELDS[mapping.kind].map(({ field, meaning }) => [field, meaning]))
  const said = [...dialectSaid(mapping), ...peopleSaid(mapping)]
  return (
    <div className={styles.page}>
      <section>
        <h2>Columns</h2>
        {fields.length === 0 ? (
          <p className={styles.none}>None is named: the headers of the file speak for themselves.</p>
        ) : (
          <div className={styles.panel}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">Our field</th>
                  <th scope="col">Read from</th>
                  <th scope="col">Written as</th>
                </tr>
              </thead>
              <tbody>
                {fields.map(({ field, from, written }) => (
                  <tr key={field}>
                    <th scope="row">
                      {field} <small className={styles.meaning}>{meanings.get(field)}</small>
                    </th>
                    <td className={table.long}>{from}</td>
                    <td>{written ?? <span className={table.quiet}>–</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <div className={styles.side}>
        <section>
          <h2>The file</h2>
          {said.length === 0 ? (
            <p className={styles.none}>How the file is written is found out anew each time.</p>
          ) : (
            <ul className={styles.sentences}>
              {said.map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h2>Words</h2>
          {words.length === 0 ? (
            <p className={styles.none}>No word is placed by hand.</p>
          ) : (
            <div className={styles.panel}>
              <table className={table.table}>
                <thead>
                  <tr>
                    <th scope="col">In</th>
                    <th scope="col">The file says</th>
                    <th scope="col">Taken for</th>
                  </tr>
                </thead>
                <tbody>
                  {words.map(({ field, word, meant }) => (
                    <tr key={`${field} ${word}`}>
                      <td className={table.tight}>{field}</td>
                      <th scope="row" className={table.long}>
                        {word}
                      </th>
                      <td className={table.long}>{meant === '' ? <span className={table.quiet}>blank</span> : meant}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </section>
        <Fixes fixes={fixes} />
      </div>
    </div>
  )
}

const FIXES_SHOWN = 200

function Fixes({ fixes }: { fixes: NonNullable<Mapping['fixes']> }) {
  const rest = fixes.length - FIXES_SHOWN
  return (
    <section>
      <h2>Fixes{fixes.length > 0 && <span className={styles.count}> {formatCount(fixes.length)}</span>}</h2>
      {fixes.length === 0 ? (
        <p className={styles.none}>Nothing is mended.</p>
      ) : (
        <>
          <p className={styles.none}>Applied in this order before the rows are read.</p>
          <ol className={styles.sentences}>
            {fixes.slice(0, FIXES_SHOWN).map((fix, index) => (
              // Two fixes may read alike; their place is what tells them apart.
              <li key={`${index} ${fix.kind}`}>{fixWords(fix)}.</li>
            ))}
          </ol>
          {rest > 0 && <p className={styles.none}>and {formatPlural(rest, 'more')}, all of them in the exported file.</p>}
        </>
      )}
    </section>
  )
}
