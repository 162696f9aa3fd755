import { type Answer, fault } from './answer.ts';
import type { Customer } from './customer.ts';
import { listBatches } from './batchesEndpoint.ts';
import { listCustomers, showCustomer } from './customersEndpoint.ts';
import { listDevices } from './devicesEndpoint.ts';
import type { Endpoint } from './endpoint.ts';
import type { Knobs } from './knobs.ts';
import { Registry, type RegistryPorts } from './registry.ts';
import { showStatus } from './statusEndpoint.ts';
import { appendDevices, createBatch } from './uploadEndpoint.ts';

/** What an endpoint needs of a request besides its line. */
export interface RequestDetails {
  readonly requestId: string | undefined;
  /** The header `MS-ContinuationToken`. */
  readonly continuation: string | undefined;
  readonly body: string;
}

/** The service itself, without sockets: requests in, answers out, and the state between them. */
export class PartnerCenter {
  readonly registry: Registry;
  readonly #customers: ReadonlyMap<string, Customer>;
  readonly #knobs: Knobs;
  readonly #now: () => number;
  readonly #acceptedBefore = new Map<string, Answer>();

  constructor(customers: readonly Customer[], knobs: Knobs, ports: RegistryPorts) {
    this.registry = new Registry(ports);
    this.#customers = new Map(customers.map(customer => [customer.id, customer]));
    this.#knobs = knobs;
    this.#now = ports.now;
  }

  answer(endpoint: Endpoint, details: RequestDetails): Answer {
    switch (endpoint.is) {
      case 'unknown':
        return notFound();
      case 'customers':
        return listCustomers([...this.#customers.values()], endpoint.query, details.continuation);
      case 'customer':
        return this.#forCustomer(endpoint.customerId, showCustomer);
      case 'create':
      case 'append':
        return this.#onceForId(endpoint, details);
      case 'batches':
        return this.#forCustomer(endpoint.customerId, ({ id }) => listBatches(this.registry, id));
      case 'devices':
        return this.#forBatch(endpoint, batch => listDevices(this.registry, batch, details.continuation));
      case 'status':
        return this.#forCustomer(endpoint.customerId, ({ id }) => {
          const job = this.registry.job(endpoint.trackingId);
          return job?.customerId === id ? showStatus(this.registry, job, this.#now()) : notFound();
        });
    }
  }

  /** Source: Partner Center developer documentation, "Partner Center REST headers": a retry has the same MS-RequestId. */
  #onceForId(endpoint: Extract<Endpoint, { is: 'create' | 'append' }>, { requestId, body }: RequestDetails): Answer {
    const before = this.#knobs.honoursRequestIds ? this.#acceptedBefore.get(requestId ?? '') : undefined;
    if (before !== undefined) {
      return before;
    }
    const answer =
      endpoint.is === 'create'
        ? this.#forCustomer(endpoint.customerId, ({ id }) => createBatch(this.registry, id, body, this.#knobs))
        : this.#forBatch(endpoint, batch => appendDevices(this.registry, batch, body, this.#knobs));
    if (requestId !== undefined && answer.status === 202) {
      this.#acceptedBefore.set(requestId, answer);
    }
    return answer;
  }

  #forCustomer(customerId: string, answer: (customer: Customer) => Answer): Answer {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(customerId)) {
      return fault(400, '900118', 'The customer ID is not valid.');
    }
    const customer = this.#customers.get(customerId.toLowerCase());
    return customer === undefined ? fault(404, '60003', 'The tenant was not found.') : answer(customer);
  }

  #forBatch(
    { customerId, batchId }: { readonly customerId: string; readonly batchId: string },
    answer: (batch: { readonly customerId: string; readonly batchId: string }) => Answer,
  ): Answer {
    return this.#forCustomer(customerId, ({ id }) => {
      const batch = this.registry.batch(id, batchId);
      return batch !== undefined && batch.visibleAt <= this.#now()
        ? answer({ customerId: id, batchId: batch.id })
        : notFound();
    });
  }
}

function notFound(): Answer {
  return fault(404, '1000', 'The resource was not found.');
}
