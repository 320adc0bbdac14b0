module interop/egoscale

go 1.24

require github.com/exoscale/egoscale/v3 v3.1.40
