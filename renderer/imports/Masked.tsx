/** Stands in the place of a protected cell. */
import styles from './Masked.module.css'

export const Masked = () => <span className={styles.masked}>protected</span>
