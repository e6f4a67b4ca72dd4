// Import of people in three steps on one page: choose the file, see what would happen, write it.

import { useRef, useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { ErrorNotice, Notice, Progress } from '../ui/notices';
import { Actions } from '../ui/page';
import * as client from './client';
import type { ImportPreview, ImportSource } from './contract';
import { Frame } from './frame';
import { ImportResult } from './import_result';
import { useSay, type Say } from './say';
import { useDoing } from './state';
import { TableFileError, readTableFile } from './table_file';

export function ImportPeople() {
  const say = useSay();
  const [table, setTable] = useState<ImportSource | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const doing = useDoing();

  const choose = (file: File) =>
    void doing.run(async () => {
      setTable(null);
      setPreview(null);
      const read = await readTableFile(file);
      setTable(read);
      setPreview(await client.previewImport(read));
    });
  const write = () =>
    void doing.run(async () => {
      if (table) setPreview(await client.importPeople(table));
    });

  const written = preview?.written === true;
  const ready = preview !== null && !written && preview.problems.length === 0;
  return (
    <Frame
      wide
      trail={[{ href: '#/people', label: say('Danh sách người', 'People') }]}
      title={say('Nhập danh sách người', 'Import people')}
      subtitle={say('Chọn bảng, xem trước, rồi mới ghi. Ghi tất cả hoặc không ghi gì.', 'Choose a table, look, then write. All is written, or nothing.')}
    >
      {!written && <ChooseFile onFile={choose} chosen={table?.source ?? null} busy={doing.busy} />}
      {doing.busy && <Progress label={say('Đang đọc và kiểm tra bảng…', 'Reading and checking the table…')} value={null} />}
      {doing.error instanceof TableFileError ? (
        <Notice kind="error" title={fileErrorText(doing.error, say)}>
          <p>{say('Chưa có gì được ghi. Chọn tệp khác, hoặc lưu lại từ Excel dưới dạng .xlsx hay CSV UTF-8.', 'Nothing was written. Choose another file, or save it from Excel again as .xlsx or CSV UTF-8.')}</p>
        </Notice>
      ) : (
        doing.error !== null && <ErrorNotice error={doing.error} kept={say('Chưa có gì được ghi.', 'Nothing was written.')} />
      )}
      {preview && <ImportResult preview={preview} />}
      {ready && (
        <Actions>
          <Button kind="main" onClick={write} busy={doing.busy}>
            {say('Ghi vào danh sách', 'Write to the list')}
          </Button>
        </Actions>
      )}
      {written && (
        <Actions>
          <a class="button main" href="#/people">
            {say('Xem danh sách người', 'See the people')}
          </a>
          <Button
            onClick={() => {
              setTable(null);
              setPreview(null);
            }}
          >
            {say('Nhập bảng khác', 'Import another table')}
          </Button>
        </Actions>
      )}
    </Frame>
  );
}

function fileErrorText(error: TableFileError, say: Say): string {
  switch (error.code) {
    case 'too-large':
      return say('Tệp quá lớn (trên 5 MB).', 'The file is too large (over 5 MB).');
    case 'empty':
      return say('Tệp không có dòng nào.', 'The file has no lines.');
    case 'not-a-table':
      return say('Không đọc được tệp này như một bảng.', 'This file cannot be read as a table.');
  }
}

interface ChooseProps {
  onFile: (file: File) => void;
  chosen: string | null;
  busy: boolean;
}

function ChooseFile({ onFile, chosen, busy }: ChooseProps) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
    // The same file chosen again, corrected meanwhile, must count as a new choice.
    if (input.current) input.current.value = '';
  };
  return (
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label class="button" for="table-file">
        {chosen ? say('Chọn tệp khác', 'Choose another file') : say('Chọn tệp', 'Choose a file')}
      </label>
      <input
        ref={input}
        id="table-file"
        class="file-input"
        type="file"
        accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => take(event.currentTarget.files)}
      />
      <p class="note">{chosen ? say(`Đang xem: ${chosen}`, `Showing: ${chosen}`) : say('hoặc kéo tệp .xlsx hay .csv vào đây', 'or drag an .xlsx or .csv file here')}</p>
      {!chosen && (
        <details class="note">
          <summary>{say('Bảng cần có những cột nào', 'Which columns the table needs')}</summary>
          <p>
            {say(
              'Mã · Họ và tên · Ngày sinh · Đơn vị (viết từ trên xuống, cách nhau bằng dấu /) · Chức vụ · Chức vụ chính (đánh x) · Cấp ủy nơi cư trú · Phường/xã. Thứ tự cột tùy ý. Người có nhiều chức vụ: nhiều dòng cùng một mã.',
              'Mã · Họ và tên · Ngày sinh · Đơn vị (from the root down, with /) · Chức vụ · Chức vụ chính (x) · Cấp ủy nơi cư trú · Phường/xã. Any order. Several posts: several lines with the same code.',
            )}
          </p>
        </details>
      )}
    </div>
  );
}
