import { startProtocol } from '../protocol/client';
import { tokenApi } from '../ui/api';
import { mount } from '../ui/mount';
import { startOverAtNewAddress } from '../ui/new_address';
import { tokenOf } from '../ui/token';
import { Trustee } from './trustee';
import './trustee.css';

const token = tokenOf(window.location);
mount(<Trustee api={tokenApi(token)} start={() => startProtocol()} hasToken={token !== ''} />);
// Without taking the page away: with a key share that is not in its file yet, the browser asks first.
startOverAtNewAddress(window);
