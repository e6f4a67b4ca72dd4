// Files as offices have them: XLSX with days and numbers, CSV in several encodings, and what is no table at all.
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellText, readTableFile } from '../../src/office/table_file';
import { longList, text, workbook } from './workbook';

const head = `<row r="1">${text('A1', 'Mã')}${text('B1', 'Họ và tên')}${text('C1', 'Ngày sinh')}</row>`;
const fileOf = (bytes: Uint8Array | string, name = 'bang.xlsx') => new File([bytes as BlobPart], name);

describe('XLSX', () => {
  test('cells as text, days as d/m/yyyy, codes with their digits', async () => {
    const rows = `${head}<row r="2"><c r="A2"><v>107</v></c>${text('B2', 'Nguyễn Văn Thử')}<c r="C2" s="1"><v>29221</v></c></row>`;
    expect(await readTableFile(fileOf(workbook(rows)))).toEqual({
      source: 'bang.xlsx',
      rows: [['Mã', 'Họ và tên', 'Ngày sinh'], ['107', 'Nguyễn Văn Thử', '1/1/1980']],
    });
  });

  test('a long sheet (in Chromium: office-pages.walk.ts, where no worker may be made)', async () => {
    const table = await readTableFile(fileOf(longList()));
    expect('rows' in table && table.rows.length).toBe(6001);
    expect('rows' in table && table.rows[6000]).toEqual(['TH5999', 'Người Thử Số 5999']);
  });

  test('empty lines at the end are dropped', async () => {
    const table = await readTableFile(fileOf(workbook(`${head}<row r="2">${text('A2', 'TH1')}</row><row r="3">${text('A3', ' ')}</row>`)));
    expect('rows' in table && table.rows.length).toBe(2);
  });

  test.each([
    ['a zip that is no workbook', zipSync({ 'a.xml': strToU8('<a/>') }), 'not-a-table'],
    ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'not-a-table'],
    ['a workbook without lines', workbook(''), 'empty'],
    ['parts that unpack to more than 40 MB', zipSync({ 'xl/workbook.xml': new Uint8Array(41 * 1024 * 1024) }, { level: 6 }), 'too-large'],
  ])('%s', async (_, bytes, code) => {
    await expect(readTableFile(fileOf(bytes))).rejects.toMatchObject({ code });
  });
});

describe('CSV', () => {
  const csv = 'Mã;Họ và tên\nTH1;Đặng Thị Bịa\n';
  const utf16 = new Uint8Array(2 + csv.length * 2);
  utf16.set([0xff, 0xfe]);
  [...csv].forEach((letter, i) => utf16.set([letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8], 2 + 2 * i));

  test.each([
    ['UTF-8', strToU8(csv)],
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(csv)])],
    ['UTF-16', utf16],
  ])('%s goes on as text', async (_, bytes) => {
    expect(await readTableFile(fileOf(bytes, 'bang.csv'))).toEqual({ source: 'bang.csv', text: csv });
  });

  test('bytes that are no text', async () => {
    await expect(readTableFile(fileOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'bang.xls'))).rejects.toMatchObject({ code: 'not-a-table' });
  });
  test('nothing at all, and too much', async () => {
    await expect(readTableFile(fileOf('', 'a.csv'))).rejects.toMatchObject({ code: 'empty' });
    await expect(readTableFile(fileOf(new Uint8Array(5 * 1024 * 1024 + 1), 'a.csv'))).rejects.toMatchObject({ code: 'too-large' });
  });
});

test('cells', () => {
  expect([null, undefined, '', 'x', 3.5, true, false].map(cellText)).toEqual(['', '', '', 'x', '3.5', 'x', '']);
});
