import { startProtocol } from '../protocol/client';
import { publicApi } from '../ui/api';
import { mount } from '../ui/mount';
import { startOverAtNewAddress, type NextAddress } from '../ui/new_address';
import { takeAddress } from './address';
import { Booth } from './booth';
import './booth.css';

// First of all, before anything is fetched or drawn: the credential leaves the address bar.
const address = takeAddress(window.location, window.history);
const protocol = startProtocol();
const next: NextAddress = { hold: null };
const unmount = mount(<Booth api={publicApi} protocol={protocol} address={address} next={next} />);
// The next voter gets an empty page at once, and is not asked whether the marks of the one before may be lost; but a
// ballot that was sent and is not in the box yet stays until somebody decides.
const leave = () => {
  unmount();
  protocol.close();
};
startOverAtNewAddress(window, leave, next);
