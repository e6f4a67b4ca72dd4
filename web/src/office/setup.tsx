// The first start: whoever has the one-time token that the server printed makes the first operator account.

import { useState } from 'preact/hooks';
import { Button, Field } from '../ui/controls';
import { useInfo } from '../ui/mount';
import { Notice } from '../ui/notices';
import * as client from './client';
import { Frame } from './frame';
import { NewPassword, isGood } from './new_password';
import type { PageProps } from './pages';
import { useSay } from './say';
import { Failure, useDoing } from './state';

export function Setup({ params }: PageProps) {
  const say = useSay();
  const info = useInfo();
  const [token, setToken] = useState(params['token'] ?? '');
  const [organisation, setOrganisation] = useState('');
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [typed, setTyped] = useState({ first: '', second: '' });
  const [done, setDone] = useState(false);
  const doing = useDoing();
  const submit = (event: Event) => {
    event.preventDefault();
    void doing.run(async () => {
      await client.setUp({ token: token.trim(), login: login.trim(), name: name.trim(), password: typed.first, organisation: organisation.trim() });
      setDone(true);
    });
  };
  const title = say('Thiết lập lần đầu', 'First set-up');
  if (done || (info && !info.setup_needed)) {
    return (
      <Frame title={title}>
        <Notice
          kind="good"
          title={done ? say('Đã tạo tài khoản quản trị đầu tiên.', 'The first operator account was made.') : say('Máy chủ đã được thiết lập.', 'The server is set up already.')}
        >
          <p>{say('Mã dùng một lần đã hết hiệu lực. Đăng nhập để mở tài khoản cho mọi người.', 'The one-time token is used up. Sign in to open accounts for the others.')}</p>
        </Notice>
        <p>
          <a class="button main" href="#/accounts">
            {say('Đăng nhập', 'Sign in')}
          </a>
        </p>
      </Frame>
    );
  }
  const ready = [token, organisation, name, login].every((value) => value.trim() !== '') && isGood(typed);
  return (
    <Frame
      title={title}
      subtitle={say('Tạo tài khoản quản trị đầu tiên. Làm một lần, ngay sau khi cài đặt.', 'Makes the first operator account. Done once, right after installing.')}
    >
      <form class="narrow" onSubmit={submit}>
        <Field
          label={say('Mã dùng một lần', 'One-time token')}
          hint={say('Máy chủ in mã này ra màn hình khi khởi động lần đầu.', 'The server printed it when it started for the first time.')}
          value={token}
          onInput={setToken}
          code
          required
        />
        <Field label={say('Tên tổ chức', 'Name of the organisation')} value={organisation} onInput={setOrganisation} required />
        <Field label={say('Họ và tên người quản trị', 'Name of the operator')} value={name} onInput={setName} autocomplete="name" required />
        <Field label={say('Tên đăng nhập', 'Login')} value={login} onInput={setLogin} autocomplete="username" code required />
        <NewPassword typed={typed} onInput={setTyped} />
        <Failure doing={doing} kept={say('Chưa có gì được tạo; nội dung vẫn còn trên trang này.', 'Nothing was made yet; what you typed is still here.')} />
        <p>
          <Button kind="main" submit busy={doing.busy} disabled={!ready}>
            {say('Tạo tài khoản quản trị', 'Make the operator account')}
          </Button>
        </p>
      </form>
    </Frame>
  );
}
