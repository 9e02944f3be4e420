# The tiny HVM guest: a boot sector. Real mode, the timer interrupt of the BIOS and hlt; writes to COM1 about once a second how far it has
# counted and how many words of its pattern (64 KiB at 0x20000) are wrong.
        .code16
        .org 0
        .globl _start
_start: cli
        ljmp $0, $1f
1:      xor %ax, %ax
        mov %ax, %ds
        mov %ax, %ss
        mov $0x7c00, %sp
        rdtsc
        xor %edx, %eax
        mov %eax, runid
        mov $0x2000, %ax               # pattern: 64 KiB at 0x20000
        mov %ax, %es
        xor %di, %di
        xor %ecx, %ecx
2:      mov %ecx, %eax
        or $0xA7000000, %eax
        stosl
        inc %ecx
        cmp $16384, %ecx
        jb 2b
        sti
main:   mov $18, %bx
3:      hlt
        incl ticks
        dec %bx
        jnz 3b
        incl counter
        # check the pattern
        mov $0x2000, %ax
        mov %ax, %es
        xor %di, %di
        xor %ecx, %ecx
        xor %edx, %edx
4:      mov %ecx, %eax
        or $0xA7000000, %eax
        scasl
        je 5f
        inc %edx
5:      inc %ecx
        cmp $16384, %ecx
        jb 4b
        mov %edx, paterr
        mov $m_run, %si
        call puts
        mov runid, %eax
        call hex
        mov $m_ctr, %si
        call puts
        mov counter, %eax
        call hex
        mov $m_pat, %si
        call puts
        mov paterr, %eax
        call hex
        mov $m_nl, %si
        call puts
        jmp main
puts:   lodsb
        test %al, %al
        jz 6f
        call putc
        jmp puts
6:      ret
putc:   push %ax
        mov $0x3fd, %dx
7:      in %dx, %al
        test $0x20, %al
        jz 7b
        pop %ax
        mov $0x3f8, %dx
        out %al, %dx
        ret
hex:    mov %eax, %ebp
        mov $8, %cx
8:      rol $4, %ebp
        mov %bp, %ax
        and $15, %al
        cmp $10, %al
        jb 9f
        add $39, %al
9:      add $48, %al
        call putc
        loop 8b
        ret
m_run:  .asciz "tiny run="
m_ctr:  .asciz " ctr="
m_pat:  .asciz " paterr="
m_nl:   .asciz "\r\n"
        .align 4
        .ascii "TINY-STATE::::::"
counter: .long 0
runid:  .long 0
paterr: .long 0
ticks:  .long 0
        .org 510
        .word 0xaa55
