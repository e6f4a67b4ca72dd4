// Which file shows which page. Each is fetched only when somebody goes there, so that every page is light.

import type { ComponentType } from 'preact';
import { NoWork } from './no_page';
import type { PageName } from './router';

export interface PageProps {
  params: Record<string, string>;
}

type Page = ComponentType<PageProps>;

export const pages: Record<PageName, () => Promise<Page>> = {
  home: async () => NoWork,
  setup: async () => (await import('./setup')).Setup,
  password: async () => (await import('./password')).Password,
  accounts: async () => (await import('./accounts')).Accounts,
  people: async () => (await import('./people')).People,
  import: async () => (await import('./import_people')).ImportPeople,
  campaigns: async () => (await import('./campaigns')).Campaigns,
  campaign: async () => (await import('./campaign')).CampaignPage,
  unit: async () => (await import('./unit')).UnitPage,
  remarks: async () => (await import('./remarks')).Remarks,
  'new-vote': async () => (await import('./new_vote')).NewVotePage,
  vote: async () => (await import('./vote')).VotePage,
  result: async () => (await import('../record/result')).ResultPage,
  minutes: async () => (await import('../record/minutes')).MinutesPage,
  record: async () => (await import('../record/record')).RecordOfPerson,
  residence: async () => (await import('../residence/requests')).ResidenceRequests,
  'residence-form': async () => (await import('../residence/remark')).RemarkPage,
  my: async () => (await import('../record/my_records')).MyRecords,
  'self-review': async () => (await import('../record/self_review')).SelfReview,
};
