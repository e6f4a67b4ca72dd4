// A long hash in groups of four, to be compared aloud. What is copied has no gaps.
export function Grouped({ text }: { text: string }) {
  return (
    <span class="code grouped">
      {text.match(/.{1,4}/g)?.map((group, i) => (
        <span key={i}>{group}</span>
      ))}
    </span>
  );
}
