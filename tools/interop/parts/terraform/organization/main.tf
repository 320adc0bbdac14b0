# What an administrator keeps in Terraform: a role, and a key of it.
terraform {
  required_providers {
    exoscale = {
      source = "exoscale/exoscale"
    }
  }
}

variable "description" {
  type    = string
  default = "first"
}

resource "exoscale_iam_role" "reader" {
  name        = "interop-reader"
  description = var.description
  editable    = true
  labels      = { made = "by-terraform" }

  policy = {
    default_service_strategy = "deny"
    services = {
      compute = {
        type = "rules"
        rules = [
          {
            action     = "deny"
            expression = "timestamp(identity.created) < timestamp(now) - duration('900s')"
          },
          {
            action     = "allow"
            expression = "operation in ['list-instances', 'get-instance']"
          },
        ]
      }
      dns = { type = "allow" }
    }
  }
}

resource "exoscale_iam_api_key" "reader" {
  name    = "interop-reader"
  role_id = exoscale_iam_role.reader.id
}

data "exoscale_zones" "all" {}

output "zones" {
  value = data.exoscale_zones.all.zones
}

output "key" {
  value = exoscale_iam_api_key.reader.id
}

resource "exoscale_iam_org_policy" "all" {
  default_service_strategy = "allow"

  services = {
    kms = {
      type = "deny"
    }
  }
}
