module interop/signatures

go 1.25

require github.com/exoscale/egoscale v0.102.4
