# A guest that counts, and checks itself while it does. 32-bit, multiboot 1, one vCPU, no firmware needed.
#
# Each count takes one page of the arena, checks every word of it, writes it anew, and adds one to the count in five places: registers,
# memory, an x87 register, an XMM register, and the place that a timer interrupt looks at. Whatever a restore gets wrong, the guest sees
# on its next count and says in its status page. The word of a page at address A and of generation G is A xor (G * MIX); the first word
# is G itself, which is the low half of the count that wrote the page (0: never rewritten).
#
# Physical memory:
        .equ    LOAD, 0x100000          # this image
        .equ    STATUS, 0x110000        # status page, see below
        .equ    DIRECTORY, 0x111000     # page directory: 4 MiB pages, address = physical address
        .equ    IDT, 0x112000
        .equ    STACK, 0x114000         # grows down
        .equ    ARENA, 0x200000         # pages of the pattern, up to memory_end

        .equ    MIX, 0x9e3779b1
        .equ    VECTORS, 0x30           # exceptions, and the timer at 0x20
        .equ    TIMER, 0x20

# Status page. 64-bit integers are little-endian.
        .equ    MAGIC, STATUS + 0       # "dsic"
        .equ    PHASE, STATUS + 4       # 0 filling the arena, 1 counting
        .equ    COUNT, STATUS + 8       # u64
        .equ    TICKS, STATUS + 16      # u64, timer interrupts
        .equ    MISMATCHES, STATUS + 24 # u32, what was found wrong
        .equ    FAULTS, STATUS + 28     # u32, exceptions; the guest stops at the first
        .equ    BUSY, STATUS + 32       # u32, address of the page that is being rewritten, or 0
        .equ    OLD, STATUS + 36        # u32, its generation before
        .equ    NEW, STATUS + 40        # u32, and after
        .equ    DUE, STATUS + 44        # u32, counts left until the next tick, where counts_per_tick is not 0
        .equ    X87, STATUS + 48        # i64, the count as the x87 has it
        .equ    XMM, STATUS + 56        # u64, the count as XMM0 has it
        .equ    AT_TICK, STATUS + 64    # u64, the count at the last tick
        .equ    RUNNING, STATUS + 72    # u32, memory_end as it was taken
        .equ    SSE, STATUS + 76        # u32, MXCSR at the last tick

        .text
        .code32
        .globl  start
start:  jmp     entry
        .balign 4
header: .long   0x1badb002, 0x00010003, -(0x1badb002 + 0x00010003)
        .long   header, LOAD, end, STACK, entry

# What the host sets before it starts the guest.
        .globl  memory_end, working_pages, counts_per_tick
memory_end:      .long 0x400000         # first address after the arena
working_pages:   .long 0x100            # pages at the start of the arena that are rewritten, at least 1
counts_per_tick: .long 0                # 0: count without a pause; else halt after so many until the next tick

entry:  cli
        cld
        mov     $STACK, %esp
        lgdt    gdt_pointer
        ljmp    $8, $1f
1:      mov     $16, %eax
        mov     %eax, %ds
        mov     %eax, %es
        mov     %eax, %fs
        mov     %eax, %gs
        mov     %eax, %ss

        mov     $STATUS, %edi           # status page: zero
        mov     $1024, %ecx
        xor     %eax, %eax
        rep stosl
        movl    $0x63697364, MAGIC
        mov     memory_end, %eax
        mov     %eax, RUNNING

        mov     $DIRECTORY, %edi        # paging
        mov     $0x83, %eax             # present, writable, 4 MiB
1:      mov     %eax, (%edi)
        add     $4, %edi
        add     $0x400000, %eax
        jnc     1b
        mov     $DIRECTORY, %eax
        mov     %eax, %cr3
        mov     %cr4, %eax
        or      $0x210, %eax            # PSE, OSFXSR
        mov     %eax, %cr4
        mov     %cr0, %eax
        and     $~0xc, %eax             # not EM, not TS
        or      $0x80010022, %eax       # PG, WP, NE, MP
        mov     %eax, %cr0

        mov     $IDT, %edi              # exceptions stop the guest
        mov     $VECTORS, %ecx
1:      mov     $fault, %eax
        call    gate
        loop    1b
        mov     $IDT + 8 * TIMER, %edi
        mov     $tick, %eax
        call    gate
        lidt    idt_pointer

        mov     $0x11, %al              # both PICs: vectors from TIMER on, only the timer let through
        out     %al, $0x20
        out     %al, $0xa0
        mov     $TIMER, %al
        out     %al, $0x21
        mov     $TIMER + 8, %al
        out     %al, $0xa1
        mov     $4, %al
        out     %al, $0x21
        mov     $2, %al
        out     %al, $0xa1
        mov     $1, %al
        out     %al, $0x21
        out     %al, $0xa1
        mov     $0xfe, %al
        out     %al, $0x21
        mov     $0xff, %al
        out     %al, $0xa1
        mov     $0x34, %al              # PIT channel 0: mode 2, 100 Hz
        out     %al, $0x43
        mov     $11932 & 0xff, %al
        out     %al, $0x40
        mov     $11932 >> 8, %al
        out     %al, $0x40

        mov     $1, %eax                # where there is a local APIC, let the PIC through it: not every firmware does
        cpuid
        test    $0x200, %edx
        jz      1f
        orl     $0x100, 0xfee000f0
        movl    $0x700, 0xfee00350
