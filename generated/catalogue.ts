// Made from the requirements in spec/ by `npm run generate`; edit the prose instead.

/** An edition of the format. */
export type Edition = 
  | "legacy"
  | "draft-b"
  | "v2"
  | "v3"
  | "v4-draft";

/** The number of a requirement. */
export type RequirementId = 
  | "IMG-001"
  | "IMG-002"
  | "IMG-003"
  | "IMG-004"
  | "IMG-005"
  | "IMG-006"
  | "IMG-007"
  | "IMG-008"
  | "IMG-009"
  | "IMG-020"
  | "IMG-010"
  | "IMG-011"
  | "IMG-012"
  | "IMG-013"
  | "IMG-014"
  | "IMG-015"
  | "IMG-016"
  | "IMG-017"
  | "IMG-018"
  | "IMG-019"
  | "DOM-001"
  | "DOM-002"
  | "DOM-003"
  | "DOM-004"
  | "DOM-005"
  | "DOM-006"
  | "DOM-007"
  | "DOM-008"
  | "DOM-009"
  | "DOM-010"
  | "DOM-014"
  | "DOM-011"
  | "DOM-012"
  | "DOM-013"
  | "REC-001"
  | "REC-002"
  | "REC-003"
  | "REC-004"
  | "REC-005"
  | "REC-006"
  | "REC-007"
  | "REC-008"
  | "REC-009"
  | "REC-010"
  | "REC-011"
  | "REC-012"
  | "REC-013"
  | "REC-014"
  | "REC-015"
  | "REC-016"
  | "REC-017"
  | "REC-018"
  | "REC-019"
  | "REC-020"
  | "REC-021"
  | "REC-022"
  | "REC-023"
  | "REC-024"
  | "REC-025"
  | "REC-026"
  | "REC-027"
  | "REC-028"
  | "REC-029"
  | "REC-030"
  | "REC-031"
  | "REC-032"
  | "REC-033"
  | "ORD-001"
  | "ORD-002"
  | "ORD-003"
  | "ORD-004"
  | "ORD-005"
  | "ORD-006"
  | "ORD-007"
  | "ORD-008"
  | "ORD-009"
  | "ORD-010"
  | "ORD-011"
  | "ORD-012"
  | "ORD-013"
  | "ORD-014"
  | "ORD-015"
  | "ORD-016"
  | "ORD-017"
  | "ORD-018"
  | "ORD-019"
  | "ORD-020"
  | "ORD-021"
  | "ORD-022"
  | "ORD-023"
  | "ORD-024"
  | "ORD-025"
  | "ORD-026"
  | "ORD-027"
  | "ORD-028"
  | "ORD-029"
  | "ORD-030"
  | "ORD-031"
  | "ORD-032"
  | "ORD-033"
  | "ORD-034"
  | "ORD-035"
  | "ORD-036"
  | "ORD-037"
  | "ORD-038"
  | "ORD-039"
  | "ORD-040"
  | "ORD-041"
  | "ORD-042"
  | "ORD-043"
  | "ORD-044"
  | "ORD-045"
  | "PAGE-001"
  | "PAGE-002"
  | "PAGE-003"
  | "PAGE-004"
  | "PAGE-005"
  | "PAGE-006"
  | "PAGE-007"
  | "PAGE-008"
  | "PAGE-009"
  | "PAGE-010"
  | "PAGE-011"
  | "PAGE-012"
  | "PAGE-013"
  | "PAGE-014"
  | "PAGE-015"
  | "PAGE-016"
  | "PAGE-017"
  | "PAGE-018"
  | "PAGE-019"
  | "PAGE-020"
  | "PAGE-021"
  | "PAGE-022"
  | "PAGE-023"
  | "PAGE-024"
  | "PAGE-025"
  | "PAGE-026"
  | "PAGE-027"
  | "PAGE-028"
  | "PAGE-029"
  | "PV-001"
  | "PV-002"
  | "PV-003"
  | "PV-004"
  | "PV-005"
  | "PV-006"
  | "PV-007"
  | "PV-008"
  | "PV-009"
  | "PV-010"
  | "PV-011"
  | "PV-012"
  | "PV-013"
  | "PV-014"
  | "PV-015"
  | "PV-016"
  | "PV-017"
  | "PV-018"
  | "PV-019"
  | "PV-020"
  | "PV-021"
  | "PV-022"
  | "PV-023"
  | "PV-060"
  | "PV-061"
  | "PV-024"
  | "PV-025"
  | "PV-026"
  | "PV-027"
  | "PV-028"
  | "PV-029"
  | "PV-030"
  | "PV-031"
  | "PV-032"
  | "PV-033"
  | "PV-034"
  | "PV-035"
  | "PV-036"
  | "PV-037"
  | "PV-038"
  | "PV-039"
  | "PV-040"
  | "PV-041"
  | "PV-042"
  | "PV-043"
  | "PV-044"
  | "PV-045"
  | "PV-046"
  | "PV-047"
  | "PV-048"
  | "PV-049"
  | "PV-050"
  | "PV-051"
  | "PV-052"
  | "PV-053"
  | "PV-054"
  | "PV-055"
  | "PV-056"
  | "PV-057"
  | "PV-058"
  | "PV-059"
  | "X86-001"
  | "X86-002"
  | "X86-003"
  | "X86-004"
  | "X86-005"
  | "X86-006"
  | "X86-007"
  | "X86-008"
  | "X86-009"
  | "X86-010"
  | "X86-011"
  | "X86-012"
  | "X86-013"
  | "X86-014"
  | "X86-015"
  | "X86-016"
  | "X86-017"
  | "X86-018"
  | "X86-019"
  | "X86-020"
  | "HVM-001"
  | "HVM-002"
  | "HVM-003"
  | "HVM-004"
  | "HVM-005"
  | "HVM-006"
  | "HVM-007"
  | "HVM-008"
  | "HVM-009"
  | "HVM-010"
  | "HVM-011"
  | "HVM-012"
  | "HVM-013"
  | "HVM-014"
  | "HVM-015"
  | "HVM-016"
  | "HVM-017"
  | "HVM-018"
  | "HVM-019"
  | "HVM-020"
  | "HVM-021"
  | "HVM-022"
  | "HVM-034"
  | "HVM-035"
  | "HVM-023"
  | "HVM-024"
  | "HVM-025"
  | "HVM-026"
  | "HVM-027"
  | "HVM-028"
  | "HVM-029"
  | "HVM-030"
  | "HVM-031"
  | "HVM-032"
  | "HVM-033"
  | "CKPT-001"
  | "CKPT-002"
  | "CKPT-003"
  | "CKPT-004"
  | "CKPT-005"
  | "CKPT-006"
  | "CKPT-007"
  | "CKPT-008"
  | "CKPT-009"
  | "CKPT-010"
  | "CKPT-011"
  | "CKPT-012"
  | "CKPT-013"
  | "CKPT-014"
  | "CKPT-015"
  | "CKPT-016"
  | "CKPT-017"
  | "CKPT-018"
  | "CKPT-019"
  | "CKPT-020"
  | "LXL-001"
  | "LXL-002"
  | "LXL-003"
  | "LXL-004"
  | "LXL-005"
  | "LXL-006"
  | "LXL-007"
  | "LXL-008"
  | "LXL-009"
  | "LXL-010"
  | "LXL-011"
  | "LXL-012"
  | "LXL-013"
  | "LXL-014"
  | "LXL-015"
  | "LXL-016"
  | "LXL-017"
  | "LXL-018"
  | "LXL-019"
  | "LXL-020"
  | "LXL-021"
  | "LXL-022"
  | "LXL-023"
  | "LXL-024"
  | "LXL-025"
  | "LXL-026"
  | "LXL-027"
  | "LXL-028"
  | "LXL-029"
  | "LXL-030"
  | "LXL-031"
  | "LXL-032"
  | "LXL-033"
  | "LXL-034"
  | "LXL-035"
  | "LXL-036"
  | "LXL-037"
  | "LXL-038"
  | "LXL-039"
  | "LXL-040"
  | "LXL-041"
  | "LXL-042"
  | "LXL-043"
  | "LXL-044"
  | "LXL-045"
  | "LXL-046"
  | "LXL-047"
  | "LXL-048"
  | "LXL-049"
  | "LXL-052"
  | "LXL-053"
  | "LXL-050"
  | "LXL-051"
  | "XL-001"
  | "XL-002"
  | "XL-003"
  | "XL-004"
  | "XL-005"
  | "XL-006"
  | "XL-007"
  | "XL-008"
  | "XL-009"
  | "XL-010"
  | "XL-011"
  | "XL-012"
  | "XL-013"
  | "XL-014"
  | "XL-015"
  | "XL-016"
  | "XL-017"
  | "XL-018"
  | "XL-019"
  | "XL-020"
  | "LV-001"
  | "LV-002"
  | "LV-003"
  | "LV-004"
  | "LV-005"
  | "LV-006"
  | "LV-007"
  | "LV-008"
  | "LV-009"
  | "LV-010"
  | "LV-011"
  | "LV-012"
  | "LV-013"
  | "LV-014"
  | "LV-015"
  | "XPD-001"
  | "XPD-002"
  | "XPD-003"
  | "XPD-004"
  | "XPD-005"
  | "XPD-006"
  | "XPD-007"
  | "XPD-008"
  | "XPD-009"
  | "XPD-010"
  | "XPD-011"
  | "XPD-012"
  | "XPD-013"
  | "XPD-014"
  | "XPD-015"
  | "XPD-016"
  | "XPD-017"
  | "XPD-018"
  | "XPD-019"
  | "XPD-020"
  | "XPD-021"
  | "XPD-022"
  | "XPD-023"
  | "XPD-024"
  | "XPD-025"
  | "XPD-026"
  | "XPD-027"
  | "XPD-028"
  | "LEG-001"
  | "LEG-002"
  | "LEG-003"
  | "LEG-004"
  | "LEG-005"
  | "LEG-006"
  | "LEG-007"
  | "LEG-008"
  | "LEG-009"
  | "LEG-010"
  | "LEG-011"
  | "LEG-012"
  | "LEG-013"
  | "LEG-014"
  | "LEG-015"
  | "LEG-016"
  | "LEG-017"
  | "LEG-018"
  | "LEG-019"
  | "LEG-020"
  | "LEG-021"
  | "LEG-022"
  | "LEG-023"
  | "LEG-024"
  | "LEG-025"
  | "LEG-026"
  | "LEG-027"
  | "LEG-028"
  | "LEG-029"
  | "LEG-030"
  | "LEG-031"
  | "LEG-032"
  | "LEG-033"
  | "LEG-034"
  | "LEG-035"
  | "LEG-036"
  | "LEG-037"
  | "LEG-038"
  | "LEG-039"
  | "LEG-040"
  | "LEG-041"
  | "LEG-042"
  | "LEG-043"
  | "LEG-044"
  | "LEG-045"
  | "LEG-046"
  | "LEG-047"
  | "LEG-048"
  | "LEG-049"
  | "LEG-050"
  | "LEG-051"
  | "LEG-052"
  | "LEG-053"
  | "LEG-054"
  | "LEG-055"
  | "LEG-056"
  | "LEG-057"
  | "LEG-058"
  | "LEG-059"
  | "LEG-060"
  | "LEG-061"
  | "LEG-062"
  | "LEG-063"
  | "LEG-064"
  | "LEG-065"
  | "LEG-066"
  | "LEG-067"
  | "LEG-068"
  | "LEG-069"
  | "LEG-070"
  | "LEG-071"
  | "LEG-072"
  | "LEG-073"
  | "LEG-074"
  | "LEG-075"
  | "LEG-076"
  | "LEG-077"
  | "LEG-078"
  | "LEG-079"
  | "LEG-080"
  | "LEG-081"
  | "LEG-082"
  | "LEG-083"
  | "LEG-084"
  | "LEG-085"
  | "LEG-086"
  | "LEG-087"
  | "LEG-088"
  | "LEG-089"
  | "LEG-090"
  | "LEG-091"
  | "LEG-092"
  | "LEG-093"
  | "LEG-094"
  | "LEG-095"
  | "LEG-096"
  | "LEG-097"
  | "LEG-098"
  | "LEG-099"
  | "LEG-100"
  | "LEG-101"
  | "LEG-102"
  | "LEG-103"
  | "LEG-104"
  | "LEG-105"
  | "LEG-106"
  | "LEG-107"
  | "LEG-108"
  | "LEG-109"
  | "LEG-110"
  | "LEG-112"
  | "LEG-113"
  | "LEG-111"
  | "DB-001"
  | "DB-002"
  | "DB-003"
  | "DB-004"
  | "DB-005"
  | "DB-006"
  | "DB-007"
  | "DB-008"
  | "DB-009"
  | "DB-010"
  | "DB-011"
  | "DB-012"
  | "DB-013"
  | "DB-014"
  | "DB-015"
  | "DB-016"
  | "DB-017"
  | "DB-018"
  | "DB-019"
  | "DB-020"
  | "DB-021"
  | "DB-022"
  | "DB-023"
  | "DB-024"
  | "DB-025"
  | "DB-034"
  | "DB-026"
  | "DB-027"
  | "DB-028"
  | "DB-029"
  | "DB-030"
  | "DB-031"
  | "DB-032"
  | "DB-033"
  | "DB-035"
  | "DB-036"
  | "DB-037"
  | "DB-038"
  | "DB-040"
  | "DB-041"
  | "DB-045"
  | "DB-046"
  | "DB-047"
  | "DB-048"
  | "DB-049"
  | "DB-050"
  | "DB-075"
  | "DB-076"
  | "DB-077"
  | "DB-078"
  | "DB-079"
  | "DB-080"
  | "DB-081"
  | "DB-082"
  | "DB-083"
  | "DB-100"
  | "DB-101"
  | "DB-102"
  | "DB-103"
  | "DB-104"
  | "DB-105"
  | "DB-106"
  | "DB-107"
  | "DB-108"
  | "DB-109"
  | "DB-110"
  | "DB-111"
  | "DB-112"
  | "DB-113"
  | "DB-114"
  | "DB-116"
  | "DB-117"
  | "DB-118"
  | "DB-119"
  | "DB-120"
  | "DB-121"
  | "DB-059"
  | "DB-060"
  | "DB-061"
  | "DB-062"
  | "DB-063"
  | "DB-064"
  | "DB-065"
  | "DB-066"
  | "DB-067"
  | "DB-068"
  | "DB-069"
  | "DB-070"
  | "DB-071"
  | "DB-072"
  | "DB-084"
  | "DB-085"
  | "DB-086"
  | "DB-087"
  | "DB-088"
  | "DB-089"
  | "DB-090"
  | "DB-091"
  | "DB-092"
  | "DB-093"
  | "DB-094"
  | "DB-095"
  | "DB-042"
  | "DB-043"
  | "DB-051"
  | "DB-052"
  | "DB-053"
  | "DB-054"
  | "DB-055"
  | "DB-130"
  | "DB-131"
  | "DB-132"
  | "DB-133"
  | "DB-134"
  | "DB-135"
  | "DB-136"
  | "DB-137"
  | "DB-138"
  | "DB-139"
  | "DB-140"
  | "DB-141"
  | "DB-142"
  | "DB-143"
  | "DB-044"
  | "VFOUR-001"
  | "VFOUR-002"
  | "VFOUR-003"
  | "VFOUR-004"
  | "VFOUR-005"
  | "VFOUR-006"
  | "VFOUR-007"
  | "VFOUR-008"
  | "VFOUR-009"
  | "VFOUR-010"
  | "VFOUR-011"
  | "VFOUR-012"
  | "VFOUR-013"
  | "VFOUR-014"
  | "VFOUR-015"
  | "VFOUR-016"
  | "VFOUR-017"
  | "VFOUR-018"
  | "SUM-001"
  | "SUM-002"
  | "SUM-003"
  | "SUM-004"
  | "SUM-005"
  | "SUM-006"
  | "SUM-007"
  | "SUM-008"
  | "SUM-009"
  | "SUM-010"
  | "SUM-011"
  | "SUM-012"
  | "SUM-013"
  | "SUM-014"
  | "SUM-015"
  | "SUM-016"
  | "SUM-017"
  | "SUM-018"
  | "SUM-019"
  | "SUM-020"
  | "SUM-021"
  | "SUM-022"
  | "ZIP-001"
  | "ZIP-002"
  | "ZIP-003"
  | "ZIP-004"
  | "ZIP-005"
  | "ZIP-006"
  | "ZIP-007"
  | "ZIP-008"
  | "ZIP-009"
  | "ZIP-010"
  | "ZIP-011"
  | "ZIP-012"
  | "ZIP-013"
  | "ZIP-014"
  | "ZIP-015"
  | "ZIP-016"
  | "ZIP-017"
  | "ZIP-018"
  | "ZIP-019"
  | "ZIP-020"
  | "ZIP-021"
  | "ZIP-022"
  | "ZIP-023"
  | "ZIP-024"
  | "ZIP-025"
  | "ZIP-026"
  | "CAP-001"
  | "CAP-002"
  | "CAP-003"
  | "CAP-004"
  | "CAP-005"
  | "CAP-006"
  | "CAP-007"
  | "CAP-008"
  | "CAP-009"
  | "CAP-010"
  | "CAP-011"
  | "CAP-012"
  | "CAP-013"
  | "CAP-014"
  | "CAP-015"
  | "CAP-016"
  | "CAP-017"
  | "CAP-018"
  | "CAP-019"
  | "CAP-020"
  | "CAP-021"
  | "CAP-022"
  | "CAP-023"
  | "CAP-024"
  | "CAP-025"
  | "CAP-026"
  | "CAP-027"
  | "REG-001"
  | "REG-002"
  | "REG-003"
  | "REG-004"
  | "REG-005"
  | "REG-006"
  | "REG-007"
  | "REG-008"
  | "REG-009"
  | "REG-010"
  | "REG-011"
  | "REG-012"
  | "REG-013"
  | "REG-014"
  | "REG-015"
  | "REG-016"
  | "REG-017"
  | "REG-018"
  | "REG-019"
  | "REG-020"
  | "ARM-001"
  | "ARM-002"
  | "ARM-012"
  | "ARM-013"
  | "ARM-014"
  | "ARM-015"
  | "ARM-003"
  | "ARM-004"
  | "ARM-005"
  | "ARM-006"
  | "ARM-007"
  | "ARM-008"
  | "ARM-009"
  | "ARM-010"
  | "ARM-011"
  | "ARM-016"
  | "ARM-017"
  | "ARM-018"
  | "ARM-019"
  | "ARM-020"
  | "ARM-021"
  | "ARM-022"
  | "ARM-023"
  | "ARM-024"
  | "ARM-025"
  | "ARM-026"
  | "ARM-027"
  | "ARM-028"
  | "ARM-029"
  | "ARM-030"
  | "ARM-031"
  | "ARM-032"
  | "ARM-033"
  | "ARM-034"
  | "MACH-001"
  | "MACH-002"
  | "MACH-003"
  | "MACH-004"
  | "MACH-005"
  | "MACH-006"
  | "MACH-007"
  | "MACH-008"
  | "MACH-009"
  | "MACH-010"
  | "MACH-011"
  | "MACH-012"
  | "MACH-013"
  | "MACH-014"
  | "MACH-015"
  | "MACH-016"
  | "MACH-017"
  | "MACH-018"
  | "MACH-019"
  | "MACH-020"
  | "MACH-021"
  | "MACH-022"
  | "MACH-023"
  | "MACH-024"
  | "MACH-025"
  | "MACH-026"
  | "MACH-027"
  | "MACH-028"
  | "MACH-029"
  | "MACH-030"
  | "MACH-031"
  | "MACH-032"
  | "MACH-033"
  | "MACH-034"
  | "MACH-035"
  | "MACH-036"
  | "MACH-037"
  | "MACH-038"
  | "MACH-039"
  | "MACH-040"
  | "MACH-041"
  | "MACH-042"
  | "MACH-043"
  | "MACH-044"
  | "MACH-045"
  | "MACH-046"
  | "MACH-047"
  | "MACH-048"
  | "MACH-049"
  | "MACH-050"
  | "CNV-001"
  | "CNV-002"
  | "CNV-003"
  | "CNV-004"
  | "CNV-005"
  | "CNV-006"
  | "CNV-007";

