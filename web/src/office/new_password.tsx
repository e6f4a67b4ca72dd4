// A new password, typed twice. The length is the only rule; the server holds it too.

import { Field } from '../ui/controls';
import { useSay } from './say';

export const MIN_PASSWORD = 12;

export interface TypedTwice {
  first: string;
  second: string;
}

export function isGood(typed: TypedTwice): boolean {
  return [...typed.first].length >= MIN_PASSWORD && typed.first === typed.second;
}

interface NewPasswordProps {
  typed: TypedTwice;
  onInput: (typed: TypedTwice) => void;
}

export function NewPassword({ typed, onInput }: NewPasswordProps) {
  const say = useSay();
  const differ = typed.second !== '' && !typed.first.startsWith(typed.second) && typed.first !== typed.second;
  return (
    <>
      <Field
        label={say('Mật khẩu mới', 'New password')}
        type="password"
        autocomplete="new-password"
        value={typed.first}
        onInput={(first) => onInput({ ...typed, first })}
        hint={say(
          `Ít nhất ${MIN_PASSWORD} ký tự. Một câu dài dễ nhớ tốt hơn một từ khó.`,
          `At least ${MIN_PASSWORD} characters. A long sentence is better than a difficult word.`,
        )}
        required
      />
      <Field
        label={say('Gõ lại mật khẩu mới', 'New password again')}
        type="password"
        autocomplete="new-password"
        value={typed.second}
        onInput={(second) => onInput({ ...typed, second })}
        error={differ ? say('Hai lần gõ chưa giống nhau.', 'The two are not the same.') : null}
        required
      />
    </>
  );
}
