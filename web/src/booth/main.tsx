import { startProtocol } from '../protocol/client';
import { publicApi } from '../ui/api';
import { mount } from '../ui/mount';
import { startOverAtNewAddress } from '../ui/new_address';
import { takeAddress } from './address';
import { Booth } from './booth';
import './booth.css';

// First of all, before anything is fetched or drawn: the credential leaves the address bar.
const address = takeAddress(window.location, window.history);
const protocol = startProtocol();
const unmount = mount(<Booth api={publicApi} protocol={protocol} address={address} />);
// The next voter gets an empty page at once, and is not asked whether the marks of the one before may be lost.
startOverAtNewAddress(window, () => {
  unmount();
  protocol.close();
});