/** The code of a departure from the specification. */
export type Code = 
  | "image-marker"
  | "image-id"
  | "image-version"
  | "image-version-previous"
  | "image-options-reserved"
  | "image-byte-order"
  | "image-reserved"
  | "image-header-truncated"
  | "domain-type"
  | "domain-target"
  | "domain-page-shift"
  | "domain-reserved"
  | "domain-converter-records"
  | "domain-converter-release"
  | "domain-header-truncated"
  | "record-padding"
  | "record-truncated"
  | "record-limit"
  | "record-limit-early"
  | "record-unknown-mandatory"
  | "record-edition"
  | "record-toolstack"
  | "record-kind"
  | "record-channel"
  | "record-empty"
  | "record-end-missing"
  | "record-end-repeated"
  | "image-trailing"
  | "record-end-length"
  | "stream-invalid"
  | "static-end-missing"
  | "static-end-repeated"
  | "static-end-late"
  | "static-end-order"
  | "policy-late"
  | "pv-info-late"
  | "pv-info-missing"
  | "pv-info-order"
  | "pv-info-repeated"
  | "p2m-late"
  | "p2m-missing"
  | "p2m-repeated"
  | "vcpu-order"
  | "shared-info-order"
  | "vcpu-basic-missing"
  | "vcpu-orphan"
  | "vcpu-repeated"
  | "shared-info-missing"
  | "hvm-context-missing"
  | "hvm-context-repeated"
  | "tsc-missing"
  | "page-count"
  | "page-length"
  | "page-reserved"
  | "page-batch"
  | "page-pfn-reserved"
  | "page-pfn-range"
  | "page-pfn-limit"
  | "page-type"
  | "page-type-hvm"
  | "page-type-levels"
  | "page-table-pfn"
  | "page-table-superpage"
  | "page-table-xen-slot"
  | "pv-info-length"
  | "pv-info-short"
  | "pv-info-width"
  | "pv-info-reserved"
  | "p2m-order"
  | "p2m-length"
  | "p2m-start"
  | "p2m-empty"
  | "p2m-frame"
  | "p2m-frame-repeated"
  | "vcpu-short"
  | "vcpu-id"
  | "vcpu-id-empty"
  | "vcpu-reserved"
  | "vcpu-basic-length"
  | "vcpu-gdt-entries"
  | "vcpu-gdt-frame"
  | "vcpu-cr3"
  | "vcpu-cr1-flag"
  | "vcpu-cr1"
  | "vcpu-start-info"
  | "start-info-frame"
  | "vcpu-extended-length"
  | "vcpu-extended-id"
  | "vcpu-extended-size"
  | "vcpu-xsave-length"
  | "vcpu-xsave-header"
  | "vcpu-msrs-length"
  | "vcpu-msrs-index"
  | "vcpu-msrs-reserved"
  | "shared-info-length"
  | "tsc-length"
  | "tsc-mode"
  | "tsc-reserved"
  | "cpuid-length"
  | "cpuid-leaf"
  | "cpuid-order"
  | "msr-length"
  | "msr-index"
  | "msr-flags"
  | "hvm-header"
  | "hvm-end-missing"
  | "hvm-end-trailing"
  | "hvm-entry-overrun"
  | "hvm-typecode"
  | "hvm-entry-length"
  | "hvm-instance"
  | "hvm-must-be-zero"
  | "hvm-cpu-missing"
  | "hvm-msr-length"
  | "hvm-params-length"
  | "hvm-params-reserved"
  | "hvm-params-index"
  | "hvm-params-repeated"
  | "hvm-params-zero"
  | "hvm-params-ioreq-pair"
  | "hvm-params-value"
  | "verify-place"
  | "verify-mismatch"
  | "marker-length"
  | "checkpoint-plain"
  | "checkpoint-incomplete"
  | "checkpoint-none"
  | "dirty-list-length"
  | "back-channel-type"
  | "libxl-ident"
  | "libxl-version"
  | "libxl-options-reserved"
  | "libxl-byte-order"
  | "libxl-truncated"
  | "libxl-unknown-mandatory"
  | "libxl-marker-length"
  | "libxl-padding"
  | "libxl-image-missing"
  | "libxl-image-repeated"
  | "libxl-image-late"
  | "libxl-end-missing"
  | "libxl-emulator-length"
  | "libxl-emulator-kind"
  | "libxl-emulator-id"
  | "libxl-emulator-repeated"
  | "libxl-emulator-order"
  | "libxl-xenstore-strings"
  | "libxl-xenstore-key"
  | "libxl-xenstore-charset"
  | "libxl-xenstore-value"
  | "libxl-checkpoint-end"
  | "libxl-checkpoint-state-place"
  | "libxl-checkpoint-state"
  | "libxl-checkpoint-state-rest"
  | "libxl-checkpoint-direction"
  | "xl-magic"
  | "xl-byte-order"
  | "xl-mandatory-flags"
  | "xl-optional-flags"
  | "xl-stream-flag"
  | "xl-truncated"
  | "xl-optional-length"
  | "xl-config-nul"
  | "xl-config-format"
  | "xl-config-text"
  | "libvirt-magic"
  | "libvirt-version"
  | "libvirt-xml-length"
  | "libvirt-unused"
  | "libvirt-truncated"
  | "libvirt-xml-nul"
  | "libvirt-xml-text"
  | "xenopsd-signature"
  | "xenopsd-truncated"
  | "xenopsd-part-type"
  | "xenopsd-part-length"
  | "xenopsd-qemu-length"
  | "xenopsd-marker-length"
  | "xenopsd-image-missing"
  | "xenopsd-image-repeated"
  | "xenopsd-first-part"
  | "xenopsd-part-early"
  | "xenopsd-part-repeated"
  | "xenopsd-part-kind"
  | "xenopsd-xenops-text"
  | "legacy-marker"
  | "legacy-size"
  | "legacy-truncated"
  | "legacy-info-length"
  | "legacy-info-vcpu"
  | "legacy-vcpu-size"
  | "legacy-extv-size"
  | "legacy-xcnt"
  | "legacy-block"
  | "legacy-chunk"
  | "legacy-tmem"
  | "legacy-pfn"
  | "legacy-vcpu-id"
  | "legacy-vcpu-map"
  | "legacy-vcpu-info"
  | "legacy-param-padding"
  | "legacy-param-kind"
  | "legacy-toolstack"
  | "legacy-compression-place"
  | "legacy-compressed-early"
  | "legacy-delta"
  | "legacy-compressed-surplus"
  | "legacy-compressed-missing"
  | "legacy-delta-base"
  | "legacy-unmapped-count"
  | "legacy-unmapped-pfn"
  | "legacy-xsave-size"
  | "legacy-emulator-signature"
  | "legacy-emulator-magic"
  | "legacy-last-checkpoint"
  | "legacy-trailing"
  | "legacy-xl-flag"
  | "domain-arch"
  | "record-options-reserved"
  | "record-head-reserved"
  | "record-foot-reserved"
  | "record-checksum"
  | "record-checksum-unused"
  | "record-type"
  | "p2m-range"
  | "p2m-limit"
  | "p2m-gap"
  | "vcpu-info-length"
  | "vcpu-info-limit"
  | "vcpu-info-reserved"
  | "memory-late"
  | "vcpu-info-late"
  | "vcpu-info-repeated"
  | "image-incompat"
  | "image-compat"
  | "image-record-check"
  | "image-digest-kind"
  | "image-reserved-v4"
  | "check-sum"
  | "check-reserved"
  | "check-truncated"
  | "digest-missing"
  | "digest-place"
  | "digest-algorithm"
  | "digest-length"
  | "digest-reserved"
  | "digest-position"
  | "digest-sum"
  | "zip-count"
  | "zip-layout"
  | "zip-flags"
  | "zip-entry-reserved"
  | "zip-zero-type"
  | "zip-padding"
  | "zip-codec"
  | "zip-raw-length"
  | "zip-frame"
  | "zip-window"
  | "zip-delta-base"
  | "zip-delta-repeated"
  | "requires-first"
  | "requires-repeated"
  | "requires-layout"
  | "requires-order"
  | "requires-tag"
  | "requires-item-length"
  | "requires-types"
  | "requires-codecs"
  | "requires-limit"
  | "requires-broken-type"
  | "requires-broken-codec"
  | "requires-broken-limit"
  | "private-owner"
  | "p2m-window"
  | "p2m-after-pages"
  | "shared-info-host"
  | "arm-page-shift"
  | "arm-page-type"
  | "arm-record-kind"
  | "layout-length"
  | "layout-regions"
  | "layout-flags"
  | "layout-pfn"
  | "layout-late"
  | "layout-repeated"
  | "layout-missing"
  | "arm-id-policy"
  | "arm-vcpu-id"
  | "arm-vcpu-reserved"
  | "arm-vcpu-registers"
  | "arm-vcpu-missing"
  | "arm-vcpu-repeated"
  | "arm-vcpu-early"
  | "machine-page-shift"
  | "machine-record-kind"
  | "machine-page-type"
  | "machine-memory-missing"
  | "machine-length"
  | "machine-version"
  | "machine-vcpus"
  | "machine-ram"
  | "machine-properties"
  | "machine-reserved"
  | "machine-property-missing"
  | "machine-layout"
  | "machine-missing"
  | "machine-repeated"
  | "machine-vcpu-length"
  | "machine-vcpu-id"
  | "machine-vcpu-reserved"
  | "machine-vcpu-missing"
  | "machine-vcpu-repeated"
  | "platform-length"
  | "platform-digest"
  | "platform-missing"
  | "platform-order"
  | "machine-state-early"
  | "convert-libxl-record"
  | "convert-part";

/** How strongly a requirement binds. */
export type Level = "MUST" | "SHOULD" | "MAY";

/** What a Reader does about a departure. */
export type Action = "reject" | "accept";

/** A requirement on what is written: a Writer keeps it, a Verifier reports its breach. */
export type ImageRule = {
  readonly req: RequirementId;
  readonly level: Level;
  readonly editions: readonly Edition[];
  readonly text: string;
};

/** A requirement on a Reader: what it does, or what each option of a declared choice makes it do. */
export type ReaderRule = ImageRule &
  (
    | { readonly action: Action; readonly choice?: never }
    | { readonly action?: never; readonly choice: { readonly name: string; readonly options: Readonly<Record<string, Action>> } }
  );

/** What the specification says about one departure; at most one rule of each kind holds in an edition. */
export type CatalogueEntry = { readonly image: readonly ImageRule[]; readonly reader: readonly ReaderRule[] };

/** The rule that an image of `edition` breaks when it departs by `code`; none where the edition allows it. */
export function imageRule(code: Code, edition: Edition): ImageRule | undefined {
  return catalogue[code].image.find((rule) => rule.editions.includes(edition));
}

/** What a Reader of `edition` does about a departure by `code`; none where the edition does not say. */
export function readerRule(code: Code, edition: Edition): ReaderRule | undefined {
  return catalogue[code].reader.find((rule) => rule.editions.includes(edition));
}

