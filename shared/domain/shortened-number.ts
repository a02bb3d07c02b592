/** A spreadsheet made `1,23E+10` of a long number: its last digits are lost for good. */
export const SHORTENED_NUMBER = /^\d[.,]\d+E\+\d+$/i;
