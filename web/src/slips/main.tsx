import { startProtocol } from '../protocol/client';
import { tokenApi } from '../ui/api';
import { mount } from '../ui/mount';
import { tokenOf } from '../ui/token';
import { Slips } from './slips';
import './slips.css';

const token = tokenOf(window.location);
mount(<Slips api={tokenApi(token)} protocol={startProtocol()} hasToken={token !== ''} origin={window.location.origin} />);
