import type { HashFacts } from './hardwareHash.ts';

/** How makers and models of virtual machines begin (the vendors that systemd's detect-virt looks for in the SMBIOS table). */
const hypervisor =
  /^(?:Amazon EC2|Apple Virtualization|BHYVE|Bochs|Google Compute Engine|innotek GmbH|KubeVirt|KVM|OpenStack|Parallels|QEMU|VirtualBox|VMware|Xen)(?![A-Za-z])/;

/** Whether the machine's maker or model is that of a virtual one. */
export function isVirtualMachine({
  manufacturer = '',
  model = '',
}: Pick<HashFacts, 'manufacturer' | 'model'>): boolean {
  const isHyperV = manufacturer === 'Microsoft Corporation' && model === 'Virtual Machine';
  return isHyperV || hypervisor.test(manufacturer) || hypervisor.test(model);
}
