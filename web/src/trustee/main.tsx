import { startProtocol } from '../protocol/client';
import { tokenApi } from '../ui/api';
import { mount } from '../ui/mount';
import { tokenOf } from '../ui/token';
import { Trustee } from './trustee';
import './trustee.css';

const token = tokenOf(window.location);
mount(<Trustee api={tokenApi(token)} start={() => startProtocol()} hasToken={token !== ''} />);
