// Signing in: the page, and the form alone for when a session ran out in the middle of work.

import { useState } from 'preact/hooks';
import { Button, Field } from '../ui/controls';
import * as client from './client';
import type { Account } from './contract';
import { Frame } from './frame';
import { useSay } from './say';
import { Failure, useDoing } from './state';

interface SignInProps {
  onSignedIn: (account: Account) => void;
}

export function SignIn({ onSignedIn }: SignInProps) {
  const say = useSay();
  return (
    <Frame title={say('Đăng nhập', 'Sign in')}>
      <SignInForm onSignedIn={onSignedIn} />
      <p class="note">
        {say(
          'Người bỏ phiếu không cần tài khoản: quét mã trên phiếu. Quên mật khẩu: đề nghị quản trị đặt lại.',
          'Voters need no account: scan the code on the slip. Forgotten password: ask the operator for a new one.',
        )}
      </p>
    </Frame>
  );
}

export function SignInForm({ onSignedIn }: SignInProps) {
  const say = useSay();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const doing = useDoing();
  const submit = (event: Event) => {
    event.preventDefault();
    void doing.run(async () => {
      const account = await client.signIn(login.trim(), password);
      setPassword('');
      onSignedIn(account);
    });
  };
  return (
    <form class="narrow" onSubmit={submit}>
      <Field label={say('Tên đăng nhập', 'Login')} value={login} onInput={setLogin} autocomplete="username" code required />
      <Field
        label={say('Mật khẩu', 'Password')}
        type="password"
        value={password}
        onInput={setPassword}
        autocomplete="current-password"
        required
      />
      <Failure doing={doing} />
      <p>
        <Button kind="main" submit busy={doing.busy}>
          {say('Đăng nhập', 'Sign in')}
        </Button>
      </p>
    </form>
  );
}
