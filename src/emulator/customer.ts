/** A customer of the emulated partner. */
export interface Customer {
  /** The customer's tenant id, a GUID in lower case. */
  readonly id: string;
  readonly companyName: string;
  readonly domain: string;
}

const trades = [
  'Bakery',
  'Clinic',
  'Engineering',
  'Foods',
  'Garden Centre',
  'Insurance',
  'Logistics',
  'Museum',
  'Opticians',
  'Schools',
];

const places = [
  'Alder Bay',
  'Birchwood',
  'Cold Spring',
  'Dunmore',
  'Eastgate',
  'Fernhill',
  'Greyfriars',
  'Highmoor',
  'Île Verte',
  'Juniper',
  'Kestrel',
  'Long Meadow',
  'Mühlbach',
  'Northwick',
  'Ærøvig',
];

/**
 * 152 invented customers: the two whose ids the service's documentation uses, under the names of Microsoft's invented
 * companies, and 150 more, enough for a picker to need paging and a search.
 */
export const exampleCustomers: readonly Customer[] = [
  { id: 'c7f3c849-129f-4b85-a96d-4f8e88b315a3', companyName: 'Contoso', domain: 'contoso.example' },
  { id: '47021739-3426-40bf-9601-61b4b6d7c793', companyName: 'Fabrikam', domain: 'fabrikam.example' },
  ...places.flatMap(place => trades.map(trade => `${place} ${trade}`)).map(inventedCustomer),
];

function inventedCustomer(companyName: string, index: number): Customer {
  return {
    id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    companyName,
    domain: `${companyName
      .normalize('NFD')
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')}.example`,
  };
}
