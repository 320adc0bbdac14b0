terraform {
  required_providers {
    exoscale = {
      source = "exoscale/exoscale"
    }
  }
}

# What the minted key may make.
resource "exoscale_iam_role" "made_by_the_job" {
  name        = "interop-made-by-the-job"
  description = "made with a minted key"
  editable    = true

  policy = {
    default_service_strategy = "deny"
    services                 = {}
  }
}