1:
        mov     $ARENA, %edi            # the arena, generation 0
fill:   movl    $0, (%edi)
        mov     $1023, %ecx
        add     $4, %edi
1:      mov     %edi, (%edi)
        add     $4, %edi
        loop    1b
        cmp     memory_end, %edi
        jb      fill

        fninit
        fldcw   control_word
        fldz                            # one division by zero, which the status word does not forget
        fld1
        fdiv    %st(1)
        fstp    %st(0)
        fstp    %st(0)
        fldz                            # ST1: a sum that never comes out even
        fldz                            # ST0: the count
        ldmxcsr sse_control
        pxor    %xmm0, %xmm0
        xor     %esi, %esi              # EDI:ESI: the count
        xor     %edi, %edi
        mov     $12345, %ebp            # where the next page comes from
        movl    $1, PHASE
        sti

count:  cmpl    $0, counts_per_tick
        je      2f
1:      cli
        subl    $1, DUE
        jae     1f
        movl    $0, DUE
        sti
        hlt
        jmp     1b
1:      sti
2:      add     $1, %esi
        adc     $0, %edi
        imul    $1664525, %ebp, %ebp
        add     $1013904223, %ebp
        mov     %ebp, %eax
        shr     $8, %eax
        xor     %edx, %edx
        divl    working_pages
        shl     $12, %edx
        lea     ARENA(%edx), %ebx       # the page

        imul    $MIX, (%ebx), %edx      # check it
        mov     $4, %ecx
1:      lea     (%ebx, %ecx), %eax
        xor     %edx, %eax
        cmp     %eax, (%ebx, %ecx)
        jne     3f
        add     $4, %ecx
        test    $0xfff, %ecx
        jnz     1b
        jmp     4f
3:      incl    MISMATCHES

4:      mov     (%ebx), %eax            # write it anew
        mov     %eax, OLD
        mov     %esi, NEW
        mov     %ebx, BUSY
        mov     %esi, (%ebx)
        imul    $MIX, %esi, %edx
        mov     $4, %ecx
1:      lea     (%ebx, %ecx), %eax
        xor     %edx, %eax
        mov     %eax, (%ebx, %ecx)
        add     $4, %ecx
        test    $0xfff, %ecx
        jnz     1b
        movl    $0, BUSY

        mov     $16, %ecx               # branches that nobody foresees: ways down to 1
5:      movzwl  %si, %eax
        imul    %ecx, %eax
6:      cmp     $1, %eax
        jbe     7f
        shr     %eax
        jnc     6b
        lea     2(%eax, %eax, 2), %eax
        jmp     6b
7:      loop    5b

        fldpi                           # roots, deep in the stack of the x87
        fld     %st(1)
        mov     $256, %ecx
5:      fadd    %st(1)
        fsqrt
        loop    5b
        fstp    %st(1)
        faddp   %st, %st(2)             # into the sum

        fld1                            # the count in the x87
        faddp
        fld     %st(0)
        fistpll X87
        fld     %st(1)
        fmuls   third
        fadd    %st(1)
        fstp    %st(2)
        fcom    %st(1)                  # leaves its verdict in the status word
        fnstsw  %ax
        test    $4, %al
        jz      3f
        cmp     X87, %esi
        jne     3f
        cmp     X87 + 4, %edi
        jne     3f
        movq    one, %xmm1              # and in XMM0
        paddq   %xmm1, %xmm0
        movq    %xmm0, XMM
        cmp     XMM, %esi
        jne     3f
        cmp     XMM + 4, %edi
        jne     3f
        mov     COUNT, %eax             # and in memory, where it is still one behind
        mov     COUNT + 4, %edx
        add     $1, %eax
        adc     $0, %edx
        cmp     %esi, %eax
        jne     3f
        cmp     %edi, %edx
        je      4f
3:      incl    MISMATCHES
4:      mov     %esi, COUNT
        mov     %edi, COUNT + 4
        jmp     count

tick:   push    %eax
        addl    $1, TICKS
        adcl    $0, TICKS + 4
        mov     COUNT, %eax
        mov     %eax, AT_TICK
        mov     COUNT + 4, %eax
        mov     %eax, AT_TICK + 4
        mov     counts_per_tick, %eax
        mov     %eax, DUE
        stmxcsr SSE
        mov     SSE, %eax
        and     $0x6000, %eax           # rounding of SSE
        cmp     $0x2000, %eax
        je      1f
        incl    MISMATCHES
1:      mov     $0x20, %al              # end of interrupt
        out     %al, $0x20
        pop     %eax
        iret

fault:  incl    FAULTS
1:      cli
        hlt
        jmp     1b

gate:   movw    %ax, (%edi)             # interrupt gate at EDI to EAX; EDI moves on
        movw    $8, 2(%edi)
        movw    $0x8e00, 4(%edi)
        shr     $16, %eax
        movw    %ax, 6(%edi)
        add     $8, %edi
        ret

        .balign 8
gdt:    .quad   0
        .quad   0x00cf9b000000ffff      # 8: code, flat
        .quad   0x00cf93000000ffff      # 16: data, flat
one:    .quad   1
third:  .float  0.333333333
sse_control:    .long 0x00003f80        # round down
control_word:   .word 0x0f7f            # 64 bits, round toward zero
gdt_pointer:    .word 23
                .long gdt
idt_pointer:    .word 8 * VECTORS - 1
                .long IDT
        .balign 4
end:
