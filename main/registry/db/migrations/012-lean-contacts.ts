/** Nobody looks contacts up by their value alone, and keeping them in that order was a tenth of the time of an import. */
export const leanContacts = /* sql */ `
drop index contact_by_value;
`;
