// What an import would do, or did: problems by line and column first, then the sums.

import { Notice } from '../ui/notices';
import { Cell } from './cell';
import type { ImportPreview } from './contract';
import { useRead, useSay } from './say';

export function ImportResult({ preview }: { preview: ImportPreview }) {
  const say = useSay();
  const { problems, summary } = preview;
  const ignored = preview.columns.filter((column) => column.field === null && column.header.trim() !== '');
  const nothingNew =
    summary.people_new + summary.people_changed + summary.posts_new + summary.units_new + summary.committees_new === 0;
  return (
    <section aria-label={say('Kết quả xem trước', 'Preview')}>
      {preview.written ? (
        <Notice
          kind="good"
          title={nothingNew ? say('Bảng này đã có đủ trong danh sách; không có gì thay đổi.', 'The list had all of this already; nothing changed.') : say('Đã ghi vào danh sách.', 'Written to the list.')}
        />
      ) : problems.length > 0 ? (
        <Notice
          kind="warning"
          title={say(`Có ${problems.length} chỗ cần sửa trong bảng. Chưa có gì được ghi.`, `${problems.length} places in the table need correcting. Nothing was written.`)}
        >
          <p>{say('Sửa trong tệp gốc, lưu lại, rồi chọn tệp đó lần nữa.', 'Correct the file, save it, and choose it again.')}</p>
        </Notice>
      ) : (
        <Notice
          title={
            nothingNew
              ? say('Bảng đọc được, mọi dòng đều đã có; ghi cũng không thay đổi gì.', 'The table is good and all of it is known; writing changes nothing.')
              : say('Bảng đọc được, chưa thấy lỗi. Chưa ghi gì cho đến khi bấm nút.', 'The table is good. Nothing is written before you press the button.')
          }
        />
      )}
      {problems.length > 0 && <Problems problems={problems} />}
      <dl class="facts">
        <dt>{say('Số dòng', 'Lines')}</dt>
        <dd>{preview.lines}</dd>
        <dt>{say('Người', 'People')}</dt>
        <dd>
          {say(
            `${summary.people_new} mới · ${summary.people_changed} thay đổi · ${summary.people_same} như cũ`,
            `${summary.people_new} new · ${summary.people_changed} changed · ${summary.people_same} the same`,
          )}
        </dd>
        <dt>{say('Thêm', 'Added')}</dt>
        <dd>
          {say(
            `${summary.posts_new} chức vụ · ${summary.units_new} đơn vị · ${summary.committees_new} cấp ủy nơi cư trú`,
            `${summary.posts_new} posts · ${summary.units_new} units · ${summary.committees_new} residence committees`,
          )}
        </dd>
        {ignored.length > 0 && (
          <>
            <dt>{say('Cột không dùng', 'Columns not used')}</dt>
            <dd>{ignored.map((column) => column.header).join(', ')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Problems({ problems }: { problems: ImportPreview['problems'] }) {
  const say = useSay();
  const read = useRead();
  return (
    <div class="table">
      <table class="cards">
        <caption class="hidden">{say('Những chỗ cần sửa', 'Places to correct')}</caption>
        <thead>
          <tr>
            <th>{say('Dòng', 'Line')}</th>
            <th>{say('Cột', 'Column')}</th>
            <th>{say('Đang ghi', 'It says')}</th>
            <th>{say('Vì sao', 'Why')}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, i) => (
            <tr key={i}>
              <td class="lead">
                <span class="only-narrow">{say('Dòng', 'Line')} </span>
                {problem.line}
              </td>
              <Cell label={say('Cột', 'Column')}>{problem.column || '–'}</Cell>
              <Cell label={say('Đang ghi', 'It says')}>{problem.value === '' ? say('(trống)', '(empty)') : problem.value}</Cell>
              <Cell label={say('Vì sao', 'Why')}>{read(problem)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