/** Every departure that has a code. */
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = {
  "image-marker": {
    image: [
      {"req":"IMG-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The first eight octets of an image MUST be FF."},
      {"req":"DB-001","level":"MUST","editions":["draft-b"],"text":"The first eight octets of an image of version 1 MUST be FF."},
    ],
    reader: [
      {"req":"IMG-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose first eight octets are not all FF, and treat it as a stream of another format rather than as a damaged image of this one."},
      {"req":"DB-002","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image whose first eight octets are not all FF."},
    ],
  },
  "image-id": {
    image: [
      {"req":"IMG-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 8 to 11 of an image MUST be 58 45 4E 46, \"XENF\" in ASCII."},
      {"req":"DB-003","level":"MUST","editions":["draft-b"],"text":"Octets 8 to 11 of an image of version 1 MUST be 58 45 4E 46, \"XENF\" in ASCII."},
    ],
    reader: [
      {"req":"IMG-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose octets 8 to 11 are not 58 45 4E 46."},
      {"req":"DB-004","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image whose octets 8 to 11 are not 58 45 4E 46."},
    ],
  },
  "image-version": {
    image: [
      {"req":"IMG-005","level":"MUST","editions":["v2"],"text":"The version of an image MUST be 2."},
      {"req":"IMG-006","level":"MUST","editions":["v3"],"text":"The version of an image MUST be 3."},
      {"req":"DB-005","level":"MUST","editions":["draft-b"],"text":"The version of an image MUST be 1, in big-endian order whatever bit 0 of the options says."},
      {"req":"VFOUR-001","level":"MUST","editions":["v4-draft"],"text":"The version of an image MUST be 4."},
    ],
    reader: [
      {"req":"IMG-007","level":"MUST","editions":["v2"],"action":"reject","text":"A Reader MUST reject an image whose version is not 2."},
      {"req":"IMG-008","level":"MUST","editions":["v3"],"action":"reject","text":"A Reader MUST reject an image whose version is neither 2 nor 3."},
      {"req":"DB-006","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image whose version is not 1."},
      {"req":"VFOUR-002","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose version is none of 2, 3 and 4."},
    ],
  },
  "image-version-previous": {
    image: [
      {"req":"IMG-020","level":"MUST","editions":["v3"],"text":"An image of edition v3 MUST NOT be written with version 2: there is no downgrade."},
      {"req":"VFOUR-003","level":"MUST","editions":["v4-draft"],"text":"An image of edition v4-draft MUST NOT be written with version 2 or 3: there is no downgrade."},
    ],
    reader: [
      {"req":"IMG-009","level":"MUST","editions":["v3"],"action":"accept","text":"A Reader MUST accept an image of version 2 and read it by the rules of edition v2."},
      {"req":"VFOUR-004","level":"MUST","editions":["v4-draft"],"action":"accept","text":"A Reader MUST accept an image of version 2 or 3 and read it by the rules of edition v2 or v3."},
    ],
  },
  "image-options-reserved": {
    image: [
      {"req":"IMG-012","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Bits 1 to 15 of an image header's options MUST be 0."},
      {"req":"DB-007","level":"MUST","editions":["draft-b"],"text":"Bits 1 to 15 of an image header's options MUST be 0."},
    ],
    reader: [
      {"req":"IMG-013","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore bits 1 to 15 of an image header's options."},
      {"req":"DB-008","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore bits 1 to 15 of an image header's options."},
    ],
  },
  "image-byte-order": {
    image: [],
    reader: [
      {"req":"IMG-014","level":"MUST","editions":["v2","v3","v4-draft"],"choice":{"name":"byte-order","options":{"little-only":"reject","both":"accept"}},"text":"A Reader MUST treat an image whose option bit 0 is 1 as its choice says: little-only rejects it before the domain header is read, both reads it as big-endian."},
      {"req":"DB-009","level":"MUST","editions":["draft-b"],"choice":{"name":"byte-order","options":{"little-only":"reject","both":"accept"}},"text":"A Reader MUST treat an image whose option bit 0 is 1 as its choice says: little-only rejects it before the domain header is read, both reads it as big-endian."},
    ],
  },
  "image-reserved": {
    image: [
      {"req":"IMG-016","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 18 to 23 of an image MUST be 0."},
      {"req":"DB-010","level":"MUST","editions":["draft-b"],"text":"Octets 18 to 23 of an image MUST be 0."},
    ],
    reader: [
      {"req":"IMG-017","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore octets 18 to 23 of an image."},
      {"req":"DB-011","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore octets 18 to 23 of an image."},
    ],
  },
  "image-header-truncated": {
    image: [
      {"req":"IMG-018","level":"MUST","editions":["v2","v3"],"text":"An image MUST hold all 24 octets of its image header."},
      {"req":"DB-012","level":"MUST","editions":["draft-b"],"text":"An image MUST hold all 24 octets of its image header."},
      {"req":"VFOUR-005","level":"MUST","editions":["v4-draft"],"text":"An image MUST hold all 40 octets of its image header."},
    ],
    reader: [
      {"req":"IMG-019","level":"MUST","editions":["v2","v3"],"action":"reject","text":"A Reader MUST reject an image that ends inside its image header."},
      {"req":"DB-013","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image that ends inside its image header."},
      {"req":"VFOUR-006","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image that ends inside the 40 octets of its image header."},
    ],
  },
  "domain-type": {
    image: [
      {"req":"DOM-001","level":"MUST","editions":["v2","v3"],"text":"The type of a domain header MUST be 1 or 2."},
      {"req":"DB-016","level":"MUST","editions":["draft-b"],"text":"The type of a domain header MUST be 1."},
      {"req":"VFOUR-017","level":"MUST","editions":["v4-draft"],"text":"The type of a domain header MUST be 1, 2, 5, 6 or 7."},
    ],
    reader: [
      {"req":"DOM-002","level":"MUST","editions":["v2","v3"],"action":"reject","text":"A Reader MUST reject an image whose domain type is neither 1 nor 2."},
      {"req":"DB-017","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image whose domain type is not 1."},
      {"req":"VFOUR-018","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image with any other domain type."},
    ],
  },
  "domain-target": {
    image: [],
    reader: [
      {"req":"DOM-003","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose domain type is not the kind of the domain that it restores into."},
      {"req":"DB-022","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image when the domain that it restores into is not a PV domain."},
    ],
  },
  "domain-page-shift": {
    image: [
      {"req":"DOM-004","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The page_shift of an x86 domain MUST be 12."},
      {"req":"DB-018","level":"MUST","editions":["draft-b"],"text":"The page_shift of a domain header MUST be 12."},
    ],
    reader: [
      {"req":"DOM-005","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an x86 image whose page_shift is not 12, compared as a number and not by the size that it shifts to."},
      {"req":"DB-019","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image whose page_shift is not 12."},
    ],
  },
  "domain-reserved": {
    image: [
      {"req":"DOM-006","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 6 and 7 of a domain header MUST be 0."},
      {"req":"DB-020","level":"MUST","editions":["draft-b"],"text":"Octets 6 and 7 of a domain header MUST be 0."},
    ],
    reader: [
      {"req":"DOM-007","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore octets 6 and 7 of a domain header."},
      {"req":"DB-021","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore octets 6 and 7 of a domain header."},
    ],
  },
  "domain-converter-records": {
    image: [
      {"req":"DOM-008","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An image whose xen_major is 0 MUST NOT hold X86_CPUID_POLICY, X86_MSR_POLICY, X86_PV_VCPU_MSRS, VERIFY or CHECKPOINT records."},
    ],
    reader: [
      {"req":"DOM-009","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept any xen_major and xen_minor."},
    ],
  },
  "domain-converter-release": {
    image: [
      {"req":"DOM-010","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The xen_major of an image inside a libxl stream whose options say that a converter made it MUST be 0."},
    ],
    reader: [
      {"req":"DOM-014","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept any xen_major inside a libxl stream whose options say that a converter made it."},
    ],
  },
  "domain-header-truncated": {
    image: [
      {"req":"DOM-012","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An image MUST hold all 16 octets of its domain header."},
      {"req":"DB-023","level":"MUST","editions":["draft-b"],"text":"An image MUST hold all 8 octets of its domain header."},
    ],
    reader: [
      {"req":"DOM-013","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image that ends inside its domain header."},
      {"req":"DB-024","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image that ends inside its domain header."},
    ],
  },
  "record-padding": {
    image: [
      {"req":"REC-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The padding octets of a record MUST be 0."},
    ],
    reader: [
      {"req":"REC-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the value of padding octets."},
    ],
  },
  "record-truncated": {
    image: [
      {"req":"REC-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An image MUST hold every octet of each of its records, header, body and padding; of a checkpointed stream, up to its last commit."},
      {"req":"DB-025","level":"MUST","editions":["draft-b"],"text":"An image MUST hold every octet of each of its records, header, body, padding and footer."},
    ],
    reader: [
      {"req":"REC-006","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a plain stream that ends inside a record."},
      {"req":"DB-034","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image that ends inside a record."},
    ],
  },
  "record-limit": {
    image: [
      {"req":"REC-007","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of a record MUST NOT exceed 134217728."},
      {"req":"DB-026","level":"MUST","editions":["draft-b"],"text":"The body_length of a record MUST NOT exceed 134217728."},
    ],
    reader: [
      {"req":"REC-008","level":"MUST","editions":["v2","v3"],"choice":{"name":"record-limit","options":{"refuse":"reject","allow":"accept"}},"text":"A Reader MUST treat a record whose body_length exceeds 134217728 as its choice says: refuse rejects the image, allow reads the record."},
      {"req":"DB-027","level":"MUST","editions":["draft-b"],"choice":{"name":"record-limit","options":{"refuse":"reject","allow":"accept"}},"text":"A Reader MUST treat a record whose body_length exceeds 134217728 as its choice says: refuse rejects the image, allow reads the record."},
      {"req":"REG-020","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a record whose body_length exceeds 134217728."},
    ],
  },
  "record-limit-early": {
    image: [
      {"req":"REC-010","level":"SHOULD","editions":["v2"],"text":"The body of a record, padding included, SHOULD NOT exceed 8388608 octets in an image that a release before Xen 4.10 is to read."},
    ],
    reader: [],
  },
  "record-unknown-mandatory": {
    image: [
      {"req":"REC-011","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The type of a record MUST be one that this specification defines or have bit 31 set."},
    ],
    reader: [
      {"req":"REC-012","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a record whose type has bit 31 clear and is not defined."},
    ],
  },
  "record-edition": {
    image: [
      {"req":"REC-015","level":"MUST","editions":["v2"],"text":"An image of version 2 MUST NOT hold STATIC_DATA_END, X86_CPUID_POLICY or X86_MSR_POLICY records."},
    ],
    reader: [
      {"req":"REC-016","level":"MUST","editions":["v2"],"choice":{"name":"static-in-v2","options":{"refuse":"reject","accept":"accept"}},"text":"A Reader MUST treat STATIC_DATA_END, X86_CPUID_POLICY and X86_MSR_POLICY records in an image of version 2 as its choice says: refuse rejects the image, accept reads them by the rules of edition v3."},
    ],
  },
  "record-toolstack": {
    image: [
      {"req":"REC-017","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An image MUST NOT hold a TOOLSTACK record."},
    ],
    reader: [
      {"req":"REC-018","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a TOOLSTACK record."},
    ],
  },
  "record-kind": {
    image: [
      {"req":"REC-019","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The image of an HVM domain MUST NOT hold the records of PV domains, nor that of a PV domain the records of HVM domains."},
    ],
    reader: [
      {"req":"REC-020","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a record of the kind of domain that the image does not hold."},
    ],
  },
  "record-channel": {
    image: [
      {"req":"REC-021","level":"MUST","editions":["v2","v3","v4-draft"],"text":"CHECKPOINT_DIRTY_PFN_LIST MUST NOT stand in an image: it belongs to the back channel."},
    ],
    reader: [
      {"req":"REC-022","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT_DIRTY_PFN_LIST in an image."},
    ],
  },
  "record-empty": {
    image: [
      {"req":"REC-024","level":"SHOULD","editions":["v2","v3","v4-draft"],"text":"HVM_PARAMS and vCPU records SHOULD have content."},
    ],
    reader: [
      {"req":"REC-025","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept HVM_PARAMS with count 0, and vCPU records of 8 octets, and restore nothing from them."},
    ],
  },
  "record-end-missing": {
    image: [
      {"req":"REC-026","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The last record of a plain stream MUST be END."},
      {"req":"DB-051","level":"MUST","editions":["draft-b"],"text":"The last record of an image MUST be END."},
    ],
    reader: [
      {"req":"REC-027","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a plain stream without END."},
      {"req":"DB-052","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image without END."},
    ],
  },
  "record-end-repeated": {
    image: [
      {"req":"REC-028","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A second END MUST NOT follow the first directly."},
      {"req":"DB-053","level":"MUST","editions":["draft-b"],"text":"A second END MUST NOT follow the first directly."},
    ],
    reader: [
      {"req":"REC-029","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST leave what follows END unread."},
      {"req":"DB-054","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST leave what follows END unread."},
    ],
  },
  "image-trailing": {
    image: [
      {"req":"REC-030","level":"SHOULD","editions":["v2","v3","v4-draft"],"text":"A file that holds an image SHOULD hold nothing after its outermost END."},
      {"req":"DB-055","level":"SHOULD","editions":["draft-b"],"text":"A file that holds an image SHOULD hold nothing after its END."},
    ],
    reader: [],
  },
  "record-end-length": {
    image: [
      {"req":"REC-031","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of END MUST be 0."},
      {"req":"DB-042","level":"MUST","editions":["draft-b"],"text":"The body_length of END MUST be 0."},
    ],
    reader: [
      {"req":"REC-032","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST ignore the body of END."},
      {"req":"DB-043","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject END of any other length."},
      {"req":"REG-006","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject END whose body_length is not 0."},
    ],
  },
  "stream-invalid": {
    image: [
      {"req":"REC-033","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A Writer MUST refuse what cannot be written as these chapters demand, and leave no image behind."},
      {"req":"DB-044","level":"MUST","editions":["draft-b"],"text":"A Writer MUST refuse what cannot be written as this chapter demands, and leave no image behind."},
    ],
    reader: [],
  },
  "static-end-missing": {
    image: [
      {"req":"ORD-001","level":"MUST","editions":["v3","v4-draft"],"text":"An image of version 3 or later MUST hold a STATIC_DATA_END record."},
    ],
    reader: [
      {"req":"ORD-002","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image of version 3 or later without STATIC_DATA_END."},
    ],
  },
  "static-end-repeated": {
    image: [
      {"req":"ORD-003","level":"MUST","editions":["v3","v4-draft"],"text":"An image MUST NOT hold a second STATIC_DATA_END, not even in a later checkpoint."},
    ],
    reader: [
      {"req":"ORD-004","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a second STATIC_DATA_END."},
    ],
  },
  "static-end-late": {
    image: [
      {"req":"ORD-005","level":"MUST","editions":["v3","v4-draft"],"text":"X86_PV_P2M_FRAMES and PAGE_DATA MUST follow STATIC_DATA_END."},
    ],
    reader: [
      {"req":"ORD-006","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_P2M_FRAMES or PAGE_DATA before STATIC_DATA_END."},
    ],
  },
  "static-end-order": {
    image: [
      {"req":"ORD-007","level":"MUST","editions":["v3","v4-draft"],"text":"Records that hold time or registers (X86_TSC_INFO, SHARED_INFO, the vCPU records, HVM_CONTEXT, HVM_PARAMS) MUST follow STATIC_DATA_END."},
    ],
    reader: [
      {"req":"ORD-008","level":"MUST","editions":["v3"],"action":"accept","text":"A Reader MUST accept X86_TSC_INFO, SHARED_INFO, HVM_CONTEXT, HVM_PARAMS and vCPU records before STATIC_DATA_END."},
      {"req":"REG-003","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject X86_TSC_INFO, SHARED_INFO, HVM_CONTEXT, HVM_PARAMS and vCPU records before STATIC_DATA_END."},
    ],
  },
  "policy-late": {
    image: [
      {"req":"ORD-009","level":"MUST","editions":["v3","v4-draft"],"text":"X86_CPUID_POLICY and X86_MSR_POLICY MUST precede STATIC_DATA_END."},
    ],
    reader: [
      {"req":"ORD-010","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_CPUID_POLICY or X86_MSR_POLICY after STATIC_DATA_END."},
    ],
  },
  "pv-info-late": {
    image: [
      {"req":"ORD-011","level":"MUST","editions":["v3","v4-draft"],"text":"X86_PV_INFO MUST precede STATIC_DATA_END."},
    ],
    reader: [
      {"req":"ORD-012","level":"MUST","editions":["v3"],"action":"accept","text":"A Reader MUST accept X86_PV_INFO after STATIC_DATA_END as long as no X86_PV_P2M_FRAMES precedes it."},
      {"req":"REG-004","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_INFO after STATIC_DATA_END."},
    ],
  },
  "pv-info-missing": {
    image: [
      {"req":"ORD-014","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The image of a PV domain MUST hold X86_PV_INFO."},
    ],
    reader: [
      {"req":"ORD-015","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject the image of a PV domain without X86_PV_INFO."},
    ],
  },
  "pv-info-order": {
    image: [
      {"req":"ORD-016","level":"MUST","editions":["v2","v3","v4-draft"],"text":"X86_PV_INFO MUST precede X86_PV_P2M_FRAMES."},
      {"req":"DB-130","level":"MUST","editions":["draft-b"],"text":"The first record of an image MUST be X86_PV_INFO."},
    ],
    reader: [
      {"req":"ORD-017","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_P2M_FRAMES before X86_PV_INFO."},
      {"req":"DB-131","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image whose first record is not X86_PV_INFO."},
    ],
  },
  "pv-info-repeated": {
    image: [
      {"req":"ORD-018","level":"MUST","editions":["v2","v3","v4-draft"],"text":"X86_PV_INFO MUST NOT be repeated."},
      {"req":"DB-132","level":"MUST","editions":["draft-b"],"text":"An image MUST NOT hold a second X86_PV_INFO."},
    ],
    reader: [
      {"req":"ORD-019","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a second X86_PV_INFO."},
      {"req":"DB-133","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a second X86_PV_INFO."},
    ],
  },
  "p2m-late": {
    image: [
      {"req":"ORD-020","level":"MUST","editions":["v2","v3","v4-draft"],"text":"X86_PV_P2M_FRAMES MUST precede the first PAGE_DATA of a PV domain."},
      {"req":"DB-134","level":"MUST","editions":["draft-b"],"text":"A P2M MUST stand before the first PAGE_DATA, VCPU_INFO, VCPU_CONTEXT or END."},
    ],
    reader: [
      {"req":"ORD-021","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA of a PV domain before X86_PV_P2M_FRAMES."},
      {"req":"DB-135","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject PAGE_DATA, VCPU_INFO, VCPU_CONTEXT or END before the first P2M."},
    ],
  },
  "p2m-missing": {
    image: [
      {"req":"ORD-022","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The image of a PV domain MUST hold X86_PV_P2M_FRAMES."},
    ],
    reader: [
      {"req":"ORD-023","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject the image of a PV domain without X86_PV_P2M_FRAMES."},
    ],
  },
  "p2m-repeated": {
    image: [
      {"req":"ORD-024","level":"MUST","editions":["v2","v3"],"text":"X86_PV_P2M_FRAMES MUST NOT be repeated, not even in a later checkpoint."},
    ],
    reader: [
      {"req":"ORD-025","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept a repeated X86_PV_P2M_FRAMES and use the last one."},
    ],
  },
  "vcpu-order": {
    image: [
      {"req":"ORD-026","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The first PAGE_DATA of a PV domain MUST precede its vCPU records."},
    ],
    reader: [
      {"req":"ORD-027","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept vCPU records before PAGE_DATA."},
    ],
  },
  "shared-info-order": {
    image: [
      {"req":"ORD-028","level":"MUST","editions":["v2","v3","v4-draft"],"text":"SHARED_INFO MUST follow X86_PV_INFO."},
    ],
    reader: [
      {"req":"ORD-029","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject SHARED_INFO before X86_PV_INFO."},
    ],
  },
  "vcpu-basic-missing": {
    image: [
      {"req":"ORD-030","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The image of a PV domain MUST hold X86_PV_VCPU_BASIC of vCPU 0."},
      {"req":"DB-142","level":"MUST","editions":["draft-b"],"text":"An image MUST hold VCPU_CONTEXT of vCPU 0."},
    ],
    reader: [
      {"req":"ORD-031","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject the image of a PV domain without X86_PV_VCPU_BASIC of vCPU 0."},
      {"req":"DB-143","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image without VCPU_CONTEXT of vCPU 0."},
    ],
  },
  "vcpu-orphan": {
    image: [
      {"req":"ORD-032","level":"MUST","editions":["v2","v3","v4-draft"],"text":"X86_PV_VCPU_EXTENDED, X86_PV_VCPU_XSAVE and X86_PV_VCPU_MSRS MUST NOT name a vCPU that has no X86_PV_VCPU_BASIC."},
    ],
    reader: [
      {"req":"ORD-033","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept X86_PV_VCPU_EXTENDED, X86_PV_VCPU_XSAVE and X86_PV_VCPU_MSRS of a vCPU without X86_PV_VCPU_BASIC, and restore nothing from them."},
      {"req":"REG-014","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a vCPU record without a X86_PV_VCPU_BASIC of its vCPU."},
    ],
  },
  "vcpu-repeated": {
    image: [
      {"req":"ORD-034","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Each kind of vCPU record MUST stand at most once for each vCPU in a plain stream, and at most once between two CHECKPOINT records."},
      {"req":"DB-069","level":"MUST","editions":["draft-b"],"text":"An image MUST NOT hold two VCPU_CONTEXT records of one vCPU."},
    ],
    reader: [
      {"req":"ORD-035","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept a repeated vCPU record and use the last one."},
      {"req":"DB-070","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST accept a second VCPU_CONTEXT of a vCPU and restore the one that came last."},
      {"req":"REG-007","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a vCPU record that stands twice for one vCPU in a plain stream, or between two CHECKPOINT records."},
    ],
  },
  "shared-info-missing": {
    image: [
      {"req":"ORD-036","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The image of a PV domain MUST hold SHARED_INFO."},
    ],
    reader: [
      {"req":"ORD-037","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept the image of a PV domain without SHARED_INFO."},
    ],
  },
  "hvm-context-missing": {
    image: [
      {"req":"ORD-039","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The image of an HVM domain MUST hold HVM_CONTEXT."},
    ],
    reader: [
      {"req":"ORD-040","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject the image of an HVM domain without HVM_CONTEXT."},
    ],
  },
  "hvm-context-repeated": {
    image: [
      {"req":"ORD-041","level":"MUST","editions":["v2","v3","v4-draft"],"text":"HVM_CONTEXT MUST stand at most once in a plain stream, and at most once between two CHECKPOINT records."},
    ],
    reader: [
      {"req":"ORD-042","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept a repeated HVM_CONTEXT and use the last one."},
      {"req":"REG-008","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a second HVM_CONTEXT in a plain stream, or between two CHECKPOINT records."},
    ],
  },
  "tsc-missing": {
    image: [
      {"req":"ORD-043","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The image of an x86 domain MUST hold X86_TSC_INFO."},
    ],
    reader: [
      {"req":"ORD-044","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept an image without X86_TSC_INFO."},
    ],
  },
  "page-count": {
    image: [
      {"req":"PAGE-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The count of a PAGE_DATA record MUST be at least 1."},
      {"req":"DB-100","level":"MUST","editions":["draft-b"],"text":"The count of a PAGE_DATA record MUST be at least 1."},
    ],
    reader: [
      {"req":"PAGE-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a PAGE_DATA record whose count is 0."},
      {"req":"DB-101","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a PAGE_DATA record whose count is 0."},
    ],
  },
  "page-length": {
    image: [
      {"req":"PAGE-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of a PAGE_DATA record MUST be 8 + 8 × count + 4096 × the number of entries whose type has contents."},
      {"req":"DB-102","level":"MUST","editions":["draft-b"],"text":"The body_length of a PAGE_DATA record MUST be 8 + 8 × count + 4096 × the number of entries whose type has contents, which stand there uncompressed."},
    ],
    reader: [
      {"req":"PAGE-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a PAGE_DATA record of any other length."},
      {"req":"DB-103","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a PAGE_DATA record of any other length."},
    ],
  },
  "page-reserved": {
    image: [
      {"req":"PAGE-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 4 to 7 of the body of a PAGE_DATA record MUST be 0."},
      {"req":"DB-104","level":"MUST","editions":["draft-b"],"text":"Octets 4 to 7 of the body of a PAGE_DATA record MUST be 0."},
    ],
    reader: [
      {"req":"PAGE-006","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore octets 4 to 7 of the body of a PAGE_DATA record."},
      {"req":"DB-105","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore octets 4 to 7 of the body of a PAGE_DATA record."},
    ],
  },
  "page-batch": {
    image: [
      {"req":"PAGE-007","level":"SHOULD","editions":["v2","v3","v4-draft"],"text":"A PAGE_DATA record SHOULD hold at most 1024 entries."},
    ],
    reader: [
      {"req":"PAGE-008","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a PAGE_DATA record of more than 1024 entries."},
    ],
  },
  "page-pfn-reserved": {
    image: [
      {"req":"PAGE-009","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Bits 52 to 59 of a page entry MUST be 0."},
      {"req":"DB-106","level":"MUST","editions":["draft-b"],"text":"Bits 52 to 59 of a page entry MUST be 0."},
    ],
    reader: [
      {"req":"PAGE-010","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore bits 52 to 59 of a page entry."},
      {"req":"DB-107","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore bits 52 to 59 of a page entry."},
    ],
  },
  "page-pfn-range": {
    image: [
      {"req":"PAGE-011","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A pfn of a PV domain MUST NOT exceed the end_pfn of its X86_PV_P2M_FRAMES."},
      {"req":"DB-108","level":"MUST","editions":["draft-b"],"text":"The pfn of a page entry MUST be less than the number of pfns of the domain, as the P2M records before it say."},
    ],
    reader: [
      {"req":"PAGE-012","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a pfn of a PV domain beyond the end_pfn of its X86_PV_P2M_FRAMES."},
      {"req":"DB-109","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a page entry whose pfn is not less than the number of pfns of the domain."},
    ],
  },
  "page-pfn-limit": {
    image: [
      {"req":"PAGE-013","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A pfn of an HVM domain MUST be less than 2^40, the end of what x86 can address."},
    ],
    reader: [
      {"req":"PAGE-014","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a pfn of an HVM domain of 2^40 or more."},
    ],
  },
  "page-type": {
    image: [
      {"req":"PAGE-016","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The type of a page entry MUST NOT be 5, 6, 7 or 8."},
      {"req":"LEG-036","level":"MUST","editions":["legacy"],"text":"The type of an entry MUST NOT be 5, 6, 7 or 8."},
      {"req":"DB-110","level":"MUST","editions":["draft-b"],"text":"The type of a page entry MUST NOT be 5, 6, 7 or 8."},
    ],
    reader: [
      {"req":"PAGE-017","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a page entry of type 5, 6, 7 or 8."},
      {"req":"LEG-037","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an entry of type 5, 6, 7 or 8."},
      {"req":"DB-111","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a page entry of type 5, 6, 7 or 8."},
    ],
  },
  "page-type-hvm": {
    image: [
      {"req":"PAGE-018","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The type of a page entry of an HVM domain MUST be 0, D, E or F."},
      {"req":"LEG-038","level":"MUST","editions":["legacy"],"text":"The type of an entry of an HVM domain MUST be 0, D, E or F."},
    ],
    reader: [
      {"req":"PAGE-019","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept page table types in the image of an HVM domain, and take the contents as ordinary memory."},
      {"req":"LEG-039","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST accept page table types in the stream of an HVM domain, and take the contents as ordinary memory."},
    ],
  },
  "page-type-levels": {
    image: [
      {"req":"PAGE-020","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The type of a page entry of a PV domain with three page table levels MUST NOT be 4 or C."},
      {"req":"DB-112","level":"MUST","editions":["draft-b"],"text":"The type of a page entry of a domain with three page table levels MUST NOT be 4 or C."},
    ],
    reader: [
      {"req":"PAGE-021","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject types 4 and C in the image of a PV domain with three page table levels."},
      {"req":"DB-113","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject types 4 and C in the image of a domain with three page table levels."},
    ],
  },
  "page-table-pfn": {
    image: [
      {"req":"PAGE-024","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The pfn of a present entry in a page table of a PV domain MUST NOT exceed the end_pfn of X86_PV_P2M_FRAMES."},
      {"req":"DB-116","level":"MUST","editions":["draft-b"],"text":"The pfn of a present entry in a page table MUST be less than the number of pfns of the domain."},
    ],
    reader: [
      {"req":"PAGE-025","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a page table entry whose pfn exceeds the end_pfn of X86_PV_P2M_FRAMES."},
      {"req":"DB-117","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a page table entry whose pfn is not less than the number of pfns of the domain."},
    ],
  },
  "page-table-superpage": {
    image: [
      {"req":"PAGE-026","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A present entry in a page table of level 2 or above MUST NOT have the page size bit (bit 7) set."},
      {"req":"DB-118","level":"MUST","editions":["draft-b"],"text":"A present entry in a page table of level 2 or above MUST NOT have the page size bit (bit 7) set."},
    ],
    reader: [
      {"req":"PAGE-027","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a present entry with the page size bit set in a page table of level 2 or above."},
      {"req":"DB-119","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a present entry with the page size bit set in a page table of level 2 or above."},
    ],
  },
  "page-table-xen-slot": {
    image: [
      {"req":"PAGE-028","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The slots that belong to Xen MUST be 0: 256 to 271 of a level 4 table of a 64-bit domain, 4 to 511 of a level 3 table of a 32-bit domain."},
      {"req":"DB-120","level":"MUST","editions":["draft-b"],"text":"The slots that belong to Xen MUST be 0: 256 to 271 of a level 4 table of a 64-bit domain, 4 to 511 of a level 3 table of a 32-bit domain."},
    ],
    reader: [
      {"req":"PAGE-029","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the slots that belong to Xen, as long as the pfns in them are within bounds."},
      {"req":"DB-121","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore the slots that belong to Xen, as long as the pfns in them are within bounds."},
    ],
  },
  "pv-info-length": {
    image: [
      {"req":"PV-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of X86_PV_INFO MUST be 8."},
      {"req":"DB-045","level":"MUST","editions":["draft-b"],"text":"The body_length of X86_PV_INFO MUST be 8."},
    ],
    reader: [
      {"req":"PV-002","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept X86_PV_INFO longer than 8 octets and ignore the rest."},
      {"req":"DB-046","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject X86_PV_INFO of any other length."},
      {"req":"REG-013","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_INFO whose body_length is not 8."},
    ],
  },
  "pv-info-short": {
    image: [],
    reader: [
      {"req":"PV-003","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_INFO shorter than 8 octets."},
    ],
  },
  "pv-info-width": {
    image: [
      {"req":"PV-004","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The guest_width and pt_levels of X86_PV_INFO MUST be 4 and 3, or 8 and 4."},
      {"req":"DB-047","level":"MUST","editions":["draft-b"],"text":"The guest_width and pt_levels of X86_PV_INFO MUST be 4 and 3, or 8 and 4."},
    ],
    reader: [
      {"req":"PV-005","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_INFO with any other pair of guest_width and pt_levels."},
      {"req":"DB-048","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject X86_PV_INFO with any other pair of guest_width and pt_levels."},
    ],
  },
  "pv-info-reserved": {
    image: [
      {"req":"PV-006","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 2 to 7 of X86_PV_INFO MUST be 0."},
      {"req":"DB-049","level":"MUST","editions":["draft-b"],"text":"Bits 1 to 15 of the options of X86_PV_INFO and octets 4 to 7 of its body MUST be 0."},
    ],
    reader: [
      {"req":"PV-007","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore octets 2 to 7 of X86_PV_INFO."},
      {"req":"DB-050","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore bits 1 to 15 of the options of X86_PV_INFO and octets 4 to 7 of its body."},
    ],
  },
  "p2m-order": {
    image: [
      {"req":"PV-008","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The start_pfn of X86_PV_P2M_FRAMES MUST NOT exceed its end_pfn."},
    ],
    reader: [
      {"req":"PV-009","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_P2M_FRAMES whose start_pfn exceeds its end_pfn."},
    ],
  },
  "p2m-length": {
    image: [
      {"req":"PV-010","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of X86_PV_P2M_FRAMES MUST be 8 + 8 × the number of frames from the one that covers start_pfn to the one that covers end_pfn."},
      {"req":"DB-077","level":"MUST","editions":["draft-b"],"text":"The body_length of P2M MUST be 16 + 8 × (pfn_end - pfn_begin)."},
    ],
    reader: [
      {"req":"PV-011","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_P2M_FRAMES of any other length."},
      {"req":"DB-078","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject P2M of any other length, a body too short for pfn_begin and pfn_end among them."},
    ],
  },
  "p2m-start": {
    image: [
      {"req":"PV-012","level":"MUST","editions":["v2","v3"],"text":"The start_pfn of X86_PV_P2M_FRAMES MUST be 0."},
    ],
    reader: [
      {"req":"PV-013","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept X86_PV_P2M_FRAMES whose start_pfn is not 0."},
    ],
  },
  "p2m-empty": {
    image: [
      {"req":"PV-014","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The end_pfn of X86_PV_P2M_FRAMES MUST be at least 1."},
    ],
    reader: [
      {"req":"PV-015","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_P2M_FRAMES whose end_pfn is 0."},
    ],
  },
  "p2m-frame": {
    image: [
      {"req":"PV-016","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Each frame of X86_PV_P2M_FRAMES MUST be a pfn not above end_pfn whose last type in the image is NOTAB."},
      {"req":"LEG-025","level":"MUST","editions":["legacy"],"text":"Each entry of the p2m frame list MUST be a pfn below p2m_size whose last type in the stream is NOTAB."},
    ],
    reader: [
      {"req":"PV-017","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image in which a frame of X86_PV_P2M_FRAMES lies above end_pfn, is not in the image, or has a last type other than NOTAB."},
      {"req":"LEG-026","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a stream with any other pfn in its p2m frame list."},
    ],
  },
  "p2m-frame-repeated": {
    image: [
      {"req":"PV-018","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The frames of X86_PV_P2M_FRAMES MUST be distinct."},
    ],
    reader: [
      {"req":"PV-019","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept X86_PV_P2M_FRAMES that names a frame twice."},
    ],
  },
  "vcpu-short": {
    image: [
      {"req":"PV-020","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of a vCPU record MUST be at least 8."},
    ],
    reader: [
      {"req":"PV-021","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a vCPU record shorter than 8 octets."},
    ],
  },
  "vcpu-id": {
    image: [
      {"req":"PV-022","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The vcpu_id of a vCPU record with content MUST be less than 8192, and less than the number of vCPUs of the domain where that is known."},
      {"req":"DB-067","level":"MUST","editions":["draft-b"],"text":"The vcpu_id of VCPU_CONTEXT MUST NOT exceed the max_vcpu_id of VCPU_INFO."},
    ],
    reader: [
      {"req":"PV-023","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a vCPU record with content whose vcpu_id is 8192 or more, or not less than the number of vCPUs of the domain that it restores into."},
      {"req":"DB-068","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject VCPU_CONTEXT whose vcpu_id exceeds the max_vcpu_id of VCPU_INFO, or is not less than the number of vCPUs of the domain that it restores into."},
    ],
  },
  "vcpu-id-empty": {
    image: [
      {"req":"PV-060","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The vcpu_id of a vCPU record without content MUST be within the same bounds."},
    ],
    reader: [
      {"req":"PV-061","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept any vcpu_id in a vCPU record without content."},
    ],
  },
  "vcpu-reserved": {
    image: [
      {"req":"PV-024","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 4 to 7 of a vCPU record MUST be 0."},
      {"req":"DB-071","level":"MUST","editions":["draft-b"],"text":"Octets 4 to 7 of VCPU_CONTEXT MUST be 0."},
    ],
    reader: [
      {"req":"PV-025","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore octets 4 to 7 of a vCPU record."},
      {"req":"DB-072","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore octets 4 to 7 of VCPU_CONTEXT."},
    ],
  },
  "vcpu-basic-length": {
    image: [
      {"req":"PV-026","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The context of X86_PV_VCPU_BASIC MUST be 5168 octets long for guest_width 8, and 2800 for guest_width 4."},
      {"req":"DB-065","level":"MUST","editions":["draft-b"],"text":"The body_length of VCPU_CONTEXT MUST be 5176 for guest_width 8, and 2808 for guest_width 4."},
    ],
    reader: [
      {"req":"PV-027","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_VCPU_BASIC with content of any other length."},
      {"req":"DB-066","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject VCPU_CONTEXT of any other length."},
    ],
  },
  "vcpu-gdt-entries": {
    image: [
      {"req":"PV-028","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The gdt_ents of a basic context MUST NOT exceed 7168."},
      {"req":"LEG-081","level":"MUST","editions":["legacy"],"text":"The gdt_ents of a basic context MUST NOT exceed 7168."},
      {"req":"DB-084","level":"MUST","editions":["draft-b"],"text":"The gdt_ents of a context MUST NOT exceed 7168."},
    ],
    reader: [
      {"req":"PV-029","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a basic context whose gdt_ents exceeds 7168."},
      {"req":"LEG-082","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a basic context whose gdt_ents exceeds 7168."},
      {"req":"DB-085","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a context whose gdt_ents exceeds 7168."},
    ],
  },
  "vcpu-gdt-frame": {
    image: [
      {"req":"PV-030","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Each of the first gdt_ents / 512 (rounded up) gdt_frames of a basic context MUST be a pfn of the image whose last type is NOTAB."},
      {"req":"LEG-083","level":"MUST","editions":["legacy"],"text":"Each of the first gdt_ents / 512 (rounded up) gdt_frames of a basic context MUST be a pfn whose last type is NOTAB."},
      {"req":"DB-086","level":"MUST","editions":["draft-b"],"text":"Each of the first gdt_ents / 512 (rounded up) gdt_frames of a context MUST be a pfn of the image whose last type is NOTAB."},
    ],
    reader: [
      {"req":"PV-031","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a basic context that uses any other gdt_frame."},
      {"req":"LEG-084","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a basic context that uses any other gdt_frame."},
      {"req":"DB-087","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a context that uses any other gdt_frame."},
    ],
  },
  "vcpu-cr3": {
    image: [
      {"req":"PV-032","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The pfn in ctrlreg[3] of a basic context MUST be one of the image whose last type, pinned or not, is the page table of level pt_levels."},
      {"req":"LEG-085","level":"MUST","editions":["legacy"],"text":"The pfn in ctrlreg[3] of a basic context MUST be one whose last type, pinned or not, is the highest level of page table of the guest."},
      {"req":"DB-088","level":"MUST","editions":["draft-b"],"text":"The pfn in ctrlreg[3] of a context MUST be one of the image whose last type, pinned or not, is the page table of level pt_levels."},
    ],
    reader: [
      {"req":"PV-033","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a basic context with any other pfn in ctrlreg[3]."},
      {"req":"LEG-086","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a basic context with any other pfn in ctrlreg[3]."},
      {"req":"DB-089","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a context with any other pfn in ctrlreg[3]."},
    ],
  },
  "vcpu-cr1-flag": {
    image: [
      {"req":"PV-034","level":"MUST","editions":["v2","v3","v4-draft"],"text":"ctrlreg[1] of a 64-bit basic context MUST be 0 or have bit 0 set."},
      {"req":"DB-090","level":"MUST","editions":["draft-b"],"text":"ctrlreg[1] of a 64-bit context MUST be 0 or have bit 0 set."},
    ],
    reader: [
      {"req":"PV-035","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore ctrlreg[1] of a 64-bit basic context when bit 0 is clear."},
      {"req":"DB-091","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore ctrlreg[1] of a 64-bit context when bit 0 is clear."},
    ],
  },
  "vcpu-cr1": {
    image: [
      {"req":"PV-036","level":"MUST","editions":["v2","v3","v4-draft"],"text":"When bit 0 of ctrlreg[1] of a 64-bit basic context is set, its pfn MUST be one of the image whose last type, pinned or not, is L4TAB."},
      {"req":"LEG-087","level":"MUST","editions":["legacy"],"text":"When bit 0 of ctrlreg[1] of a 64-bit basic context is set, its pfn MUST be one whose last type, pinned or not, is L4TAB."},
      {"req":"DB-092","level":"MUST","editions":["draft-b"],"text":"When bit 0 of ctrlreg[1] of a 64-bit context is set, its pfn MUST be one of the image whose last type, pinned or not, is L4TAB."},
    ],
    reader: [
      {"req":"PV-037","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a 64-bit basic context with bit 0 of ctrlreg[1] set and any other pfn in it."},
      {"req":"LEG-088","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a 64-bit basic context with bit 0 of ctrlreg[1] set and any other pfn in it."},
      {"req":"DB-093","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a 64-bit context with bit 0 of ctrlreg[1] set and any other pfn in it."},
    ],
  },
  "vcpu-start-info": {
    image: [
      {"req":"PV-038","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The start_info pfn in the basic context of vCPU 0 MUST be one of the image whose last type is NOTAB."},
      {"req":"LEG-089","level":"MUST","editions":["legacy"],"text":"The start_info pfn in the basic context of vCPU 0 MUST be one whose last type is NOTAB."},
      {"req":"DB-094","level":"MUST","editions":["draft-b"],"text":"The start_info pfn in the context of vCPU 0 MUST be one of the image whose last type is NOTAB."},
    ],
    reader: [
      {"req":"PV-039","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image with any other start_info pfn."},
      {"req":"LEG-090","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a stream with any other start_info pfn."},
      {"req":"DB-095","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image with any other start_info pfn."},
    ],
  },
  "start-info-frame": {
    image: [
      {"req":"PV-040","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The xenstore and console pfns in the start_info page MUST be pfns of the image that have memory."},
    ],
    reader: [
      {"req":"PV-041","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose start_info page names any other xenstore or console pfn."},
    ],
  },
  "vcpu-extended-length": {
    image: [
      {"req":"PV-042","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The context of X86_PV_VCPU_EXTENDED MUST be 32 to 128 octets long."},
    ],
    reader: [
      {"req":"PV-043","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_VCPU_EXTENDED with a context of 1 to 31 octets, or of more than 128."},
    ],
  },
  "vcpu-extended-id": {
    image: [
      {"req":"PV-044","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The vcpu inside an extended context MUST equal the record's vcpu_id."},
    ],
    reader: [
      {"req":"PV-045","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept an extended context with another vcpu inside, and apply it to the record's vcpu_id."},
      {"req":"REG-011","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an extended context with another vcpu inside than the record's vcpu_id."},
    ],
  },
  "vcpu-extended-size": {
    image: [
      {"req":"PV-046","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The size inside an extended context MUST NOT exceed the length of the context."},
    ],
    reader: [
      {"req":"PV-047","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept an extended context whose inner size exceeds its length, and read no further than its length."},
      {"req":"REG-012","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an extended context whose inner size exceeds its length."},
    ],
  },
  "vcpu-xsave-length": {
    image: [
      {"req":"PV-048","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The context of X86_PV_VCPU_XSAVE MUST be 16 octets of 0, or 16 octets and the XSAVE area of the components in xcr0_accum."},
    ],
    reader: [
      {"req":"PV-049","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_VCPU_XSAVE with content of any other length."},
    ],
  },
  "vcpu-xsave-header": {
    image: [
      {"req":"PV-050","level":"MUST","editions":["v2","v3","v4-draft"],"text":"xcr0 and the area's xstate_bv MUST name no component that xcr0_accum does not, and the area's xcomp_bv and the reserved words of its header are 0."},
    ],
    reader: [
      {"req":"PV-051","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an XSAVE area that breaks PV-050."},
    ],
  },
  "vcpu-msrs-length": {
    image: [
      {"req":"PV-052","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The context of X86_PV_VCPU_MSRS MUST be a multiple of 16 octets long."},
    ],
    reader: [
      {"req":"PV-053","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_VCPU_MSRS whose context is not a multiple of 16 octets long."},
    ],
  },
  "vcpu-msrs-index": {
    image: [
      {"req":"PV-054","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The index of an entry of X86_PV_VCPU_MSRS MUST be 48, 140, C0000103, C0011027, C0011019, C001101A or C001101B (hexadecimal)."},
    ],
    reader: [
      {"req":"PV-055","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of X86_PV_VCPU_MSRS with any other index."},
    ],
  },
  "vcpu-msrs-reserved": {
    image: [
      {"req":"PV-056","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 4 to 7 of an entry of X86_PV_VCPU_MSRS MUST be 0."},
    ],
    reader: [
      {"req":"PV-057","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of X86_PV_VCPU_MSRS whose octets 4 to 7 are not 0."},
    ],
  },
  "shared-info-length": {
    image: [
      {"req":"PV-058","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of SHARED_INFO MUST be 4096."},
    ],
    reader: [
      {"req":"PV-059","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject SHARED_INFO of any other length than 4096."},
    ],
  },
  "tsc-length": {
    image: [
      {"req":"X86-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of X86_TSC_INFO MUST be 24."},
    ],
    reader: [
      {"req":"X86-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_TSC_INFO of any other length than 24."},
    ],
  },
  "tsc-mode": {
    image: [
      {"req":"X86-003","level":"MUST","editions":["v2"],"text":"The mode of X86_TSC_INFO MUST NOT exceed 3."},
      {"req":"X86-004","level":"MUST","editions":["v3","v4-draft"],"text":"The mode of X86_TSC_INFO MUST NOT exceed 2."},
    ],
    reader: [
      {"req":"X86-005","level":"MUST","editions":["v2"],"action":"reject","text":"A Reader MUST reject X86_TSC_INFO whose mode exceeds 3."},
      {"req":"X86-006","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_TSC_INFO whose mode exceeds 2."},
    ],
  },
  "tsc-reserved": {
    image: [
      {"req":"X86-007","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 20 to 23 of X86_TSC_INFO MUST be 0."},
    ],
    reader: [
      {"req":"X86-008","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore octets 20 to 23 of X86_TSC_INFO."},
    ],
  },
  "cpuid-length": {
    image: [
      {"req":"X86-009","level":"MUST","editions":["v3","v4-draft"],"text":"The body_length of X86_CPUID_POLICY MUST be a multiple of 24 and not 0."},
    ],
    reader: [
      {"req":"X86-010","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_CPUID_POLICY whose body_length is 0 or no multiple of 24."},
    ],
  },
  "cpuid-leaf": {
    image: [
      {"req":"X86-011","level":"MUST","editions":["v3","v4-draft"],"text":"The leaf and subleaf of an X86_CPUID_POLICY entry MUST be among those listed in 8.2."},
    ],
    reader: [
      {"req":"X86-012","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an X86_CPUID_POLICY entry with any other leaf or subleaf."},
    ],
  },
  "cpuid-order": {
    image: [
      {"req":"X86-013","level":"MUST","editions":["v3","v4-draft"],"text":"The entries of X86_CPUID_POLICY MUST ascend by leaf, then subleaf, without repetition."},
    ],
    reader: [
      {"req":"X86-014","level":"MUST","editions":["v3"],"action":"accept","text":"A Reader MUST accept the entries of X86_CPUID_POLICY in any order."},
      {"req":"REG-010","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject X86_CPUID_POLICY whose entries do not ascend by leaf, then subleaf."},
    ],
  },
  "msr-length": {
    image: [
      {"req":"X86-015","level":"MUST","editions":["v3","v4-draft"],"text":"The body_length of X86_MSR_POLICY MUST be a multiple of 16 and not 0."},
    ],
    reader: [
      {"req":"X86-016","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject X86_MSR_POLICY whose body_length is 0 or no multiple of 16."},
    ],
  },
  "msr-index": {
    image: [
      {"req":"X86-017","level":"MUST","editions":["v3","v4-draft"],"text":"The index of an X86_MSR_POLICY entry MUST be CE or 10A."},
    ],
    reader: [
      {"req":"X86-018","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an X86_MSR_POLICY entry with any other index."},
    ],
  },
  "msr-flags": {
    image: [
      {"req":"X86-019","level":"MUST","editions":["v3","v4-draft"],"text":"The flags of an X86_MSR_POLICY entry MUST be 0."},
    ],
    reader: [
      {"req":"X86-020","level":"MUST","editions":["v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an X86_MSR_POLICY entry whose flags are not 0."},
    ],
  },
  "hvm-header": {
    image: [
      {"req":"HVM-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The first entry of HVM_CONTEXT MUST be HEADER with magic 54381286 and version 1."},
      {"req":"LEG-092","level":"MUST","editions":["legacy"],"text":"The first entry of the context MUST be HEADER with magic 54381286 and version 1."},
    ],
    reader: [
      {"req":"HVM-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject HVM_CONTEXT that is empty or whose first entry is not HEADER with magic 54381286 and version 1."},
      {"req":"LEG-093","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a context that is empty or whose first entry is not HEADER with magic 54381286 and version 1."},
    ],
  },
  "hvm-end-missing": {
    image: [
      {"req":"HVM-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"HVM_CONTEXT MUST hold an END entry."},
      {"req":"LEG-094","level":"MUST","editions":["legacy"],"text":"The context MUST hold an END entry."},
    ],
    reader: [
      {"req":"HVM-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject HVM_CONTEXT without an END entry."},
      {"req":"LEG-095","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a context without an END entry."},
    ],
  },
  "hvm-end-trailing": {
    image: [
      {"req":"HVM-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The END entry of HVM_CONTEXT MUST have length 0 and be the last octets of the body."},
    ],
    reader: [
      {"req":"HVM-006","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the instance and the length of the END entry of HVM_CONTEXT, and all that follows it in the body."},
    ],
  },
  "hvm-entry-overrun": {
    image: [
      {"req":"HVM-007","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The length of an entry of HVM_CONTEXT MUST NOT exceed what is left of the body."},
      {"req":"LEG-096","level":"MUST","editions":["legacy"],"text":"The length of an entry of the context MUST NOT exceed what is left of it."},
    ],
    reader: [
      {"req":"HVM-008","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of HVM_CONTEXT whose length exceeds what is left of the body."},
      {"req":"LEG-097","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an entry of the context whose length exceeds what is left of it."},
    ],
  },
  "hvm-typecode": {
    image: [
      {"req":"HVM-009","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The typecode of an entry of HVM_CONTEXT MUST be 0 to 20."},
    ],
    reader: [
      {"req":"HVM-010","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of HVM_CONTEXT whose typecode exceeds 20."},
    ],
  },
  "hvm-entry-length": {
    image: [
      {"req":"HVM-011","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An entry of HVM_CONTEXT MUST be of a length that the table in 9.1 allows."},
    ],
    reader: [
      {"req":"HVM-012","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of HVM_CONTEXT of a length that the table in 9.1 does not allow."},
    ],
  },
  "hvm-instance": {
    image: [
      {"req":"HVM-013","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The instance of an entry of HVM_CONTEXT other than END MUST be 0 for an entry per domain, 0 or 1 for PIC, and for an entry per vCPU less than 128 and less than the number of vCPUs where that is known."},
    ],
    reader: [
      {"req":"HVM-014","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of HVM_CONTEXT other than END with any other instance."},
    ],
  },
  "hvm-must-be-zero": {
    image: [
      {"req":"HVM-015","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The octets of entries that Xen demands to be zero MUST be 0: pad0 of CPU, of PCI_LINK and of PIT, the pad of VIRIDIAN_VCPU, the reserved word of each CPU_MSR entry, xcomp_bv and the reserved words in the header of a CPU_XSAVE area."},
    ],
    reader: [
      {"req":"HVM-016","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of HVM_CONTEXT that breaks HVM-015."},
    ],
  },
  "hvm-cpu-missing": {
    image: [
      {"req":"HVM-017","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Each vCPU that an entry of HVM_CONTEXT names, and each vCPU of the domain where their number is known, MUST have a CPU entry."},
    ],
    reader: [
      {"req":"HVM-018","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept HVM_CONTEXT without the CPU entry of a vCPU, and leave that vCPU down."},
    ],
  },
  "hvm-msr-length": {
    image: [
      {"req":"HVM-019","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The length of a CPU_MSR entry MUST be 8 + 16 × its count, and its count at least 1."},
    ],
    reader: [
      {"req":"HVM-020","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a CPU_MSR entry that breaks HVM-019."},
    ],
  },
  "hvm-params-length": {
    image: [
      {"req":"HVM-021","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of HVM_PARAMS MUST be 8 + 16 × count."},
    ],
    reader: [
      {"req":"HVM-022","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject HVM_PARAMS of any other length."},
    ],
  },
  "hvm-params-reserved": {
    image: [
      {"req":"HVM-034","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Octets 4 to 7 of the body of HVM_PARAMS MUST be 0."},
    ],
    reader: [
      {"req":"HVM-035","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore octets 4 to 7 of the body of HVM_PARAMS."},
    ],
  },
  "hvm-params-index": {
    image: [
      {"req":"HVM-023","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The index of an HVM parameter MUST be less than 39."},
    ],
    reader: [
      {"req":"HVM-024","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an HVM parameter whose index, compared in all its 64 bits, is 39 or more."},
    ],
  },
  "hvm-params-repeated": {
    image: [
      {"req":"HVM-025","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An index MUST NOT be repeated within one HVM_PARAMS record."},
    ],
    reader: [
      {"req":"HVM-026","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST accept a repeated index and use its last value."},
      {"req":"REG-009","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject HVM_PARAMS that repeats an index."},
    ],
  },
  "hvm-params-zero": {
    image: [
      {"req":"HVM-027","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The value of an HVM parameter MUST NOT be 0."},
    ],
    reader: [
      {"req":"HVM-028","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept an HVM parameter whose value is 0."},
    ],
  },
  "hvm-params-ioreq-pair": {
    image: [
      {"req":"HVM-030","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The parameters of index 32 and 33 MUST stand in an image both or not at all."},
      {"req":"LEG-054","level":"MUST","editions":["legacy"],"text":"HVM_IOREQ_SERVER_PFN and HVM_NR_IOREQ_SERVER_PAGES MUST stand in a stream both or not at all."},
    ],
    reader: [
      {"req":"HVM-031","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept one of the parameters of index 32 and 33 without the other."},
      {"req":"LEG-055","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST accept one of HVM_IOREQ_SERVER_PFN and HVM_NR_IOREQ_SERVER_PAGES without the other."},
    ],
  },
  "hvm-params-value": {
    image: [
      {"req":"HVM-032","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The value of the parameter of index 36 MUST be 0, 4 or 8, and that of index 9, unless 0, have bit 0 set and no bit above 12."},
    ],
    reader: [
      {"req":"HVM-033","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a value that HVM-032 does not allow."},
    ],
  },
  "verify-place": {
    image: [
      {"req":"CKPT-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"VERIFY MUST NOT stand in a checkpointed stream, nor before the first PAGE_DATA."},
    ],
    reader: [
      {"req":"CKPT-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept VERIFY in any place of any stream."},
    ],
  },
  "verify-mismatch": {
    image: [
      {"req":"CKPT-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A page with contents that follows VERIFY MUST repeat the contents that the pfn had before it."},
      {"req":"LEG-040","level":"MUST","editions":["legacy"],"text":"A page with contents that follows ENABLE_VERIFY_MODE MUST repeat the contents that the pfn had before it."},
    ],
    reader: [
      {"req":"CKPT-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a page after VERIFY that differs from the one before it, and keep the one before it."},
      {"req":"LEG-041","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST accept a page after ENABLE_VERIFY_MODE that differs from the one before it, and keep the one before it."},
    ],
  },
  "marker-length": {
    image: [
      {"req":"CKPT-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of VERIFY, CHECKPOINT and STATIC_DATA_END MUST be 0."},
    ],
    reader: [
      {"req":"CKPT-006","level":"MUST","editions":["v2","v3"],"action":"accept","text":"A Reader MUST ignore the body of VERIFY, CHECKPOINT and STATIC_DATA_END."},
      {"req":"REG-005","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject VERIFY, CHECKPOINT and STATIC_DATA_END whose body_length is not 0."},
    ],
  },
  "checkpoint-plain": {
    image: [
      {"req":"CKPT-007","level":"MUST","editions":["v2","v3","v4-draft"],"text":"CHECKPOINT MUST NOT stand in a plain stream."},
    ],
    reader: [
      {"req":"CKPT-008","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT in a plain stream."},
    ],
  },
  "checkpoint-incomplete": {
    image: [
      {"req":"CKPT-009","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Between two CHECKPOINT records, and before the first, X86_TSC_INFO MUST stand in the image of an x86 domain, with SHARED_INFO and X86_PV_VCPU_BASIC of vCPU 0 for a PV domain and with HVM_CONTEXT for an HVM domain."},
    ],
    reader: [
      {"req":"CKPT-010","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a later checkpoint that lacks one of those records, and keep what an earlier one said."},
    ],
  },
  "checkpoint-none": {
    image: [
      {"req":"CKPT-013","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A checkpointed stream MUST NOT break off before its first committed checkpoint."},
    ],
    reader: [
      {"req":"CKPT-012","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a checkpointed stream that breaks off before its first commit."},
    ],
  },
  "dirty-list-length": {
    image: [
      {"req":"CKPT-017","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of CHECKPOINT_DIRTY_PFN_LIST MUST be a multiple of 8."},
    ],
    reader: [
      {"req":"CKPT-018","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader of the back channel MUST reject CHECKPOINT_DIRTY_PFN_LIST whose body_length is no multiple of 8."},
    ],
  },
  "back-channel-type": {
    image: [
      {"req":"CKPT-019","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A record of the back channel MUST be CHECKPOINT_DIRTY_PFN_LIST or CHECKPOINT_STATE."},
    ],
    reader: [
      {"req":"CKPT-020","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader of the back channel MUST reject a record of any other type."},
    ],
  },
  "libxl-ident": {
    image: [
      {"req":"LXL-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The ident of a libxl stream MUST be 4C 69 62 78 6C 46 6D 74, \"LibxlFmt\" in ASCII."},
    ],
    reader: [
      {"req":"LXL-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libxl stream with any other ident."},
    ],
  },
  "libxl-version": {
    image: [
      {"req":"LXL-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The version of a libxl stream MUST be 2."},
    ],
    reader: [
      {"req":"LXL-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libxl stream whose version is not 2."},
    ],
  },
  "libxl-options-reserved": {
    image: [
      {"req":"LXL-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Bits 2 to 31 of the options of a libxl stream MUST be 0."},
    ],
    reader: [
      {"req":"LXL-006","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore bits 2 to 31 of the options of a libxl stream."},
    ],
  },
  "libxl-byte-order": {
    image: [],
    reader: [
      {"req":"LXL-007","level":"MUST","editions":["v2","v3","v4-draft"],"choice":{"name":"byte-order","options":{"little-only":"reject","both":"accept"}},"text":"A Reader MUST treat a libxl stream whose option bit 0 is 1 as its choice says: little-only rejects it, both reads its records as big-endian."},
    ],
  },
  "libxl-truncated": {
    image: [
      {"req":"LXL-008","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A libxl stream MUST hold every octet of its header and of each of its records."},
    ],
    reader: [
      {"req":"LXL-009","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libxl stream that ends inside its header, before the end of the image in it, or inside the body of a record."},
    ],
  },
  "libxl-unknown-mandatory": {
    image: [
      {"req":"LXL-010","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The type of a record of a libxl stream MUST be one of those in 11.2 or have bit 31 set."},
    ],
    reader: [
      {"req":"LXL-011","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a record of a libxl stream whose type has bit 31 clear and is not defined."},
    ],
  },
  "libxl-marker-length": {
    image: [
      {"req":"LXL-013","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of LIBXC_CONTEXT, END and CHECKPOINT_END MUST be 0."},
    ],
    reader: [
      {"req":"LXL-014","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the body of LIBXC_CONTEXT, END and CHECKPOINT_END."},
    ],
  },
  "libxl-padding": {
    image: [
      {"req":"LXL-015","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The padding octets of a record of a libxl stream MUST be 0."},
    ],
    reader: [
      {"req":"LXL-016","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the value of padding octets in a libxl stream."},
    ],
  },
  "libxl-image-missing": {
    image: [
      {"req":"LXL-017","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A libxl stream MUST hold LIBXC_CONTEXT."},
    ],
    reader: [
      {"req":"LXL-018","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libxl stream without LIBXC_CONTEXT."},
    ],
  },
  "libxl-image-repeated": {
    image: [
      {"req":"LXL-019","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A libxl stream MUST NOT hold a second LIBXC_CONTEXT."},
    ],
    reader: [
      {"req":"LXL-020","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a second LIBXC_CONTEXT."},
    ],
  },
  "libxl-image-late": {
    image: [
      {"req":"LXL-021","level":"MUST","editions":["v2","v3","v4-draft"],"text":"LIBXC_CONTEXT MUST be the first record of a libxl stream."},
    ],
    reader: [
      {"req":"LXL-022","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept the emulator's records before LIBXC_CONTEXT."},
    ],
  },
  "libxl-end-missing": {
    image: [
      {"req":"LXL-024","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The last record of a plain libxl stream MUST be END."},
    ],
    reader: [
      {"req":"LXL-025","level":"MUST","editions":["v2","v3","v4-draft"],"choice":{"name":"libxl-end","options":{"require":"reject","infer":"accept"}},"text":"A Reader MUST treat a plain libxl stream that ends after its image and without END, or inside END, as its choice says: require rejects it, infer takes the end of the input as END."},
    ],
  },
  "libxl-emulator-length": {
    image: [
      {"req":"LXL-026","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body_length of an emulator record MUST be at least 8."},
    ],
    reader: [
      {"req":"LXL-027","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an emulator record shorter than 8 octets."},
    ],
  },
  "libxl-emulator-kind": {
    image: [
      {"req":"LXL-028","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An emulator record MUST NOT stand beside the image of a PV domain."},
    ],
    reader: [
      {"req":"LXL-029","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an emulator record beside the image of a PV domain."},
    ],
  },
  "libxl-emulator-id": {
    image: [
      {"req":"LXL-030","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The emulator_id of an emulator record MUST be 1 or 2, or 0 where option bit 1 of the stream is set."},
    ],
    reader: [
      {"req":"LXL-031","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept any emulator_id."},
    ],
  },
  "libxl-emulator-repeated": {
    image: [
      {"req":"LXL-032","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An emulator_id and index MUST NOT be repeated among the emulator records of one type in a plain stream, or in one checkpoint."},
    ],
    reader: [
      {"req":"LXL-033","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a repeated emulator record and use the last one."},
    ],
  },
  "libxl-emulator-order": {
    image: [
      {"req":"LXL-034","level":"MUST","editions":["v2","v3","v4-draft"],"text":"EMULATOR_XENSTORE_DATA MUST precede EMULATOR_CONTEXT of the same emulator."},
    ],
    reader: [
      {"req":"LXL-035","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept EMULATOR_XENSTORE_DATA and EMULATOR_CONTEXT in either order."},
    ],
  },
  "libxl-xenstore-strings": {
    image: [
      {"req":"LXL-036","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The strings of EMULATOR_XENSTORE_DATA MUST be even in number, each ended by NUL."},
    ],
    reader: [
      {"req":"LXL-037","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject EMULATOR_XENSTORE_DATA whose strings are odd in number or not ended by NUL."},
    ],
  },
  "libxl-xenstore-key": {
    image: [
      {"req":"LXL-038","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A key of EMULATOR_XENSTORE_DATA MUST NOT be empty or begin with \"/\"."},
    ],
    reader: [
      {"req":"LXL-039","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an empty key, or one that begins with \"/\"."},
    ],
  },
  "libxl-xenstore-charset": {
    image: [
      {"req":"LXL-040","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A key of EMULATOR_XENSTORE_DATA MUST be of letters, digits and the characters \"-\", \"/\", \"_\" and \"@\"."},
    ],
    reader: [
      {"req":"LXL-041","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a key of other characters."},
    ],
  },
  "libxl-xenstore-value": {
    image: [
      {"req":"LXL-042","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A value of EMULATOR_XENSTORE_DATA MUST be of printable ASCII characters."},
    ],
    reader: [
      {"req":"LXL-043","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a value of other octets."},
    ],
  },
  "libxl-checkpoint-end": {
    image: [
      {"req":"LXL-044","level":"MUST","editions":["v2","v3","v4-draft"],"text":"CHECKPOINT_END MUST NOT stand outside a checkpoint."},
    ],
    reader: [
      {"req":"LXL-045","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT_END outside a checkpoint."},
    ],
  },
  "libxl-checkpoint-state-place": {
    image: [
      {"req":"LXL-046","level":"MUST","editions":["v2","v3","v4-draft"],"text":"CHECKPOINT_STATE MUST stand only in the dialogue of a COLO stream."},
    ],
    reader: [
      {"req":"LXL-047","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT_STATE in a stream that is not a COLO stream."},
    ],
  },
  "libxl-checkpoint-state": {
    image: [
      {"req":"LXL-048","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body of CHECKPOINT_STATE MUST begin with a control id of 4 octets, below 4."},
    ],
    reader: [
      {"req":"LXL-049","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT_STATE shorter than 4 octets or with a control id above 3."},
    ],
  },
  "libxl-checkpoint-state-rest": {
    image: [
      {"req":"LXL-052","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The body of CHECKPOINT_STATE MUST be 4 octets long, or 8 with the last 4 of them 0."},
    ],
    reader: [
      {"req":"LXL-053","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore what follows the control id in CHECKPOINT_STATE."},
    ],
  },
  "libxl-checkpoint-direction": {
    image: [
      {"req":"LXL-050","level":"MUST","editions":["v2","v3","v4-draft"],"text":"CHECKPOINT_STATE MUST carry control id 0 on the forward channel, and 1, 2 or 3 on the back channel."},
    ],
    reader: [
      {"req":"LXL-051","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT_STATE whose control id belongs to the other channel."},
    ],
  },
  "xl-magic": {
    image: [
      {"req":"XL-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The first 32 octets of an xl save file MUST be the text Xen saved domain, xl format, LF, space, NUL, space, CR."},
      {"req":"LEG-112","level":"MUST","editions":["legacy"],"text":"What chapter 12 demands of magic, byteorder, bits 2 to 31 of mandatory_flags, optional_data_len and the configuration's encoding, and that nothing of them is missing, MUST be so around a legacy stream too."},
    ],
    reader: [
      {"req":"XL-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an xl save file whose first 32 octets are anything else."},
      {"req":"LEG-113","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an xl save file around a legacy stream of which any of that is not so."},
    ],
  },
  "xl-byte-order": {
    image: [
      {"req":"XL-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The byteorder of an xl save file from an x86 host MUST be the octets 04 03 02 01."},
      {"req":"LEG-112","level":"MUST","editions":["legacy"],"text":"What chapter 12 demands of magic, byteorder, bits 2 to 31 of mandatory_flags, optional_data_len and the configuration's encoding, and that nothing of them is missing, MUST be so around a legacy stream too."},
    ],
    reader: [
      {"req":"XL-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader on x86 MUST reject an xl save file with any other byteorder."},
      {"req":"LEG-113","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an xl save file around a legacy stream of which any of that is not so."},
    ],
  },
  "xl-mandatory-flags": {
    image: [
      {"req":"XL-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Bits 2 to 31 of mandatory_flags MUST be 0."},
      {"req":"LEG-112","level":"MUST","editions":["legacy"],"text":"What chapter 12 demands of magic, byteorder, bits 2 to 31 of mandatory_flags, optional_data_len and the configuration's encoding, and that nothing of them is missing, MUST be so around a legacy stream too."},
    ],
    reader: [
      {"req":"XL-006","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an xl save file with any of bits 2 to 31 of mandatory_flags set."},
      {"req":"LEG-113","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an xl save file around a legacy stream of which any of that is not so."},
    ],
  },
  "xl-optional-flags": {
    image: [
      {"req":"XL-007","level":"SHOULD","editions":["v2","v3","v4-draft"],"text":"optional_flags SHOULD be 0, since no bit has a meaning."},
    ],
    reader: [
      {"req":"XL-008","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore optional_flags."},
    ],
  },
  "xl-stream-flag": {
    image: [
      {"req":"XL-009","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Bit 1 of mandatory_flags MUST be set where a libxl stream follows."},
    ],
    reader: [
      {"req":"XL-010","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject, as a legacy stream, an xl save file with bit 1 of mandatory_flags clear."},
    ],
  },
  "xl-truncated": {
    image: [
      {"req":"XL-011","level":"MUST","editions":["v2","v3","v4-draft"],"text":"An xl save file MUST hold every octet of its header and its optional data."},
      {"req":"LEG-112","level":"MUST","editions":["legacy"],"text":"What chapter 12 demands of magic, byteorder, bits 2 to 31 of mandatory_flags, optional_data_len and the configuration's encoding, and that nothing of them is missing, MUST be so around a legacy stream too."},
    ],
    reader: [
      {"req":"XL-012","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an xl save file that ends inside its header or its optional data."},
      {"req":"LEG-113","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an xl save file around a legacy stream of which any of that is not so."},
    ],
  },
  "xl-optional-length": {
    image: [
      {"req":"XL-013","level":"MUST","editions":["v2","v3","v4-draft"],"text":"optional_data_len MUST be 0, or at least 4 + config_len."},
      {"req":"LEG-112","level":"MUST","editions":["legacy"],"text":"What chapter 12 demands of magic, byteorder, bits 2 to 31 of mandatory_flags, optional_data_len and the configuration's encoding, and that nothing of them is missing, MUST be so around a legacy stream too."},
    ],
    reader: [
      {"req":"XL-014","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject an xl save file whose optional_data_len is neither 0 nor at least 4 + config_len, compared without overflow."},
      {"req":"LEG-113","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an xl save file around a legacy stream of which any of that is not so."},
    ],
  },
  "xl-config-nul": {
    image: [
      {"req":"XL-015","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A configuration in JSON MUST end in NUL within config_len."},
    ],
    reader: [
      {"req":"XL-016","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a configuration in JSON without NUL, and read no further than config_len."},
    ],
  },
  "xl-config-format": {
    image: [
      {"req":"XL-017","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Bit 0 of mandatory_flags MUST be set if and only if config_len exceeds 0, where bit 1 is set."},
    ],
    reader: [
      {"req":"XL-018","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept an xl save file whose bit 0 of mandatory_flags does not go with its config_len."},
    ],
  },
  "xl-config-text": {
    image: [
      {"req":"XL-019","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The configuration MUST be UTF-8."},
      {"req":"LEG-112","level":"MUST","editions":["legacy"],"text":"What chapter 12 demands of magic, byteorder, bits 2 to 31 of mandatory_flags, optional_data_len and the configuration's encoding, and that nothing of them is missing, MUST be so around a legacy stream too."},
    ],
    reader: [
      {"req":"XL-020","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a configuration that is not UTF-8."},
      {"req":"LEG-113","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an xl save file around a legacy stream of which any of that is not so."},
    ],
  },
  "libvirt-magic": {
    image: [
      {"req":"LV-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The first 16 octets of a libvirt save file MUST be the text libvirt-xml, LF, space, NUL, space, CR."},
    ],
    reader: [
      {"req":"LV-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libvirt save file whose first 16 octets are anything else."},
    ],
  },
  "libvirt-version": {
    image: [
      {"req":"LV-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The version of a libvirt save file MUST be 2."},
    ],
    reader: [
      {"req":"LV-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libvirt save file whose version is not 2, one of version 1 as a legacy stream."},
    ],
  },
  "libvirt-xml-length": {
    image: [
      {"req":"LV-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"xml_len MUST exceed 0."},
    ],
    reader: [
      {"req":"LV-006","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libvirt save file whose xml_len is 0."},
    ],
  },
  "libvirt-unused": {
    image: [
      {"req":"LV-007","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The octets from 24 to 63 of a libvirt save file MUST be 0."},
    ],
    reader: [
      {"req":"LV-008","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the octets from 24 to 63 of a libvirt save file."},
    ],
  },
  "libvirt-truncated": {
    image: [
      {"req":"LV-009","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A libvirt save file MUST hold every octet of its header and its XML."},
    ],
    reader: [
      {"req":"LV-010","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libvirt save file that ends inside its header or its XML."},
    ],
  },
  "libvirt-xml-nul": {
    image: [
      {"req":"LV-011","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The XML of a libvirt save file MUST hold one NUL, the last of its xml_len octets."},
    ],
    reader: [
      {"req":"LV-012","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept XML without NUL or with more than one, and take for the configuration what stands before the first, or all xml_len octets."},
    ],
  },
  "libvirt-xml-text": {
    image: [
      {"req":"LV-013","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The configuration in a libvirt save file MUST be UTF-8."},
    ],
    reader: [
      {"req":"LV-014","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a libvirt save file whose configuration is not UTF-8."},
    ],
  },
  "xenopsd-signature": {
    image: [
      {"req":"XPD-001","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The first 15 octets of a suspend image MUST be the text XenSavedDomv2-, LF."},
    ],
    reader: [
      {"req":"XPD-002","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a suspend image whose first 15 octets are anything else, XenSavedDomain, LF, as a legacy stream."},
    ],
  },
  "xenopsd-truncated": {
    image: [
      {"req":"XPD-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A suspend image MUST hold every octet of its signature and of each part up to End_of_image."},
    ],
    reader: [
      {"req":"XPD-004","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a suspend image that ends inside its signature or before the last octet of the header of End_of_image."},
    ],
  },
  "xenopsd-part-type": {
    image: [
      {"req":"XPD-005","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The type of a part MUST be one of those in 14.2."},
    ],
    reader: [
      {"req":"XPD-006","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a part whose type is none of those in 14.2, Demu excepted; there are no optional ones."},
    ],
  },
  "xenopsd-part-length": {
    image: [
      {"req":"XPD-007","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The length of a part other than Libxc and End_of_image MUST NOT be negative."},
    ],
    reader: [
      {"req":"XPD-008","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a part whose length is negative, unless it is Libxc or End_of_image."},
    ],
  },
  "xenopsd-qemu-length": {
    image: [
      {"req":"XPD-009","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The length of a part Qemu_trad MUST be at most 1048576."},
    ],
    reader: [
      {"req":"XPD-010","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a part Qemu_trad longer than 1048576 octets."},
    ],
  },
  "xenopsd-marker-length": {
    image: [
      {"req":"XPD-011","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The length of Libxc and of End_of_image MUST be 0."},
    ],
    reader: [
      {"req":"XPD-012","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the length of Libxc and of End_of_image."},
    ],
  },
  "xenopsd-image-missing": {
    image: [
      {"req":"XPD-013","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A suspend image MUST hold a part Libxc."},
    ],
    reader: [
      {"req":"XPD-014","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a suspend image without a part Libxc."},
    ],
  },
  "xenopsd-image-repeated": {
    image: [
      {"req":"XPD-015","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A suspend image MUST NOT hold a second part Libxc."},
    ],
    reader: [
      {"req":"XPD-016","level":"MUST","editions":["v2","v3","v4-draft"],"action":"reject","text":"A Reader MUST reject a second part Libxc."},
    ],
  },
  "xenopsd-first-part": {
    image: [
      {"req":"XPD-018","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The first part MUST be Xenops."},
    ],
    reader: [
      {"req":"XPD-019","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a suspend image with Xenops in another place, or without it."},
    ],
  },
  "xenopsd-part-early": {
    image: [
      {"req":"XPD-020","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A part of a device MUST NOT precede Libxc."},
    ],
    reader: [
      {"req":"XPD-021","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept the parts of devices before Libxc."},
    ],
  },
  "xenopsd-part-repeated": {
    image: [
      {"req":"XPD-022","level":"MUST","editions":["v2","v3","v4-draft"],"text":"Xenops and each part of a device MUST NOT stand more than once."},
    ],
    reader: [
      {"req":"XPD-023","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a part other than Libxc that stands more than once, and use the last one."},
    ],
  },
  "xenopsd-part-kind": {
    image: [
      {"req":"XPD-025","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A part of a device MUST NOT stand beside the image of a PV domain."},
    ],
    reader: [
      {"req":"XPD-026","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST accept a part of a device beside the image of a PV domain."},
    ],
  },
  "xenopsd-xenops-text": {
    image: [
      {"req":"XPD-027","level":"MUST","editions":["v2","v3","v4-draft"],"text":"The contents of Xenops MUST be one list of fields: time and word_size, with or without vm_str and xs_subtree, each once and no others."},
    ],
    reader: [
      {"req":"XPD-028","level":"MUST","editions":["v2","v3","v4-draft"],"action":"accept","text":"A Reader MUST ignore the contents of Xenops."},
    ],
  },
  "legacy-marker": {
    image: [
      {"req":"LEG-002","level":"MUST","editions":["legacy"],"text":"The first eight octets of a legacy stream MUST NOT all be FF."},
    ],
    reader: [
      {"req":"LEG-003","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a stream whose first eight octets are all FF."},
    ],
  },
  "legacy-size": {
    image: [
      {"req":"LEG-007","level":"MUST","editions":["legacy"],"text":"p2m_size MUST be at least 1 and at most 2^28."},
    ],
    reader: [
      {"req":"LEG-008","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a stream whose p2m_size is 0 or above 2^28."},
    ],
  },
  "legacy-truncated": {
    image: [
      {"req":"LEG-009","level":"MUST","editions":["legacy"],"text":"A legacy stream MUST hold every octet that its fields announce, to the end of its last tail."},
    ],
    reader: [
      {"req":"LEG-010","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a stream that ends before its first tail does."},
    ],
  },
  "legacy-info-length": {
    image: [
      {"req":"LEG-011","level":"MUST","editions":["legacy"],"text":"The blocks of the extended information, 8 octets and size octets each, MUST fill tot_bytes exactly."},
    ],
    reader: [
      {"req":"LEG-012","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject extended information in which fewer than 8 octets are left for a block, or fewer than its size for its data."},
    ],
  },
  "legacy-info-vcpu": {
    image: [
      {"req":"LEG-013","level":"MUST","editions":["legacy"],"text":"Extended information MUST hold a block vcpu."},
    ],
    reader: [
      {"req":"LEG-014","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST take the guest of a PV stream without a block vcpu to have the width of the writer's longs, 8 octets with 4 levels or 4 octets with 3."},
    ],
  },
  "legacy-vcpu-size": {
    image: [
      {"req":"LEG-015","level":"MUST","editions":["legacy"],"text":"The size of a block vcpu MUST be 5168 or 2800."},
    ],
    reader: [
      {"req":"LEG-016","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a block vcpu of any other size."},
    ],
  },
  "legacy-extv-size": {
    image: [
      {"req":"LEG-017","level":"MUST","editions":["legacy"],"text":"The size of a block extv MUST be 0."},
    ],
    reader: [
      {"req":"LEG-018","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST skip the data of a block extv."},
    ],
  },
  "legacy-xcnt": {
    image: [
      {"req":"LEG-019","level":"MUST","editions":["legacy"],"text":"A block xcnt MUST have size 4 and hold 0 or at least 16."},
    ],
    reader: [
      {"req":"LEG-020","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a block xcnt of another size, or that holds 1 to 15."},
    ],
  },
  "legacy-block": {
    image: [
      {"req":"LEG-021","level":"MUST","editions":["legacy"],"text":"Extended information MUST NOT hold a block of another id."},
    ],
    reader: [
      {"req":"LEG-022","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST skip a block of an id that it does not know."},
    ],
  },
  "legacy-chunk": {
    image: [
      {"req":"LEG-027","level":"MUST","editions":["legacy"],"text":"The identifier of a chunk MUST be at least -21 and at most 1024."},
    ],
    reader: [
      {"req":"LEG-028","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a chunk whose identifier is below -21 or above 1024."},
    ],
  },
  "legacy-tmem": {
    image: [
      {"req":"LEG-029","level":"MUST","editions":["legacy"],"text":"A legacy stream MUST NOT hold TMEM or TMEM_EXTRA."},
    ],
    reader: [
      {"req":"LEG-030","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject TMEM and TMEM_EXTRA."},
    ],
  },
  "legacy-pfn": {
    image: [
      {"req":"LEG-034","level":"MUST","editions":["legacy"],"text":"The pfn of an entry, which is all of its bits but 28 to 31, MUST be below p2m_size."},
    ],
    reader: [
      {"req":"LEG-035","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an entry whose pfn is not below p2m_size."},
    ],
  },
  "legacy-vcpu-id": {
    image: [
      {"req":"LEG-042","level":"MUST","editions":["legacy"],"text":"The max_id of VCPU_INFO MUST be below 4096."},
    ],
    reader: [
      {"req":"LEG-043","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject VCPU_INFO whose max_id is 4096 or more, or negative."},
    ],
  },
  "legacy-vcpu-map": {
    image: [
      {"req":"LEG-044","level":"MUST","editions":["legacy"],"text":"Bits of the map of VCPU_INFO for vCPUs above max_id MUST be 0."},
    ],
    reader: [
      {"req":"LEG-045","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST ignore bits of the map of VCPU_INFO for vCPUs above max_id."},
    ],
  },
  "legacy-vcpu-info": {
    image: [
      {"req":"LEG-046","level":"SHOULD","editions":["legacy"],"text":"A PV stream SHOULD hold VCPU_INFO."},
    ],
    reader: [
      {"req":"LEG-047","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST take vCPU 0, and no other, to be online in a stream without VCPU_INFO."},
    ],
  },
  "legacy-param-padding": {
    image: [
      {"req":"LEG-049","level":"SHOULD","editions":["legacy"],"text":"The padding of a parameter SHOULD be 0."},
    ],
    reader: [
      {"req":"LEG-050","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST ignore the padding of a parameter."},
    ],
  },
  "legacy-param-kind": {
    image: [
      {"req":"LEG-052","level":"MUST","editions":["legacy"],"text":"A PV stream MUST NOT hold a parameter."},
    ],
    reader: [
      {"req":"LEG-053","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a PV stream that holds a parameter."},
    ],
  },
  "legacy-toolstack": {
    image: [
      {"req":"LEG-056","level":"MUST","editions":["legacy"],"text":"The data of TOOLSTACK MUST have version 1 and hold the mappings it counts, each with a name whose first NUL is its last octet."},
    ],
    reader: [
      {"req":"LEG-057","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject TOOLSTACK of another version, that ends inside a mapping, or in which the first NUL of a name is not its last octet."},
    ],
  },
  "legacy-compression-place": {
    image: [
      {"req":"LEG-060","level":"MUST","editions":["legacy"],"text":"ENABLE_COMPRESSION MUST stand once at most, and in the first body of a checkpointed stream."},
    ],
    reader: [
      {"req":"LEG-061","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST ignore ENABLE_COMPRESSION that stands again, in a later body, or in a plain stream."},
    ],
  },
  "legacy-compressed-early": {
    image: [
      {"req":"LEG-062","level":"MUST","editions":["legacy"],"text":"COMPRESSED_DATA MUST stand in a body of format B."},
    ],
    reader: [
      {"req":"LEG-063","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject COMPRESSED_DATA in any other body."},
    ],
  },
  "legacy-delta": {
    image: [
      {"req":"LEG-065","level":"MUST","editions":["legacy"],"text":"Each page of COMPRESSED_DATA MUST have one of the three codes, without a run of 0 words and of 1024 words in all."},
    ],
    reader: [
      {"req":"LEG-066","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject the code of a page that has a run of 0 words or goes beyond 1024."},
    ],
  },
  "legacy-compressed-surplus": {
    image: [
      {"req":"LEG-067","level":"MUST","editions":["legacy"],"text":"COMPRESSED_DATA MUST NOT hold a page that no entry of the body before it has announced."},
    ],
    reader: [
      {"req":"LEG-068","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject octets in COMPRESSED_DATA for which no entry before it is left."},
    ],
  },
  "legacy-compressed-missing": {
    image: [
      {"req":"LEG-069","level":"MUST","editions":["legacy"],"text":"A body of format B MUST hold the code of every page that its entries announce."},
    ],
    reader: [
      {"req":"LEG-070","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject a body of format B that ends before the code of every announced page has come."},
    ],
  },
  "legacy-delta-base": {
    image: [
      {"req":"LEG-071","level":"MUST","editions":["legacy"],"text":"A page whose pfn had no contents before, or that is a page table, MUST have code 80."},
    ],
    reader: [
      {"req":"LEG-072","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject any other code for a page table, and for a pfn to which the stream has given no contents."},
    ],
  },
  "legacy-unmapped-count": {
    image: [
      {"req":"LEG-074","level":"MUST","editions":["legacy"],"text":"unmapped_count MUST NOT exceed 2^28."},
    ],
    reader: [
      {"req":"LEG-075","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an unmapped_count above 2^28."},
    ],
  },
  "legacy-unmapped-pfn": {
    image: [
      {"req":"LEG-076","level":"MUST","editions":["legacy"],"text":"Each entry of unmapped MUST be below p2m_size."},
    ],
    reader: [
      {"req":"LEG-077","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject an entry of unmapped that is not below p2m_size."},
    ],
  },
  "legacy-xsave-size": {
    image: [
      {"req":"LEG-079","level":"MUST","editions":["legacy"],"text":"The size before the extended processor state of a vCPU MUST be what xcnt says, less 16."},
    ],
    reader: [
      {"req":"LEG-080","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject any other size before the extended processor state of a vCPU."},
    ],
  },
  "legacy-emulator-signature": {
    image: [
      {"req":"LEG-098","level":"MUST","editions":["legacy"],"text":"The signature of the emulator's record MUST be one of the three."},
    ],
    reader: [
      {"req":"LEG-099","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject any other signature."},
    ],
  },
  "legacy-emulator-magic": {
    image: [
      {"req":"LEG-100","level":"MUST","editions":["legacy"],"text":"The state after QemuDeviceModelRecord MUST begin with QEVM."},
    ],
    reader: [
      {"req":"LEG-101","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject state after QemuDeviceModelRecord that begins otherwise."},
    ],
  },
  "legacy-last-checkpoint": {
    image: [
      {"req":"LEG-103","level":"SHOULD","editions":["legacy"],"text":"A plain stream SHOULD hold LAST_CHECKPOINT."},
    ],
    reader: [
      {"req":"LEG-104","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST end a plain stream with its first tail, whether or not its body holds LAST_CHECKPOINT."},
    ],
  },
  "legacy-trailing": {
    image: [
      {"req":"LEG-107","level":"SHOULD","editions":["legacy"],"text":"A file that holds a legacy stream SHOULD hold nothing after its last tail."},
    ],
    reader: [
      {"req":"LEG-108","level":"MUST","editions":["legacy"],"action":"accept","text":"A Reader MUST ignore what follows the last tail."},
    ],
  },
  "legacy-xl-flag": {
    image: [
      {"req":"LEG-109","level":"MUST","editions":["legacy"],"text":"Bit 1 of mandatory_flags MUST be clear where a legacy stream follows the header of an xl save file."},
    ],
    reader: [
      {"req":"LEG-110","level":"MUST","editions":["legacy"],"action":"reject","text":"A Reader MUST reject, as no legacy stream, what follows the header of an xl save file with bit 1 of mandatory_flags set."},
    ],
  },
  "domain-arch": {
    image: [
      {"req":"DB-014","level":"MUST","editions":["draft-b"],"text":"The arch of a domain header MUST be 1."},
    ],
    reader: [
      {"req":"DB-015","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject an image whose arch is not 1."},
    ],
  },
  "record-options-reserved": {
    image: [
      {"req":"DB-028","level":"MUST","editions":["draft-b"],"text":"Bits 1 to 15 of a record's options MUST be 0."},
    ],
    reader: [
      {"req":"DB-029","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore bits 1 to 15 of a record's options."},
    ],
  },
  "record-head-reserved": {
    image: [
      {"req":"DB-030","level":"MUST","editions":["draft-b"],"text":"Octets 10 to 15 of a record MUST be 0."},
    ],
    reader: [
      {"req":"DB-031","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore octets 10 to 15 of a record."},
    ],
  },
  "record-foot-reserved": {
    image: [
      {"req":"DB-032","level":"MUST","editions":["draft-b"],"text":"The last four octets of a record's footer MUST be 0."},
    ],
    reader: [
      {"req":"DB-033","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore the last four octets of a record's footer."},
    ],
  },
  "record-checksum": {
    image: [
      {"req":"DB-035","level":"MUST","editions":["draft-b"],"text":"The checksum of a record whose option bit 0 is 1 MUST be the CRC-32 of its body and padding."},
    ],
    reader: [
      {"req":"DB-036","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a record whose option bit 0 is 1 and whose checksum is not the CRC-32 of its body and padding."},
    ],
  },
  "record-checksum-unused": {
    image: [
      {"req":"DB-037","level":"MUST","editions":["draft-b"],"text":"The checksum of a record whose option bit 0 is 0 MUST be 0."},
    ],
    reader: [
      {"req":"DB-038","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore the checksum of a record whose option bit 0 is 0."},
    ],
  },
  "record-type": {
    image: [
      {"req":"DB-040","level":"MUST","editions":["draft-b"],"text":"The type of a record MUST be one of 0 to 5."},
    ],
    reader: [
      {"req":"DB-041","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a record of any other type, whatever bit 31 says."},
    ],
  },
  "p2m-range": {
    image: [
      {"req":"DB-075","level":"MUST","editions":["draft-b"],"text":"The pfn_begin of P2M MUST be less than its pfn_end."},
    ],
    reader: [
      {"req":"DB-076","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject P2M whose pfn_begin is not less than its pfn_end."},
    ],
  },
  "p2m-limit": {
    image: [
      {"req":"DB-079","level":"MUST","editions":["draft-b"],"text":"The pfn_end of P2M MUST NOT exceed 2^32."},
    ],
    reader: [
      {"req":"DB-080","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject P2M whose pfn_end exceeds 2^32."},
    ],
  },
  "p2m-gap": {
    image: [
      {"req":"DB-081","level":"MUST","editions":["draft-b"],"text":"The pfn_begin of P2M MUST NOT exceed the highest pfn_end of the P2M records before it: 0 where there is none."},
    ],
    reader: [
      {"req":"DB-082","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject P2M that leaves a gap: one whose pfn_begin exceeds the highest pfn_end of the P2M records before it, or is not 0 where there is none."},
    ],
  },
  "vcpu-info-length": {
    image: [
      {"req":"DB-059","level":"MUST","editions":["draft-b"],"text":"The body_length of VCPU_INFO MUST be 8."},
    ],
    reader: [
      {"req":"DB-060","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject VCPU_INFO of any other length."},
    ],
  },
  "vcpu-info-limit": {
    image: [
      {"req":"DB-061","level":"MUST","editions":["draft-b"],"text":"The max_vcpu_id of VCPU_INFO MUST be less than 8192."},
    ],
    reader: [
      {"req":"DB-062","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject VCPU_INFO whose max_vcpu_id is 8192 or more."},
    ],
  },
  "vcpu-info-reserved": {
    image: [
      {"req":"DB-063","level":"MUST","editions":["draft-b"],"text":"Octets 4 to 7 of VCPU_INFO MUST be 0."},
    ],
    reader: [
      {"req":"DB-064","level":"MUST","editions":["draft-b"],"action":"accept","text":"A Reader MUST ignore octets 4 to 7 of VCPU_INFO."},
    ],
  },
  "memory-late": {
    image: [
      {"req":"DB-136","level":"MUST","editions":["draft-b"],"text":"P2M and PAGE_DATA MUST NOT follow VCPU_INFO."},
    ],
    reader: [
      {"req":"DB-137","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject P2M or PAGE_DATA after VCPU_INFO."},
    ],
  },
  "vcpu-info-late": {
    image: [
      {"req":"DB-138","level":"MUST","editions":["draft-b"],"text":"VCPU_INFO MUST stand before the first VCPU_CONTEXT and before END."},
    ],
    reader: [
      {"req":"DB-139","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject VCPU_CONTEXT or END before VCPU_INFO."},
    ],
  },
  "vcpu-info-repeated": {
    image: [
      {"req":"DB-140","level":"MUST","editions":["draft-b"],"text":"An image MUST NOT hold a second VCPU_INFO."},
    ],
    reader: [
      {"req":"DB-141","level":"MUST","editions":["draft-b"],"action":"reject","text":"A Reader MUST reject a second VCPU_INFO."},
    ],
  },
  "image-incompat": {
    image: [
      {"req":"VFOUR-007","level":"MUST","editions":["v4-draft"],"text":"Octets 24 to 27 of an image, incompat, MUST be 0."},
    ],
    reader: [
      {"req":"VFOUR-008","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image with any bit of incompat set."},
    ],
  },
  "image-compat": {
    image: [
      {"req":"VFOUR-009","level":"MUST","editions":["v4-draft"],"text":"Octets 28 to 31 of an image, compat, MUST be 0."},
    ],
    reader: [
      {"req":"VFOUR-010","level":"MUST","editions":["v4-draft"],"action":"accept","text":"A Reader MUST ignore compat."},
    ],
  },
  "image-record-check": {
    image: [
      {"req":"VFOUR-011","level":"MUST","editions":["v4-draft"],"text":"Octets 32 and 33 of an image, record_check, MUST be 0, 3, 5 or 6."},
    ],
    reader: [
      {"req":"VFOUR-012","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image with any other record_check."},
    ],
  },
  "image-digest-kind": {
    image: [
      {"req":"VFOUR-013","level":"MUST","editions":["v4-draft"],"text":"Octets 34 and 35 of an image, image_digest, MUST be 0, 3, 5 or 6."},
    ],
    reader: [
      {"req":"VFOUR-014","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image with any other image_digest."},
    ],
  },
  "image-reserved-v4": {
    image: [
      {"req":"VFOUR-015","level":"MUST","editions":["v4-draft"],"text":"Octets 36 to 39 of an image MUST be 0."},
    ],
    reader: [
      {"req":"VFOUR-016","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose octets 36 to 39 are not 0."},
    ],
  },
  "check-sum": {
    image: [
      {"req":"SUM-001","level":"MUST","editions":["v4-draft"],"text":"Where record_check is not 0, each record, and the two headers together, MUST be followed by a trailer with the sum over them."},
    ],
    reader: [
      {"req":"SUM-002","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image in which a trailer holds another sum, before anything of what it covers has an effect."},
    ],
  },
  "check-reserved": {
    image: [
      {"req":"SUM-003","level":"MUST","editions":["v4-draft"],"text":"The last 4 octets of the sum of a CRC MUST be 0 in a trailer."},
    ],
    reader: [
      {"req":"SUM-004","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a trailer in which they are not 0."},
    ],
  },
  "check-truncated": {
    image: [
      {"req":"SUM-005","level":"MUST","editions":["v4-draft"],"text":"An image MUST hold every octet of each of its trailers; of a checkpointed stream, up to its last commit."},
    ],
    reader: [
      {"req":"SUM-006","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a plain stream that ends inside a trailer, or where one has to stand."},
    ],
  },
  "digest-missing": {
    image: [
      {"req":"SUM-009","level":"MUST","editions":["v4-draft"],"text":"Where image_digest is not 0, IMAGE_DIGEST MUST stand directly before each CHECKPOINT and before END."},
    ],
    reader: [
      {"req":"SUM-010","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose image_digest is not 0 and in which a CHECKPOINT or END does not directly follow an IMAGE_DIGEST."},
    ],
  },
  "digest-place": {
    image: [
      {"req":"SUM-011","level":"MUST","editions":["v4-draft"],"text":"The record after IMAGE_DIGEST MUST be CHECKPOINT or END."},
    ],
    reader: [
      {"req":"SUM-012","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject IMAGE_DIGEST before any other record."},
    ],
  },
  "digest-algorithm": {
    image: [
      {"req":"SUM-013","level":"MUST","editions":["v4-draft"],"text":"The algorithm of IMAGE_DIGEST MUST be the image_digest of the image header, and not 0."},
    ],
    reader: [
      {"req":"SUM-014","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject IMAGE_DIGEST of any other algorithm than the image header names, and any where that names none."},
    ],
  },
  "digest-length": {
    image: [
      {"req":"SUM-015","level":"MUST","editions":["v4-draft"],"text":"The body_length of IMAGE_DIGEST MUST be 24 for a CRC and 48 for SHA-256."},
    ],
    reader: [
      {"req":"SUM-016","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject IMAGE_DIGEST of any other length."},
    ],
  },
  "digest-reserved": {
    image: [
      {"req":"SUM-017","level":"MUST","editions":["v4-draft"],"text":"Octets 2 to 7 of IMAGE_DIGEST, and the last 4 of the sum of a CRC, MUST be 0."},
    ],
    reader: [
      {"req":"SUM-018","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject IMAGE_DIGEST in which they are not 0."},
    ],
  },
  "digest-position": {
    image: [
      {"req":"SUM-019","level":"MUST","editions":["v4-draft"],"text":"The position of IMAGE_DIGEST MUST be the number of octets of the image before the record, from the marker on, without those of the libxl layer."},
    ],
    reader: [
      {"req":"SUM-020","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject IMAGE_DIGEST with any other position."},
    ],
  },
  "digest-sum": {
    image: [
      {"req":"SUM-021","level":"MUST","editions":["v4-draft"],"text":"The sum in IMAGE_DIGEST MUST be that of the octets it covers."},
    ],
    reader: [
      {"req":"SUM-022","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image in which IMAGE_DIGEST holds another sum."},
    ],
  },
  "zip-count": {
    image: [
      {"req":"ZIP-001","level":"MUST","editions":["v4-draft"],"text":"The count of PAGE_DATA_COMPRESSED MUST be at least 1."},
    ],
    reader: [
      {"req":"ZIP-002","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED whose count is 0."},
    ],
  },
  "zip-layout": {
    image: [
      {"req":"ZIP-003","level":"MUST","editions":["v4-draft"],"text":"The body of PAGE_DATA_COMPRESSED MUST hold its 16 fixed octets, all its entries, all its lengths and padding where bit 0 of flags is set, and no octet beyond its last frame."},
    ],
    reader: [
      {"req":"ZIP-004","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED whose body does not end with its last frame."},
    ],
  },
  "zip-flags": {
    image: [
      {"req":"ZIP-005","level":"MUST","editions":["v4-draft"],"text":"Bits 1 to 15 of flags MUST be 0."},
    ],
    reader: [
      {"req":"ZIP-006","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED with any of bits 1 to 15 of flags set."},
    ],
  },
  "zip-entry-reserved": {
    image: [
      {"req":"ZIP-007","level":"MUST","editions":["v4-draft"],"text":"Bits 53 to 59 of an entry of PAGE_DATA_COMPRESSED MUST be 0."},
    ],
    reader: [
      {"req":"ZIP-008","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an entry of PAGE_DATA_COMPRESSED with any of bits 53 to 59 set."},
    ],
  },
  "zip-zero-type": {
    image: [
      {"req":"ZIP-009","level":"MUST","editions":["v4-draft"],"text":"Bit 52 of an entry MUST be 0 where its type has no contents."},
    ],
    reader: [
      {"req":"ZIP-010","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an entry with bit 52 set whose type has no contents."},
    ],
  },
  "zip-padding": {
    image: [
      {"req":"ZIP-012","level":"MUST","editions":["v4-draft"],"text":"The octets between the last length and the first frame MUST be 0."},
    ],
    reader: [
      {"req":"ZIP-013","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED in which they are not 0."},
    ],
  },
  "zip-codec": {
    image: [
      {"req":"ZIP-014","level":"MUST","editions":["v4-draft"],"text":"The codec of PAGE_DATA_COMPRESSED MUST be 0, 1, 2, 3 or 4."},
    ],
    reader: [
      {"req":"ZIP-015","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED of any other codec."},
    ],
  },
  "zip-raw-length": {
    image: [
      {"req":"ZIP-016","level":"MUST","editions":["v4-draft"],"text":"The raw_length of PAGE_DATA_COMPRESSED MUST be N times the page size, and not exceed 134217728."},
    ],
    reader: [
      {"req":"ZIP-017","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED with any other raw_length before it decodes a frame."},
    ],
  },
  "zip-frame": {
    image: [
      {"req":"ZIP-018","level":"MUST","editions":["v4-draft"],"text":"A frame MUST be sound by the rules of its codec, decode to exactly the pages it stands for, and have no octet after its end."},
    ],
    reader: [
      {"req":"ZIP-019","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a frame that is not sound, that decodes to fewer or to more octets than its pages have, or that ends before its last octet, and stop decoding at the first octet too many."},
    ],
  },
  "zip-window": {
    image: [
      {"req":"ZIP-020","level":"MUST","editions":["v4-draft"],"text":"A zstd frame MUST NOT ask for a window of more than 8388608 octets or for a dictionary, nor an LZ4 frame for a dictionary."},
    ],
    reader: [
      {"req":"ZIP-021","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a zstd frame that asks for a larger window or for a dictionary, and an LZ4 frame that asks for a dictionary."},
    ],
  },
  "zip-delta-base": {
    image: [
      {"req":"ZIP-022","level":"MUST","editions":["v4-draft"],"text":"A page code other than 80 MUST NOT stand for a pfn that the image has not named before the record, or whose last type before the record, or whose type in it, is not NOTAB."},
    ],
    reader: [
      {"req":"ZIP-023","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a page code other than 80 for a pfn without such a base."},
    ],
  },
  "zip-delta-repeated": {
    image: [
      {"req":"ZIP-024","level":"MUST","editions":["v4-draft"],"text":"PAGE_DATA_COMPRESSED of codec word-delta MUST NOT name a pfn twice."},
    ],
    reader: [
      {"req":"ZIP-025","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED of codec word-delta that names a pfn twice."},
    ],
  },
  "requires-first": {
    image: [
      {"req":"CAP-001","level":"MUST","editions":["v4-draft"],"text":"The first record of an image MUST be REQUIRES."},
    ],
    reader: [
      {"req":"CAP-002","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject an image whose first record is not REQUIRES."},
    ],
  },
  "requires-repeated": {
    image: [
      {"req":"CAP-003","level":"MUST","editions":["v4-draft"],"text":"REQUIRES MUST NOT be repeated, not even in a later checkpoint."},
    ],
    reader: [
      {"req":"CAP-004","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a second REQUIRES."},
    ],
  },
  "requires-layout": {
    image: [
      {"req":"CAP-005","level":"MUST","editions":["v4-draft"],"text":"The body of REQUIRES MUST be items without gaps, its length at most 4096 octets."},
    ],
    reader: [
      {"req":"CAP-006","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject REQUIRES longer than 4096 octets, or whose body does not end with an item."},
    ],
  },
  "requires-order": {
    image: [
      {"req":"CAP-007","level":"MUST","editions":["v4-draft"],"text":"The items of REQUIRES MUST ascend by tag, without repetition."},
    ],
    reader: [
      {"req":"CAP-008","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject REQUIRES whose items do not ascend by tag."},
    ],
  },
  "requires-tag": {
    image: [
      {"req":"CAP-009","level":"MUST","editions":["v4-draft"],"text":"The tag of an item of REQUIRES MUST be 2, 3 or 5, or have bit 31 set."},
    ],
    reader: [
      {"req":"CAP-010","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject REQUIRES with an item of any other tag."},
    ],
  },
  "requires-item-length": {
    image: [
      {"req":"CAP-012","level":"MUST","editions":["v4-draft"],"text":"The length of an item of REQUIRES MUST be 8 for CODECS and RECORD_LIMIT, and a multiple of 8 for any other; that of RECORD_TYPES is not 0."},
    ],
    reader: [
      {"req":"CAP-013","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject REQUIRES with an item of any other length."},
    ],
  },
  "requires-types": {
    image: [
      {"req":"CAP-014","level":"MUST","editions":["v4-draft"],"text":"RECORD_TYPES of REQUIRES MUST stand there, each of its pairs with first not above last, and name no type that 21.1 does not give out for this edition."},
    ],
    reader: [
      {"req":"CAP-015","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject REQUIRES without RECORD_TYPES, with a pair whose first is above its last, or that names a type which is not given out."},
    ],
  },
  "requires-codecs": {
    image: [
      {"req":"CAP-016","level":"MUST","editions":["v4-draft"],"text":"CODECS of REQUIRES MUST name no other codecs than 0 to 4."},
    ],
    reader: [
      {"req":"CAP-017","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject REQUIRES whose CODECS names a codec that is not defined."},
    ],
  },
  "requires-limit": {
    image: [
      {"req":"CAP-018","level":"MUST","editions":["v4-draft"],"text":"RECORD_LIMIT of REQUIRES MUST NOT exceed 134217728."},
    ],
    reader: [
      {"req":"CAP-019","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject REQUIRES whose RECORD_LIMIT exceeds 134217728."},
    ],
  },
  "requires-broken-type": {
    image: [
      {"req":"CAP-020","level":"MUST","editions":["v4-draft"],"text":"The type of a mandatory record that this edition gives out MUST be within RECORD_TYPES of REQUIRES, REQUIRES itself excepted."},
    ],
    reader: [
      {"req":"CAP-021","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a record whose type this edition gives out and RECORD_TYPES of REQUIRES does not name."},
    ],
  },
  "requires-broken-codec": {
    image: [
      {"req":"CAP-022","level":"MUST","editions":["v4-draft"],"text":"The codec of PAGE_DATA_COMPRESSED MUST be within CODECS of REQUIRES, codec 0 excepted."},
    ],
    reader: [
      {"req":"CAP-023","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA_COMPRESSED of a codec that CODECS of REQUIRES does not name, codec 0 excepted."},
    ],
  },
  "requires-broken-limit": {
    image: [
      {"req":"CAP-024","level":"MUST","editions":["v4-draft"],"text":"The body_length of a record MUST NOT exceed RECORD_LIMIT of REQUIRES where that stands there."},
    ],
    reader: [
      {"req":"CAP-025","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a record whose body_length exceeds RECORD_LIMIT of REQUIRES."},
    ],
  },
  "private-owner": {
    image: [
      {"req":"REG-001","level":"MUST","editions":["v4-draft"],"text":"The body of a private optional record MUST hold at least the 16 octets of the UUID of its owner."},
    ],
    reader: [
      {"req":"REG-002","level":"MUST","editions":["v4-draft"],"action":"accept","text":"A Reader MUST skip a private optional record that it does not know, whatever its body holds."},
    ],
  },
  "p2m-window": {
    image: [
      {"req":"REG-015","level":"MUST","editions":["v4-draft"],"text":"The start_pfn of the first X86_PV_P2M_FRAMES MUST be 0, and that of each further one the end_pfn of the one before it plus 1 and a multiple of 4096 / guest_width."},
    ],
    reader: [
      {"req":"REG-016","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_P2M_FRAMES with any other start_pfn."},
    ],
  },
  "p2m-after-pages": {
    image: [
      {"req":"REG-017","level":"MUST","editions":["v4-draft"],"text":"X86_PV_P2M_FRAMES MUST NOT follow page data."},
    ],
    reader: [
      {"req":"REG-018","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject X86_PV_P2M_FRAMES after page data."},
    ],
  },
  "shared-info-host": {
    image: [
      {"req":"REG-019","level":"SHOULD","editions":["v4-draft"],"text":"The pfn_to_mfn_frame_list_list and the p2m_cr3 in SHARED_INFO SHOULD be 0."},
    ],
    reader: [],
  },
  "arm-page-shift": {
    image: [
      {"req":"ARM-001","level":"MUST","editions":["v4-draft"],"text":"The page_shift of an ARM domain MUST be 12, 14 or 16."},
    ],
    reader: [
      {"req":"ARM-002","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject the image of an ARM domain with any other page_shift."},
    ],
  },
  "arm-page-type": {
    image: [
      {"req":"ARM-012","level":"MUST","editions":["v4-draft"],"text":"The type of a page entry of an ARM domain MUST be 0, D, E or F."},
    ],
    reader: [
      {"req":"ARM-013","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a page entry of any other type in the image of an ARM domain."},
    ],
  },
  "arm-record-kind": {
    image: [
      {"req":"ARM-014","level":"MUST","editions":["v4-draft"],"text":"The image of an ARM domain MUST NOT hold the records of chapters 7 to 9, nor that of another domain ARM_ID_POLICY or ARM_VCPU."},
    ],
    reader: [
      {"req":"ARM-015","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a record of chapters 7 to 9 in the image of an ARM domain, and ARM_ID_POLICY and ARM_VCPU in that of another."},
    ],
  },
  "layout-length": {
    image: [
      {"req":"ARM-003","level":"MUST","editions":["v4-draft"],"text":"The body_length of MEMORY_LAYOUT MUST be a multiple of 24, not 0, and at most 24576."},
    ],
    reader: [
      {"req":"ARM-004","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MEMORY_LAYOUT of any other length."},
    ],
  },
  "layout-regions": {
    image: [
      {"req":"ARM-005","level":"MUST","editions":["v4-draft"],"text":"The regions of MEMORY_LAYOUT MUST ascend by first_pfn without touching a pfn twice, none of them empty, and end below pfn 2^40."},
    ],
    reader: [
      {"req":"ARM-006","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MEMORY_LAYOUT whose regions are empty, overlap, do not ascend, or end at pfn 2^40 or beyond."},
    ],
  },
  "layout-flags": {
    image: [
      {"req":"ARM-007","level":"MUST","editions":["v4-draft"],"text":"The flags of a region of MEMORY_LAYOUT MUST be 0."},
    ],
    reader: [
      {"req":"ARM-008","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a region of MEMORY_LAYOUT whose flags are not 0."},
    ],
  },
  "layout-pfn": {
    image: [
      {"req":"ARM-009","level":"MUST","editions":["v4-draft"],"text":"Where an image holds MEMORY_LAYOUT, the pfn of each page entry MUST lie in one of its regions."},
    ],
    reader: [
      {"req":"ARM-010","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a page entry whose pfn lies in no region of the MEMORY_LAYOUT that the image holds."},
    ],
  },
  "layout-late": {
    image: [
      {"req":"ARM-011","level":"MUST","editions":["v4-draft"],"text":"MEMORY_LAYOUT and ARM_ID_POLICY MUST precede STATIC_DATA_END."},
    ],
    reader: [
      {"req":"ARM-016","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MEMORY_LAYOUT and ARM_ID_POLICY after STATIC_DATA_END."},
    ],
  },
  "layout-repeated": {
    image: [
      {"req":"ARM-017","level":"MUST","editions":["v4-draft"],"text":"MEMORY_LAYOUT MUST NOT be repeated."},
    ],
    reader: [
      {"req":"ARM-018","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a second MEMORY_LAYOUT."},
    ],
  },
  "layout-missing": {
    image: [
      {"req":"ARM-019","level":"MUST","editions":["v4-draft"],"text":"The image of an ARM domain MUST hold MEMORY_LAYOUT."},
    ],
    reader: [
      {"req":"ARM-020","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject the image of an ARM domain without MEMORY_LAYOUT."},
    ],
  },
  "arm-id-policy": {
    image: [
      {"req":"ARM-021","level":"MUST","editions":["v4-draft"],"text":"The body of ARM_ID_POLICY MUST be entries of 16 octets, at least one, that ascend by encoding, each below 65536 and with flags of 0."},
    ],
    reader: [
      {"req":"ARM-022","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject ARM_ID_POLICY that is not so."},
    ],
  },
  "arm-vcpu-id": {
    image: [
      {"req":"ARM-023","level":"MUST","editions":["v4-draft"],"text":"The vcpu_id of ARM_VCPU MUST be less than 8192, and less than the number of vCPUs of the domain where that is known."},
    ],
    reader: [
      {"req":"ARM-024","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject ARM_VCPU with any other vcpu_id."},
    ],
  },
  "arm-vcpu-reserved": {
    image: [
      {"req":"ARM-025","level":"MUST","editions":["v4-draft"],"text":"The reserved words of ARM_VCPU, of its sub-header and of its registers, and the octets after a value up to a multiple of 8, MUST be 0."},
    ],
    reader: [
      {"req":"ARM-026","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject ARM_VCPU in which they are not 0."},
    ],
  },
  "arm-vcpu-registers": {
    image: [
      {"req":"ARM-027","level":"MUST","editions":["v4-draft"],"text":"The body of ARM_VCPU MUST be its sub-header and registers without gaps, at least one, each of set 0 to 3 and of 1 to 256 octets, that ascend by set, then index."},
    ],
    reader: [
      {"req":"ARM-028","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject ARM_VCPU that is not so."},
    ],
  },
  "arm-vcpu-missing": {
    image: [
      {"req":"ARM-029","level":"MUST","editions":["v4-draft"],"text":"The image of an ARM domain MUST hold ARM_VCPU of vCPU 0."},
    ],
    reader: [
      {"req":"ARM-030","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject the image of an ARM domain without ARM_VCPU of vCPU 0."},
    ],
  },
  "arm-vcpu-repeated": {
    image: [
      {"req":"ARM-031","level":"MUST","editions":["v4-draft"],"text":"ARM_VCPU MUST stand at most once for each vCPU in a plain stream, and at most once between two CHECKPOINT records."},
    ],
    reader: [
      {"req":"ARM-032","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a repeated ARM_VCPU."},
    ],
  },
  "arm-vcpu-early": {
    image: [
      {"req":"ARM-033","level":"MUST","editions":["v4-draft"],"text":"ARM_VCPU MUST follow STATIC_DATA_END."},
    ],
    reader: [
      {"req":"ARM-034","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject ARM_VCPU before STATIC_DATA_END."},
    ],
  },
  "machine-page-shift": {
    image: [
      {"req":"MACH-001","level":"MUST","editions":["v4-draft"],"text":"The page_shift of a machine MUST be 12."},
    ],
    reader: [
      {"req":"MACH-002","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject the image of a machine with any other page_shift."},
    ],
  },
  "machine-record-kind": {
    image: [
      {"req":"MACH-003","level":"MUST","editions":["v4-draft"],"text":"The image of a machine MUST NOT hold the records of chapters 7 to 9, nor that of another domain MACHINE, MACHINE_VCPU or PLATFORM_STATE."},
    ],
    reader: [
      {"req":"MACH-004","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a record of chapters 7 to 9 in the image of a machine, and MACHINE, MACHINE_VCPU and PLATFORM_STATE in that of another domain."},
    ],
  },
  "machine-page-type": {
    image: [
      {"req":"MACH-005","level":"MUST","editions":["v4-draft"],"text":"The type of a page entry of a machine MUST be 0."},
    ],
    reader: [
      {"req":"MACH-006","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a page entry of any other type in the image of a machine."},
    ],
  },
  "machine-memory-missing": {
    image: [
      {"req":"MACH-007","level":"MUST","editions":["v4-draft"],"text":"Each pfn of each region of a machine's MEMORY_LAYOUT MUST have a page entry before the first CHECKPOINT, or before END where there is none."},
    ],
    reader: [
      {"req":"MACH-008","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject the image of a machine in which a pfn of its MEMORY_LAYOUT has no page entry by then."},
    ],
  },
  "machine-length": {
    image: [
      {"req":"MACH-009","level":"MUST","editions":["v4-draft"],"text":"The body_length of MACHINE MUST be 16 to 65536."},
    ],
    reader: [
      {"req":"MACH-010","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE of any other length."},
    ],
  },
  "machine-version": {
    image: [
      {"req":"MACH-011","level":"MUST","editions":["v4-draft"],"text":"The version of MACHINE MUST be 1."},
    ],
    reader: [
      {"req":"MACH-012","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE of any other version."},
    ],
  },
  "machine-vcpus": {
    image: [
      {"req":"MACH-013","level":"MUST","editions":["v4-draft"],"text":"The vcpus of MACHINE MUST be 1 for a machine of v86, and 1 to 255 for one of QEMU."},
    ],
    reader: [
      {"req":"MACH-014","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE with any other vcpus."},
    ],
  },
  "machine-ram": {
    image: [
      {"req":"MACH-015","level":"MUST","editions":["v4-draft"],"text":"The ram_pages of MACHINE MUST be the sum of pages over the regions of MEMORY_LAYOUT."},
    ],
    reader: [
      {"req":"MACH-016","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE with any other ram_pages."},
    ],
  },
  "machine-properties": {
    image: [
      {"req":"MACH-017","level":"MUST","editions":["v4-draft"],"text":"The properties of MACHINE MUST follow each other without gaps up to the end of the body, ascend by name, octet for octet and without repetition, have names of 1 to 64 octets out of a to z, 0 to 9 and hyphen, and values in UTF-8."},
    ],
    reader: [
      {"req":"MACH-018","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE whose properties are not so."},
    ],
  },
  "machine-reserved": {
    image: [
      {"req":"MACH-019","level":"MUST","editions":["v4-draft"],"text":"The octets between the value of a property and the next multiple of 8 MUST be 0."},
    ],
    reader: [
      {"req":"MACH-020","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a property in which they are not 0."},
    ],
  },
  "machine-property-missing": {
    image: [
      {"req":"MACH-021","level":"MUST","editions":["v4-draft"],"text":"The properties of MACHINE MUST include those that the table has for the machine's emulator."},
    ],
    reader: [
      {"req":"MACH-022","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE without one of them."},
    ],
  },
  "machine-layout": {
    image: [
      {"req":"MACH-023","level":"MUST","editions":["v4-draft"],"text":"MEMORY_LAYOUT MUST precede MACHINE."},
    ],
    reader: [
      {"req":"MACH-024","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE without a MEMORY_LAYOUT before it."},
    ],
  },
  "machine-missing": {
    image: [
      {"req":"MACH-025","level":"MUST","editions":["v4-draft"],"text":"MACHINE MUST precede STATIC_DATA_END in the image of a machine."},
    ],
    reader: [
      {"req":"MACH-026","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject STATIC_DATA_END without a MACHINE before it in the image of a machine."},
    ],
  },
  "machine-repeated": {
    image: [
      {"req":"MACH-027","level":"MUST","editions":["v4-draft"],"text":"MACHINE MUST NOT be repeated."},
    ],
    reader: [
      {"req":"MACH-028","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a second MACHINE."},
    ],
  },
  "machine-vcpu-length": {
    image: [
      {"req":"MACH-029","level":"MUST","editions":["v4-draft"],"text":"The body_length of MACHINE_VCPU MUST be 1040."},
    ],
    reader: [
      {"req":"MACH-030","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE_VCPU of any other length."},
    ],
  },
  "machine-vcpu-id": {
    image: [
      {"req":"MACH-031","level":"MUST","editions":["v4-draft"],"text":"The vcpu_id of MACHINE_VCPU MUST be less than the vcpus of MACHINE."},
    ],
    reader: [
      {"req":"MACH-032","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE_VCPU with any other vcpu_id."},
    ],
  },
  "machine-vcpu-reserved": {
    image: [
      {"req":"MACH-033","level":"MUST","editions":["v4-draft"],"text":"Octets 4 to 7 of MACHINE_VCPU MUST be 0."},
    ],
    reader: [
      {"req":"MACH-034","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE_VCPU in which they are not 0."},
    ],
  },
  "machine-vcpu-missing": {
    image: [
      {"req":"MACH-035","level":"MUST","editions":["v4-draft"],"text":"In each round, a plain stream being one, MACHINE_VCPU MUST stand for every vcpu_id below the vcpus of MACHINE."},
    ],
    reader: [
      {"req":"MACH-036","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT, and END where no CHECKPOINT was, without MACHINE_VCPU of every vCPU in that round."},
    ],
  },
  "machine-vcpu-repeated": {
    image: [
      {"req":"MACH-037","level":"MUST","editions":["v4-draft"],"text":"MACHINE_VCPU MUST NOT be repeated for a vCPU within a round."},
    ],
    reader: [
      {"req":"MACH-038","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject a second MACHINE_VCPU of a vCPU within a round."},
    ],
  },
  "platform-length": {
    image: [
      {"req":"MACH-039","level":"MUST","editions":["v4-draft"],"text":"The body_length of PLATFORM_STATE MUST be more than 32."},
    ],
    reader: [
      {"req":"MACH-040","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PLATFORM_STATE of any other length."},
    ],
  },
  "platform-digest": {
    image: [
      {"req":"MACH-041","level":"MUST","editions":["v4-draft"],"text":"The digest of PLATFORM_STATE MUST be the SHA-256 of the body of MEMORY_LAYOUT, the body of MACHINE and the state, one after the other."},
    ],
    reader: [
      {"req":"MACH-042","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PLATFORM_STATE with any other digest."},
    ],
  },
  "platform-missing": {
    image: [
      {"req":"MACH-043","level":"MUST","editions":["v4-draft"],"text":"In each round, a plain stream being one, the image of a machine MUST hold PLATFORM_STATE."},
    ],
    reader: [
      {"req":"MACH-044","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject CHECKPOINT, and END where no CHECKPOINT was, without PLATFORM_STATE in that round of a machine."},
    ],
  },
  "platform-order": {
    image: [
      {"req":"MACH-045","level":"MUST","editions":["v4-draft"],"text":"Within a round, PLATFORM_STATE MUST NOT be followed by PAGE_DATA, PAGE_DATA_COMPRESSED, MACHINE_VCPU or PLATFORM_STATE."},
    ],
    reader: [
      {"req":"MACH-046","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject PAGE_DATA, PAGE_DATA_COMPRESSED, MACHINE_VCPU and PLATFORM_STATE that follow a PLATFORM_STATE of the same round."},
    ],
  },
  "machine-state-early": {
    image: [
      {"req":"MACH-047","level":"MUST","editions":["v4-draft"],"text":"MACHINE_VCPU and PLATFORM_STATE MUST follow STATIC_DATA_END."},
    ],
    reader: [
      {"req":"MACH-048","level":"MUST","editions":["v4-draft"],"action":"reject","text":"A Reader MUST reject MACHINE_VCPU and PLATFORM_STATE before STATIC_DATA_END."},
    ],
  },
  "convert-libxl-record": {
    image: [
      {"req":"CNV-003","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A Writer MUST refuse to take away a libxl layer that holds records of an emulator or of a COLO dialogue."},
    ],
    reader: [],
  },
  "convert-part": {
    image: [
      {"req":"CNV-004","level":"MUST","editions":["v2","v3","v4-draft"],"text":"A Writer MUST refuse to take away the wrapper of a suspend image of xenopsd that holds the state of a device."},
    ],
    reader: [],
  },
};
