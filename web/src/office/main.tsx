import { mount } from '../ui/mount';
import { App } from './app';
import './office.css';

mount(<App />);
