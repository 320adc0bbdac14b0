# What a project keeps in Terraform beside IAM: of each kind one, some below another.
terraform {
  required_providers {
    exoscale = {
      source = "exoscale/exoscale"
    }
  }
}

variable "content" {
  type    = string
  default = "192.0.2.1"
}

variable "description" {
  type    = string
  default = "first"
}

resource "exoscale_anti_affinity_group" "web" {
  name        = "interop-web"
  description = "made by the interoperability run"
}

resource "exoscale_security_group" "web" {
  name        = "interop-web"
  description = "made by the interoperability run"
}

resource "exoscale_security_group_rule" "https" {
  security_group_id = exoscale_security_group.web.id
  description       = "HTTPS from everywhere"
  type              = "INGRESS"
  protocol          = "TCP"
  cidr              = "0.0.0.0/0"
  start_port        = 443
  end_port          = 443
}

resource "exoscale_security_group_rule" "ping" {
  security_group_id      = exoscale_security_group.web.id
  type                   = "INGRESS"
  protocol               = "ICMP"
  icmp_type              = 8
  icmp_code              = 0
  user_security_group_id = exoscale_security_group.web.id
}

resource "exoscale_private_network" "inside" {
  zone        = "ch-gva-2"
  name        = "interop-inside"
  description = var.description
  netmask     = "255.255.255.0"
  start_ip    = "10.0.0.20"
  end_ip      = "10.0.0.253"
  labels      = { made = "by-terraform" }
}

resource "exoscale_elastic_ip" "web" {
  zone        = "ch-gva-2"
  description = var.description

  healthcheck {
    mode         = "https"
    port         = 443
    uri          = "/health"
    interval     = 5
    timeout      = 3
    strikes_ok   = 2
    strikes_fail = 3
    tls_sni      = "example.org"
  }
}

resource "exoscale_ssh_key" "deploy" {
  name       = "interop-deploy"
  public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA interop"
}

resource "exoscale_domain" "site" {
  name = "interop.example"
}

resource "exoscale_domain_record" "www" {
  domain      = exoscale_domain.site.id
  name        = "www"
  record_type = "A"
  content     = var.content
  ttl         = 300
}

resource "exoscale_nlb" "web" {
  zone        = "ch-gva-2"
  name        = "interop-web"
  description = var.description
}

resource "exoscale_block_storage_volume" "data" {
  zone = "ch-gva-2"
  name = "interop-data"
  size = 10
}

resource "exoscale_sks_cluster" "apps" {
  zone    = "ch-gva-2"
  name    = "interop-apps"
  version = "1.33.1"
}
