/** The shape of a catalogue: the same keys, any words. English is checked against Russian with it. */
export type WordsLike<Catalogue> = {
  readonly [Key in keyof Catalogue]: Catalogue[Key] extends string ? string : WordsLike<Catalogue[Key]>;
};
