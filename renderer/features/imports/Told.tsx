import styles from './Imports.module.css';

/** What happened, a line each. */
export function Told({ facts }: { readonly facts: readonly string[] }) {
  return (
    <ul className={styles.told}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
