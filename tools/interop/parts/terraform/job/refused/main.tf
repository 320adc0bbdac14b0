terraform {
  required_providers {
    exoscale = {
      source = "exoscale/exoscale"
    }
  }
}

# What it may not.
resource "exoscale_anti_affinity_group" "refused" {
  name = "interop-refused"
}
