// The state of a channel as a small tag: a mark and words, the colour only helps.

import { stateWords } from './codes';
import type { ChannelState } from './contract';
import { useRead } from './say';

export function StateTag({ state }: { state: ChannelState }) {
  const read = useRead();
  const { mark, tone } = stateWords[state];
  return (
    <span class={`tag ${tone}`}>
      <span aria-hidden="true">{mark} </span>
      {read(stateWords[state])}
    </span>
  );
}
