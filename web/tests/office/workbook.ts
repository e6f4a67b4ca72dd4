// Small XLSX files for tests: one sheet, cells as XML. Style 1 is a day.
import { strToU8, zipSync } from 'fflate';

const part = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);

/** The smallest workbook with these rows. */
export function workbook(rows: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const pkg = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync(
    {
      '[Content_Types].xml': part(`<Types xmlns="${pkg}/content-types"/>`),
      '_rels/.rels': part(`<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
      'xl/workbook.xml': part(`<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`),
      'xl/_rels/workbook.xml.rels': part(`<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/></Relationships>`),
      'xl/styles.xml': part(`<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`),
      'xl/worksheets/sheet1.xml': part(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    },
    { level: 6 },
  );
}

export const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** A list of people so long that its sheet is over 512 kB: from there on the reader would want a worker. */
export function longList(): Uint8Array {
  const head = `<row r="1">${text('A1', 'Mã')}${text('B1', 'Họ và tên')}</row>`;
  const rows = Array.from({ length: 6000 }, (_, i) => `<row r="${i + 2}">${text(`A${i + 2}`, `TH${i}`)}${text(`B${i + 2}`, `Người Thử Số ${i}`)}</row>`);
  return workbook(head + rows.join(''));
}
