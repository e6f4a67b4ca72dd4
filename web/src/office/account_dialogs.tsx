// Opening an account, and changing one. Both say in the end what was done, or '' when nothing was.

import { useState } from 'preact/hooks';
import { Button, Check, Field, Select } from '../ui/controls';
import { Dialog } from '../ui/dialog';
import * as client from './client';
import { allRoles, roleDuties, roleWords } from './codes';
import type { Account, Role } from './contract';
import { NewPassword, isGood } from './new_password';
import { useRead, useSay } from './say';
import { Failure, Loaded, useDoing, useLoad } from './state';

interface RolesProps {
  roles: readonly Role[];
  onChange: (roles: Role[]) => void;
}

function RoleChecks({ roles, onChange }: RolesProps) {
  const say = useSay();
  const read = useRead();
  return (
    <fieldset class="group">
      <legend>{say('Vai trò', 'Roles')}</legend>
      {allRoles.map((role) => (
        <Check
          key={role}
          checked={roles.includes(role)}
          onChange={(on) => onChange(allRoles.filter((each) => (each === role ? on : roles.includes(each))))}
          label={
            <>
              {read(roleWords[role])} <span class="note">– {read(roleDuties[role])}</span>
            </>
          }
        />
      ))}
    </fieldset>
  );
}

export function NewAccountDialog({ onClose }: { onClose: (done: string) => void }) {
  const say = useSay();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [person, setPerson] = useState('');
  const [committee, setCommittee] = useState('');
  const [typed, setTyped] = useState({ first: '', second: '' });
  const doing = useDoing();
  const needsPerson = roles.includes('member');
  const needsCommittee = roles.includes('residence');
  const ready =
    name.trim() !== '' && login.trim() !== '' && roles.length > 0 && isGood(typed) && (!needsPerson || person !== '') && (!needsCommittee || committee !== '');
  const create = () =>
    void doing.run(async () => {
      await client.createAccount({
        login: login.trim(),
        name: name.trim(),
        roles,
        password: typed.first,
        ...(needsPerson ? { person_id: person } : {}),
        ...(needsCommittee ? { residence_committee_id: committee } : {}),
      });
      onClose(say(`Đã mở tài khoản cho ${name.trim()}.`, `The account of ${name.trim()} was opened.`));
    });
  return (
    <Dialog
      open
      title={say('Mở tài khoản mới', 'New account')}
      onClose={() => onClose('')}
      actions={
        <>
          <Button kind="main" onClick={create} disabled={!ready} busy={doing.busy}>
            {say('Mở tài khoản', 'Open the account')}
          </Button>
          <Button onClick={() => onClose('')}>{say('Thôi', 'Cancel')}</Button>
        </>
      }
    >
      <Field label={say('Họ và tên', 'Name')} value={name} onInput={setName} required />
      <Field label={say('Tên đăng nhập', 'Login')} value={login} onInput={setLogin} code required />
      <RoleChecks roles={roles} onChange={setRoles} />
      {needsPerson && <PersonChoice value={person} onChange={setPerson} />}
      {needsCommittee && <CommitteeChoice value={committee} onChange={setCommittee} />}
      <NewPassword typed={typed} onInput={setTyped} />
      <Failure doing={doing} kept={say('Chưa có tài khoản nào được mở.', 'No account was opened.')} />
    </Dialog>
  );
}

function PersonChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const say = useSay();
  const load = useLoad(() => client.people(), 'people');
  return (
    <Loaded load={load}>
      {(people) => (
        <Select
          label={say('Là ai trong danh sách người', 'Who this is in the list of people')}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: say('– chọn –', '– choose –') },
            ...people.map((person) => ({ value: person.id, label: `${person.name} (${person.code})` })),
          ]}
        />
      )}
    </Loaded>
  );
}

function CommitteeChoice({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const say = useSay();
  const load = useLoad(client.residenceCommittees, 'committees');
  return (
    <Loaded load={load}>
      {(committees) => (
        <Select
          label={say('Thuộc cấp ủy nơi cư trú nào', 'Of which residence committee')}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: say('– chọn –', '– choose –') },
            ...committees.map((each) => ({ value: each.id, label: `${each.name}, ${each.ward}` })),
          ]}
        />
      )}
    </Loaded>
  );
}

interface ChangeProps {
  account: Account;
  /** Nobody locks out or degrades themself by a slip of the hand. */
  self: boolean;
  onClose: (done: string) => void;
}

export function ChangeAccount({ account, self, onClose }: ChangeProps) {
  const say = useSay();
  const [roles, setRoles] = useState<Role[]>(account.roles);
  const [typed, setTyped] = useState({ first: '', second: '' });
  const doing = useDoing();
  const change = (body: Parameters<typeof client.changeAccount>[1], done: string) =>
    void doing.run(async () => {
      await client.changeAccount(account.id, body);
      onClose(done);
    });
  return (
    <Dialog open title={account.name} onClose={() => onClose('')} actions={<Button onClick={() => onClose('')}>{say('Đóng', 'Close')}</Button>}>
      <Failure doing={doing} kept={say('Tài khoản chưa thay đổi.', 'The account has not changed.')} />
      {self ? (
        <p>{say('Đây là tài khoản đang dùng. Vai trò và khóa của nó phải do người quản trị khác thay đổi.', 'This is your own account. Another operator must change its roles.')}</p>
      ) : (
        <>
          <RoleChecks roles={roles} onChange={setRoles} />
          <Button
            kind="main"
            busy={doing.busy}
            disabled={roles.length === 0 || roles.join() === account.roles.join()}
            onClick={() => change({ roles }, say(`Đã đổi vai trò của ${account.name}.`, `The roles of ${account.name} were changed.`))}
          >
            {say('Lưu vai trò', 'Save roles')}
          </Button>
          <h3>{say('Đặt lại mật khẩu', 'New password')}</h3>
          <NewPassword typed={typed} onInput={setTyped} />
          <Button
            busy={doing.busy}
            disabled={!isGood(typed)}
            onClick={() => change({ password: typed.first }, say(`Đã đặt lại mật khẩu của ${account.name}.`, `The password of ${account.name} was set.`))}
          >
            {say('Đặt lại mật khẩu', 'Set the password')}
          </Button>
          <h3>{account.disabled ? say('Mở lại', 'Reopen') : say('Khóa', 'Close')}</h3>
          <p>
            {account.disabled
              ? say('Mở lại thì người này đăng nhập được bằng mật khẩu cũ.', 'Reopened, the person can sign in with the old password.')
              : say('Khóa thì người này không đăng nhập được nữa; những gì đã làm vẫn còn.', 'Closed, the person cannot sign in; what was done stays.')}
          </p>
          <Button
            busy={doing.busy}
            onClick={() =>
              change(
                { disabled: !account.disabled },
                account.disabled
                  ? say(`Đã mở lại tài khoản của ${account.name}.`, `The account of ${account.name} was reopened.`)
                  : say(`Đã khóa tài khoản của ${account.name}.`, `The account of ${account.name} was closed.`),
              )
            }
          >
            {account.disabled ? say('Mở lại tài khoản', 'Reopen the account') : say('Khóa tài khoản', 'Close the account')}
          </Button>
        </>
      )}
    </Dialog>
  );
}
