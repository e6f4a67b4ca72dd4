import { startProtocol } from '../protocol/client';
import { tokenApi } from '../ui/api';
import { mount } from '../ui/mount';
import { startOverAtNewAddress } from '../ui/new_address';
import { tokenOf } from '../ui/token';
import { Slips } from './slips';
import './slips.css';

const token = tokenOf(window.location);
mount(<Slips api={tokenApi(token)} protocol={startProtocol()} hasToken={token !== ''} origin={window.location.origin} />);
// Without taking the page away: with slips that are not published yet, the browser asks first.
startOverAtNewAddress(window);
