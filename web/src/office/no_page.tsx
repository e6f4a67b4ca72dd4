// When there is nothing to show: no such page, no right to see it, no work for this account.

import { Notice } from '../ui/notices';
import { roleWords } from './codes';
import { Frame } from './frame';
import { rolesFor, type PageName } from './router';
import { useRead, useSay } from './say';

export function NoSuchPage() {
  const say = useSay();
  return (
    <Frame title={say('Không có trang này', 'No such page')}>
      <p>{say('Địa chỉ có thể đã gõ sai hoặc trang đã đổi chỗ.', 'The address may be mistyped, or the page has moved.')}</p>
      <p>
        <a class="button main" href="#/">
          {say('Về trang đầu', 'To the first page')}
        </a>
      </p>
    </Frame>
  );
}

export function NoRight({ page }: { page: PageName }) {
  const say = useSay();
  const read = useRead();
  const roles = rolesFor(page);
  const names = Array.isArray(roles) ? roles.map((role) => read(roleWords[role])).join(', ') : '';
  return (
    <Frame title={say('Không thuộc quyền xem', 'Not for this account')}>
      <Notice title={say(`Mục này chỉ dành cho: ${names}.`, `Only these may see this: ${names}.`)}>
        <p>{say('Nếu cần xem, đề nghị quản trị cấp thêm vai trò cho tài khoản này.', 'If you need it, ask the operator to give this account the role.')}</p>
      </Notice>
      <p>
        <a class="button main" href="#/">
          {say('Về trang đầu', 'To the first page')}
        </a>
      </p>
    </Frame>
  );
}

export function NoWork() {
  const say = useSay();
  return (
    <Frame title={say('Chưa có việc cho tài khoản này', 'Nothing for this account yet')}>
      <p>{say('Tài khoản chưa được giao vai trò nào. Đề nghị quản trị giao vai trò.', 'The account has no role yet. Ask the operator to give it one.')}</p>
    </Frame>
  );
}
