/** How many managers the people files name and how many were found, and why the others were not. */
import { useState } from 'react'
import { Link } from '../components/Link.tsx'
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import { EVERYBODY } from '../people/people-query.ts'
import type { Quality } from './answers.ts'
import styles from './QualityPanel.module.css'
import { managersSentence } from './quality-words.ts'

const FIRST_PROBLEMS = 10

export function ManagersFound({ managers, isAnalysed }: { managers: Quality['managers']; isAnalysed: boolean }) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? managers.problems : managers.problems.slice(0, FIRST_PROBLEMS)
  return (
    <section>
      <h2>Managers</h2>
      <p className={styles.lead}>{managersSentence(managers, isAnalysed)}</p>
      {managers.problems.length > 0 && (
        <div className={styles.panel}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Why not</th>
                <th scope="col" className={table.number}>
                  People
                </th>
                <th scope="col">Who, for example</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ code, words, people, examples }) => (
                <tr key={`${code} ${words}`}>
                  <th scope="row" className={styles.words}>
                    {words}
                  </th>
                  <td className={table.number}>{formatCount(people)}</td>
                  <td>
                    <span className={styles.examples}>
                      {examples.map(example =>
                        isAnalysed ? (
                          <Link
                            key={example}
                            to={{ screen: 'people', query: { ...EVERYBODY, text: example } }}
                            label={`Find ${example} among the people`}
                            focusName={`manager:${code}:${example}`}
                          >
                            {example}
                          </Link>
                        ) : (
                          <span key={example}>{example}</span>
                        ),
                      )}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < managers.problems.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)} data-focus="all-managers">
          Show all {formatCount(managers.problems.length)}
        </button>
      )}
    </section>
  )
}
