// What the server tells the slip printer (GET /slips).
export interface SlipsStatus {
  uuid: string;
  name: string;
  day: string;
  count: number;
  registered: boolean;
  ballot_path: string;
  fingerprint: string | null;
  page_hash: string;
}
