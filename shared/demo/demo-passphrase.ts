/** Known to everybody: the demo school has no secrets, and its lock screen says this phrase. */
export const demoPassphrase = 'три зелёных яблока на столе';
