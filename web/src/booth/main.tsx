import { startProtocol } from '../protocol/client';
import { publicApi } from '../ui/api';
import { mount } from '../ui/mount';
import { takeAddress } from './address';
import { Booth } from './booth';
import './booth.css';

// First of all, before anything is fetched or drawn: the credential leaves the address bar.
const address = takeAddress(window.location, window.history);
mount(<Booth api={publicApi} protocol={startProtocol()} address={address} />);
