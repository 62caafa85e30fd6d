/** A short list under a small title; an empty one says so. */
import styles from './Points.module.css'

interface Props {
  title: string
  points: readonly string[]
  none: string
}

export function Points({ title, points, none }: Props) {
  return (
    <section className={styles.points}>
      <h4>{title}</h4>
      {points.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {[...new Set(points)].map(point => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
