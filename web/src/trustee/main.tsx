import { render } from 'preact';

render(<main>Minh Tín</main>, document.getElementById('app')!);
