import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { type Expectation, refused, rows, type TrapFile } from './trap-file.ts';

const TABLE = [
  ['Фамилия', 'Имя', 'Класс'],
  ['Иванов', 'Иван', '5А'],
  ['Петрова', 'Анна', '5Б'],
];
const FIRST = { 'pupil.surname': 'Иванов', 'pupil.className': '5А' } as const;
const GOOD = rows(2, { first: FIRST });

/** Sheets whose XML is unusual or hostile. */
export async function sheetTraps(): Promise<TrapFile[]> {
  return [...(await xlsxSheets()), ...(await odsSheets())];
}

async function xlsxSheets(): Promise<TrapFile[]> {
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: 'Дети', rows: TABLE }] }));
  const start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  const sheet = (name: string, inner: string, expected: Expectation, behind = ''): TrapFile => {
    const xml = strToU8(`${start}${inner}</sheetData>${behind}</worksheet>`);
    return { name: `XLSX sheet: ${name}`, bytes: zipSync({ ...parts, 'xl/worksheets/sheet1.xml': xml }), expected };
  };
  const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const line = (row: number, values: readonly string[]) =>
    `<row r="${row}">${values.map((value, column) => text(`${'ABC'[column]}${row}`, value)).join('')}</row>`;
  const lines = (from: number) => TABLE.map((values, index) => line(from + index, values)).join('');
  return [
    sheet('texts in place', lines(1), GOOD),
    sheet('from row 50 on', lines(50), GOOD),
    sheet('cells without places', lines(1).replace(/ r="[A-C]?\d+"/g, ''), GOOD),
    sheet(
      'the last cell there is',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
      refused('spreadsheet-damaged'),
    ),
    sheet(
      'two far corners',
      `${lines(1)}<row r="1100"><c r="XFD1100"><v>1</v></c></row>`,
      refused('too-many-columns', 1100),
    ),
    sheet(
      'places that are none',
      '<row r="__proto__"><c r="ZZZZZZ99999999999"><v>2</v></c></row>',
      refused('spreadsheet-damaged'),
    ),
    sheet('texts that are not there', '<row r="1"><c r="A1" t="s"><v>99999</v></c></row>', refused('sheet-empty')),
    sheet('a million merged cells', lines(1), GOOD, merged('D1:W50000')),
    sheet('columns merged to the last row, over and over', lines(1), GOOD, merged(...Array(1000).fill('D1:D1048576'))),
    sheet('rich text', lines(1).replace('<t>Иванов</t>', '<r><t>Ива</t></r><r><t>нов</t></r>'), GOOD),
    sheet(
      'entities',
      lines(1).replace('Иванов', '&lt;b&gt; &amp; &#1071;'),
      rows(2, { first: { 'pupil.surname': '<b> & Я' } }),
    ),
    sheet('an unknown entity', lines(1).replace('Анна', '&xxe;'), GOOD),
  ];
}

function merged(...places: readonly string[]): string {
  return `<mergeCells>${places.map((place) => `<mergeCell ref="${place}"/>`).join('')}</mergeCells>`;
}

async function odsSheets(): Promise<TrapFile[]> {
  const parts = unzipSync(await writeOds({ sheets: [{ name: 'Дети', rows: TABLE }] }));
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array());
  const first = /<table:table-row.*?<\/table:table-row>/s;
  const sheet = (name: string, xml: string, expected: Expectation): TrapFile => ({
    name: `ODS sheet: ${name}`,
    bytes: zipSync({ ...parts, 'content.xml': strToU8(xml) }, { level: 0 }),
    expected,
  });
  const filling = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16381"/></table:table-row>';
  const many = content.replace(first, (row) => row.repeat(3000)).replaceAll('</table:table-row>', filling);
  const heading = content.replace(first, (row) => `<table:table-header-rows>${row}</table:table-header-rows>`);
  const locked = strToU8('<manifest:manifest><manifest:encryption-data/></manifest:manifest>');
  return [
    sheet('rows filled up to the edge', many, GOOD),
    sheet('a heading repeated on every page', heading, GOOD),
    sheet(
      'elements in elements',
      content.replace('<table:table-row', `${'<x>'.repeat(100_000)}<table:table-row`),
      refused('spreadsheet-damaged'),
    ),
    sheet('a document type', content.replace(/^(<\?xml[^>]*>)?/, '$1<!DOCTYPE x>'), refused('spreadsheet-damaged')),
    {
      name: 'ODS with a password',
      bytes: zipSync({ ...parts, 'META-INF/manifest.xml': locked }),
      expected: refused('archive-encrypted'),
    },
  ];
}
