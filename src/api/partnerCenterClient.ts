import type { BatchSummary } from '../core/upload/batchSummary.ts';
import type { JobReport } from '../core/upload/jobReport.ts';
import type { ListedDevice } from '../core/upload/listedDevice.ts';
import { type JobLink, jobLinkOf } from './acceptance.ts';
import { addresses } from './addresses.ts';
import { ApiError, type ExchangeIds } from './apiError.ts';
import type { Cloud } from './clouds.ts';
import { readPages } from './readPages.ts';
import { type Answered, type SendPorts, type Tracking, send } from './send.ts';
import type { JobAddress } from './statusLink.ts';
import { type UploadPart, uploadRequest } from './uploadRequest.ts';
import { batchSummaryOf } from './wire/batchSummary.ts';
import { readBody, textOf } from './wire/body.ts';
import { type NextPage, type Page, pageOf } from './wire/collection.ts';
import { type Customer, customerOf } from './wire/customer.ts';
import { jobReportOf } from './wire/jobReport.ts';
import { listedDeviceOf } from './wire/listedDevice.ts';
import { serviceAnswerOf } from './wire/serviceAnswer.ts';

/** The service took the devices; a job handles them. */
export interface Acceptance {
  readonly job: Exclude<JobLink, { is: 'not-an-acceptance' }>;
  readonly ids: ExchangeIds;
}

/** A job's report, and the answer it was read from. */
export interface JobStatus {
  readonly report: JobReport;
  /** The service's JSON as it came. Foreign text. */
  readonly json: string;
  readonly ids: ExchangeIds;
}

/** Which customers to list: those whose company name or domain begins with `value`, letter case aside. */
export interface CustomerSearch {
  readonly field: 'CompanyName' | 'Domain';
  readonly value: string;
}

/** How many customers a page has. The service documents no maximum. */
const customersPerPage = 100;

/**
 * Partner Center's device deployment and customers, in one cloud with one account.
 *
 * Every method throws `ApiError`, and the signal's reason as `send` says. Customer ids are GUIDs.
 */
export class PartnerCenterClient {
  readonly cloud: Cloud;
  readonly #ports: SendPorts;

  constructor(cloud: Cloud, ports: SendPorts) {
    this.cloud = cloud;
    this.#ports = ports;
  }

  /** Creates a batch with the part's devices, or adds them to one. An `unknown-outcome` means that it may have happened. */
  async upload(part: UploadPart, tracking: Tracking, signal: AbortSignal): Promise<Acceptance> {
    const call = { kind: 'submission', ...tracking, ...uploadRequest(this.cloud.base, part) } as const;
    const { response, ids } = await send(call, this.#ports, signal);
    const job = jobLinkOf(response, part.customerId);
    if (job.is === 'not-an-acceptance') {
      const because = serviceAnswerOf(response, this.#ports.now());
      throw new ApiError({ reason: 'unknown-outcome', because }, ids);
    }
    return { job, ids };
  }

  async jobStatus({ customerId, trackingId }: JobAddress, signal: AbortSignal): Promise<JobStatus> {
    const answered = await this.#get(addresses.jobStatus(this.cloud.base, customerId, trackingId), undefined, signal);
    const report = this.#read(answered, jobReportOf);
    return { report, json: textOf(answered.response.body), ids: answered.ids };
  }

  /** All batches of a customer. */
  async batches(customerId: string, signal: AbortSignal): Promise<readonly BatchSummary[]> {
    return this.#all(next => addresses.batches(this.cloud.base, customerId, pageQuery(next)), batchSummaryOf, signal);
  }

  /** All devices of a batch, whose name is in the service's spelling. The service gives 100 at a time. */
  async batchDevices(customerId: string, batchId: string, signal: AbortSignal): Promise<readonly ListedDevice[]> {
    const { base } = this.cloud;
    return this.#all(
      next => addresses.batchDevices(base, customerId, batchId, pageQuery(next)),
      listedDeviceOf,
      signal,
    );
  }

  async customer(customerId: string, signal: AbortSignal): Promise<Customer> {
    const answered = await this.#get(addresses.customer(this.cloud.base, customerId), undefined, signal);
    return this.#read(answered, value => {
      const customer = customerOf(value);
      // The name of another customer would be worse than none.
      return customer?.id === customerId.toLowerCase() ? customer : undefined;
    });
  }

  /** The partner's customers, page by page; all of them without a search. */
  async *customers(search: CustomerSearch | undefined, signal: AbortSignal): AsyncGenerator<readonly Customer[], void> {
    const url = (next: NextPage | undefined) =>
      addresses.customers(this.cloud.base, next === undefined ? customersQuery(search) : seekQuery(next));
    for await (const items of this.#pages(url, signal)) {
      yield decode(items, customerOf);
    }
  }

  /** The first customers whose company name begins with `text`, then those whose domain does, each once. */
  async findCustomers(text: string, signal: AbortSignal): Promise<readonly Customer[]> {
    const first = async (field: CustomerSearch['field']) => {
      const { done, value } = await this.customers({ field, value: text }, signal).next();
      return done === true ? [] : value;
    };
    const found = await Promise.all([first('CompanyName'), first('Domain')]);
    return [...new Map(found.flat().map(customer => [customer.id, customer])).values()];
  }

  async #all<T>(
    url: (next: NextPage | undefined) => URL,
    decodeItem: (item: unknown) => T | undefined,
    signal: AbortSignal,
  ): Promise<readonly T[]> {
    const all: T[] = [];
    for await (const items of this.#pages(url, signal)) {
      for (const item of decode(items, decodeItem)) {
        all.push(item);
      }
    }
    return all;
  }

  #pages(url: (next: NextPage | undefined) => URL, signal: AbortSignal): AsyncGenerator<readonly unknown[], void> {
    return readPages(async (next): Promise<Page> => {
      const answered = await this.#get(url(next), next?.continuationToken, signal);
      return this.#read(answered, pageOf);
    });
  }

  #get(url: URL, continuationToken: string | undefined, signal: AbortSignal): Promise<Answered> {
    return send({ kind: 'reading', url, continuationToken }, this.#ports, signal);
  }

  #read<T>({ response, ids }: Answered, decodeValue: (value: unknown) => T | undefined): T {
    const body = readBody(response.body);
    const decoded = body.is === 'json' ? decodeValue(body.value) : undefined;
    if (decoded === undefined) {
      const answer = serviceAnswerOf(response, this.#ports.now());
      throw new ApiError({ reason: 'unreadable', answer, end: response.bodyEnd }, ids);
    }
    return decoded;
  }
}

/** What of a list can be read; an entry that is none of its kind is left out. */
function decode<T>(items: readonly unknown[], decodeItem: (item: unknown) => T | undefined): readonly T[] {
  return items.map(decodeItem).filter(item => item !== undefined);
}

/** The next page of devices is the same address with the token in a header; a link may bring a query instead. */
function pageQuery(next: NextPage | undefined): string {
  return next?.continuationToken === undefined ? (next?.query ?? '') : '';
}

/** A seek repeats neither size nor filter (Partner Center SDK for .NET, CustomerCollectionOperations). */
function seekQuery(next: NextPage): string {
  return next.continuationToken === undefined ? (next.query ?? '') : 'seekOperation=Next';
}

/** Partner Center REST, "Get a list of customers filtered by a search field". */
function customersQuery(search: CustomerSearch | undefined): string {
  const size = `size=${customersPerPage}`;
  if (search === undefined) {
    return size;
  }
  const filter = { Field: search.field, Value: search.value.toWellFormed(), Operator: 'starts_with' };
  return `${size}&filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
