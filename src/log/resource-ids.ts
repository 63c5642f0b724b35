/** The resource ids of Azure Resource Manager in a log, which say where a registry and a cluster are. */

const resourceId =
  /\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/([\w.()-]{1,90})\/providers\/Microsoft\.(?:ContainerRegistry\/registries|ContainerService\/(managedClusters))\/([\w-]{1,63})/gi

/**
 * @param registry short name; ids of other registries are passed over
 * @returns the names that remedies' commands ask for: `registryResourceId`, `resourceGroup`, `cluster`, `clusterGroup`; of clusters the first
 */
export function namesOfIds(text: string, registry: string | null): Record<string, string> {
  const names: Record<string, string> = {}
  if (!text.includes('/providers/')) return names
  for (const [id, group = '', isCluster, name = ''] of text.matchAll(resourceId)) {
    if (isCluster) Object.assign(names, { cluster: name, clusterGroup: group, ...names })
    else if (name.toLowerCase() === registry) Object.assign(names, { registryResourceId: id, resourceGroup: group, ...names })
  }
  return names
}
