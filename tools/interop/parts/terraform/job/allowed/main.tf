terraform {
  required_providers {
    exoscale = {
      source = "exoscale/exoscale"
    }
  }
}

# What the minted key may make.
resource "exoscale_security_group" "made_by_the_job" {
  name        = "interop-made-by-the-job"
  description = "made with a minted key"
}

resource "exoscale_security_group_rule" "https" {
  security_group_id = exoscale_security_group.made_by_the_job.id
  type              = "INGRESS"
  protocol          = "TCP"
  cidr              = "0.0.0.0/0"
  start_port        = 443
  end_port          = 443
}

resource "exoscale_domain" "made_by_the_job" {
  name = "made-by-the-job.example"
}
