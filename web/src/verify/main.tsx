import { startProtocol } from '../protocol/client';
import { publicApi } from '../ui/api';
import { mount } from '../ui/mount';
import { Verify } from './verify';
import './verify.css';

const uuid = /^\/v\/([^/]+)/.exec(window.location.pathname)?.[1] ?? '';
mount(<Verify api={publicApi} protocol={startProtocol()} uuid={uuid} />);
