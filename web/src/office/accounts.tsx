// The operator's list of accounts. Inspectors see it without buttons.

import { useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { Notice } from '../ui/notices';
import { useAccount } from './account';
import { ChangeAccount, NewAccountDialog } from './account_dialogs';
import { Cell } from './cell';
import * as client from './client';
import { roleWords } from './codes';
import type { Account } from './contract';
import { Frame } from './frame';
import { useRead, useSay } from './say';
import { TopAction } from './top_action';
import { Loaded, useLoad } from './state';

export function Accounts() {
  const say = useSay();
  const read = useRead();
  const me = useAccount();
  const mayChange = me.roles.includes('operator');
  const load = useLoad(client.accounts, 'accounts');
  const [open, setOpen] = useState<Account | 'new' | null>(null);
  const [done, setDone] = useState('');
  const close = (what: string) => {
    setOpen(null);
    setDone(what);
    if (what) load.reload();
  };
  return (
    <Frame
      wide
      title={say('Tài khoản', 'Accounts')}
      subtitle={mayChange ? say('Mở, khóa, đặt lại mật khẩu. Vai trò quyết định ai thấy gì.', 'Open, close, reset. Roles decide who sees what.') : undefined}
    >
      {done && <Notice kind="good">{done}</Notice>}
      <Loaded load={load}>
        {(accounts) => (
          <>
            <div class="table">
              <table class="cards">
                <caption class="hidden">{say('Tài khoản', 'Accounts')}</caption>
                <thead>
                  <tr>
                    <th>{say('Họ và tên', 'Name')}</th>
                    <th>{say('Tên đăng nhập', 'Login')}</th>
                    <th>{say('Vai trò', 'Roles')}</th>
                    <th>{say('Tình trạng', 'State')}</th>
                    {mayChange && <th><span class="hidden">{say('Việc', 'Actions')}</span></th>}
                  </tr>
                </thead>
                <tbody>
                  {accounts.map((account) => (
                    <tr key={account.id}>
                      <td class="lead">{account.name}</td>
                      <Cell label={say('Tên đăng nhập', 'Login')} code>{account.login}</Cell>
                      <Cell label={say('Vai trò', 'Roles')}>{account.roles.map((role) => read(roleWords[role])).join(', ') || '–'}</Cell>
                      <Cell label={say('Tình trạng', 'State')}>{account.disabled ? `× ${say('Đã khóa', 'Closed')}` : `✓ ${say('Đang dùng', 'In use')}`}</Cell>
                      {mayChange && (
                        <td>
                          <Button onClick={() => setOpen(account)} label={say(`Thay đổi tài khoản của ${account.name}`, `Change the account of ${account.name}`)}>
                            {say('Thay đổi', 'Change')}
                          </Button>
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {mayChange && (
              <TopAction sticky>
                <Button kind="main" onClick={() => setOpen('new')}>
                  {say('Mở tài khoản mới', 'New account')}
                </Button>
              </TopAction>
            )}
            {open === 'new' && <NewAccountDialog onClose={close} />}
            {open !== null && open !== 'new' && <ChangeAccount account={open} self={open.id === me.id} onClose={close} />}
          </>
        )}
      </Loaded>
    </Frame>
  );
}
