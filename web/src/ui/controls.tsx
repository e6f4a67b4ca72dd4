// Buttons, choices and fields. Real form elements underneath: keyboard and screen readers work
// as people know them.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useText } from './i18n';
import { words } from './words';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  /** main: the one thing to do; plain (default): others; quiet: looks like a link. */
  kind?: 'main' | 'plain' | 'quiet';
  submit?: boolean;
  disabled?: boolean;
  /** While true the button keeps its place and focus but does nothing. */
  busy?: boolean;
  label?: string;
}

export function Button({ children, onClick, kind = 'plain', submit = false, disabled = false, busy = false, label }: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={kind === 'quiet' ? 'quiet' : `button ${kind}`}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-label={label}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}

export interface Option<V extends string | number> {
  value: V;
  label: string;
}

interface ChoiceGroupProps<V extends string | number> {
  legend: ComponentChildren;
  options: readonly Option<V>[];
  value: V | null;
  onChange: (value: V) => void;
  children?: ComponentChildren;
}

/** One of several; the whole row is the target. */
export function ChoiceGroup<V extends string | number>({ legend, options, value, onChange, children }: ChoiceGroupProps<V>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      <div class="choice-rows">
        {options.map((option) => (
          <label class={option.value === value ? 'choice chosen' : 'choice'} key={option.value}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

// Phones correct and capitalise what they take for prose; codes and passphrases are none.
const plainTyping = { autocapitalize: 'off', autoCorrect: 'off', spellcheck: false } as const;

interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'password' | 'number' | 'date' | 'search';
  /** Several lines; a code wraps over them, and Enter still sends its form. */
  rows?: number;
  hint?: ComponentChildren;
  /** What is wrong with the value; read out when it appears. */
  error?: string | null;
  required?: boolean;
  autocomplete?: string;
  disabled?: boolean;
  /** Codes: no correction, no capitals, letters of equal width. */
  code?: boolean;
}

export function Field({ label, value, onInput, type = 'text', rows, hint, error, required = false, autocomplete = 'off', disabled = false, code = false }: FieldProps) {
  const id = useId();
  const t = useText(words);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    required,
    disabled,
    class: code ? 'code-input' : undefined,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? (true as const) : undefined,
    onInput: (event: Event) => onInput((event.currentTarget as HTMLInputElement).value),
  };
  return (
    <div class="field">
      <label for={id}>
        {label}
        {required && <span class="note"> ({t('required')})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} class="note">
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...shared} rows={rows} autocomplete="off" {...(code ? { ...plainTyping, onKeyDown: sendOnEnter } : {})} />
      ) : (
        <input {...shared} type={type as 'text'} autocomplete={autocomplete} {...(code ? plainTyping : {})} />
      )}
      <p id={`${id}-error`} class="field-error" role="alert">
        {error}
      </p>
    </div>
  );
}

function sendOnEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
}

interface FilePickProps {
  label: string;
  /** On the button, for instance "Chọn tệp". Default: that. */
  action?: string;
  accept: string;
  /** Name of the chosen file, null for none yet; left out where the file is used at once. */
  chosen?: string | null;
  hint?: string;
  onFile: (file: File) => void;
}

export function FilePick({ label, action, accept, chosen, hint, onFile }: FilePickProps) {
  const id = useId();
  const t = useText(words);
  return (
    <div class="field-file">
      <label for={id} class="field-label">
        {label}
      </label>
      {hint && (
        <p class="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="file">
        <span class="button" aria-hidden="true">
          {action ?? t('chooseFile')}
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            event.currentTarget.value = ''; // so that the same file can be chosen again
          }}
        />
      </div>
      {chosen !== undefined && (
        <p class="note" role="status">
          {chosen === null ? t('noFile') : t('chosenFile', { name: chosen })}
        </p>
      )}
    </div>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly Option<string>[];
  onChange: (value: string) => void;
  hint?: string;
}

export function Select({ label, value, options, onChange, hint }: SelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="note">
          {hint}
        </p>
      )}
      <select id={id} value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CheckProps {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export function Check({ label, checked, onChange, disabled = false }: CheckProps) {
  return (
    <label class="choice check">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
