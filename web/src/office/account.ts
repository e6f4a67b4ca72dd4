// Who is signed in, for the pages that need to know.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Account } from './contract';

export interface SignedIn {
  account: Account;
  signOut: () => void;
}

export const SignedInContext = createContext<SignedIn | null>(null);

/** Null on the pages that are open to everybody. */
export function useSignedIn(): SignedIn | null {
  return useContext(SignedInContext);
}

/** The account; only for pages behind a role, where there always is one. */
export function useAccount(): Account {
  const signedIn = useSignedIn();
  if (!signedIn) throw new Error('a page behind a role was shown without an account');
  return signedIn.account;
}
