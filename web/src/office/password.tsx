// Changing one's own password.

import { useState } from 'preact/hooks';
import { Button, Field } from '../ui/controls';
import { Notice } from '../ui/notices';
import * as client from './client';
import { Frame } from './frame';
import { NewPassword, isGood } from './new_password';
import { useSay } from './say';
import { Failure, useDoing } from './state';

export function Password() {
  const say = useSay();
  const [old, setOld] = useState('');
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [done, setDone] = useState(false);
  const doing = useDoing();
  const submit = (event: Event) => {
    event.preventDefault();
    void doing.run(async () => {
      await client.changePassword(old, typed.first);
      setDone(true);
    });
  };
  return (
    <Frame title={say('Đổi mật khẩu', 'Change password')}>
      {done ? (
        <Notice kind="good" title={say('Đã đổi mật khẩu.', 'The password was changed.')}>
          <p>{say('Từ lần sau, đăng nhập bằng mật khẩu mới.', 'From now on sign in with the new one.')}</p>
          <p>
            <a href="#/">{say('Về trang đầu', 'To the first page')}</a>
          </p>
        </Notice>
      ) : (
        <form class="narrow" onSubmit={submit}>
          <Field
            label={say('Mật khẩu đang dùng', 'Present password')}
            type="password"
            autocomplete="current-password"
            value={old}
            onInput={setOld}
            required
          />
          <NewPassword typed={typed} onInput={setTyped} />
          <Failure doing={doing} kept={say('Mật khẩu cũ vẫn dùng được.', 'The old password still works.')} />
          <p>
            <Button kind="main" submit busy={doing.busy} disabled={old === '' || !isGood(typed)}>
              {say('Đổi mật khẩu', 'Change password')}
            </Button>
          </p>
        </form>
      )}
    </Frame>
  );
}
