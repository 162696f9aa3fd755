/** How firmware names the makers whose names are most often typed otherwise (SMBIOS type 1, offset 04h). */
const makers: readonly { readonly typedAs: RegExp; readonly firmware: string }[] = [
  { typedAs: /^dell(?: inc\.?)?$/i, firmware: 'Dell Inc.' },
  { typedAs: /^hp(?: inc\.?)?$/i, firmware: 'HP' },
  { typedAs: /^lenovo$/i, firmware: 'LENOVO' },
  { typedAs: /^microsoft(?: corp(?:oration|\.)?)?$/i, firmware: 'Microsoft Corporation' },
];

/** Returns how firmware spells `maker`; `undefined` for a maker of which nothing is known. */
export function firmwareMaker(maker: string): string | undefined {
  return makers.find(known => known.typedAs.test(maker))?.firmware;
}

/** HP's own product names begin with `HP `, but for its gaming brands, which end it: `OMEN by HP Laptop 16`. */
const hpModel = /^HP |\bby HP\b/;

/** Lenovo's product name is the machine type and model, such as `21G2001VUS`: never a brand, never with blanks. */
const lenovoBrand = /\s|^(?:idea|legion|lenovo|think|yoga)/i;

/** Whether `model` is what the box says where firmware says something else (SMBIOS type 1, offset 05h). */
export function isMarketingModel(firmwareMakerName: string, model: string): boolean {
  switch (firmwareMakerName) {
    case 'HP':
      return !hpModel.test(model);
    case 'LENOVO':
      return lenovoBrand.test(model);
    default:
      return false;
  }
}
