// The Terraform of docs/parent-key.md: a role with a policy that is given in the API's JSON, and a key.

/** The file in HCL, as `terraform fmt` leaves it. */
export function renderTerraform(policy: string): string {
  return `resource "exoscale_iam_role" "ci_parent" {
  name        = "ci-parent"
  description = "Mints keys for CI jobs"

  policy = ${toHcl(JSON.parse(policy), '  ')}
}

resource "exoscale_iam_api_key" "ci_parent" {
  name    = "ci-parent"
  role_id = exoscale_iam_role.ci_parent.id
}

output "key" {
  value = exoscale_iam_api_key.ci_parent.key
}

output "secret" {
  value     = exoscale_iam_api_key.ci_parent.secret
  sensitive = true
}`;
}

function toHcl(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => toHcl(each, indent)).join(', ')}]`;
  const members = Object.entries(value);
  // The formatter aligns neighbors of one line each.
  const aligned = members.every(([, member]) => typeof member === 'string');
  const width = aligned ? Math.max(...members.map(([name]) => name.length)) : 0;
  const lines = members.map(([name, member]) => {
    const key = name.replaceAll('-', '_').padEnd(width);
    return `${indent}  ${key} = ${toHcl(member, `${indent}  `)}\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}
