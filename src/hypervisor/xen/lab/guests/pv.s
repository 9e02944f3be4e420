# The tiny PV guest: 64-bit, in 4 MiB, without interrupts; does what the tiny PVH guest does. The address of every page is its pfn times
# 4096. Variant TSCAUX: MSR_TSC_AUX is not 0, so that an image has a record of MSRs.
        .code64
        .section .note.Xen,"a",@note
        .align 4
        .long 4, 8, 5
        .asciz "Xen"
        .asciz "xen-3.0"
        .long 4, 8, 6
        .asciz "Xen"
        .asciz "tinypv\0"
        .long 4, 8, 8
        .asciz "Xen"
        .asciz "generic"
        .long 4, 8, 2           # HYPERCALL_PAGE
        .asciz "Xen"
        .quad hypercall_page
        .long 4, 8, 3           # VIRT_BASE
        .asciz "Xen"
        .quad 0
        .long 4, 8, 1           # ENTRY
        .asciz "Xen"
        .quad _start
        .long 4, 4, 9           # PAE_MODE
        .asciz "Xen"
        .asciz "yes"
        .set NPAT, 16
        .set M2P, 0xffff800000000000
        .macro HC nr
        call hypercall_page + \nr*32
        .endm
        .set HC_VA, 14          # update_va_mapping
        .set HC_SCHED, 29
        .set HC_EVTCHN, 32
        .text
        .globl _start
_start: cld
        mov %rsi, start_info
        mov $stack_top, %rsp
        rdtsc
        xor %edx, %eax
        mov %eax, runid
        mov $pat, %rdi
        xor %ecx, %ecx
1:      call patval
        stosl
        inc %ecx
        cmp $(NPAT*1024), %ecx
        jb 1b
        .ifdef TSCAUX                  # variant: a non-zero MSR_TSC_AUX, so that an X86_PV_VCPU_MSRS record is needed
        mov $0xc0000103, %ecx
        mov $0x1234, %eax
        xor %edx, %edx
        wrmsr
        .endif
        call setup
        mov $msg_boot, %rsi
        call puts
mainloop:
        incq counter
        mov suspport, %eax
        btr %rax, shinfo+0x800         # evtchn_pending
        jnc 2f
        call do_suspend
2:      rdtsc
        mov %eax, %ecx
        sub lasttsc, %ecx
        cmp $0x80000000, %ecx
        jb 3f
        mov %eax, lasttsc
        call report
3:      call wait
        jmp mainloop

patval: mov %ecx, %eax
        and $1023, %eax
        mov %ecx, %edx
        shr $10, %edx
        shl $16, %edx
        or %edx, %eax
        or $0xA6000000, %eax
        ret

# map shared_info, locate the console ring, publish the p2m, allocate the suspend event channel
setup:  mov start_info, %rbx
        mov $shinfo, %rdi
        mov 40(%rbx), %rsi             # start_info->shared_info (machine address)
        or $7, %rsi                    # present, rw, user
        mov $2, %rdx                   # UVMF_INVLPG
        HC HC_VA
        mov start_info, %rbx
        mov 72(%rbx), %rax             # console mfn -> pfn -> va
        mov $M2P, %rcx
        mov (%rcx,%rax,8), %rax
        shl $12, %rax
        mov %rax, conpage
        mov 80(%rbx), %eax
        mov %eax, conport
        # p2m: frame list and frame list list
        mov 104(%rbx), %rsi            # mfn_list (va)
        mov 32(%rbx), %rcx             # nr_pages
        mov %rsi, %rdx
        shr $12, %rdx                  # pfn of the first p2m page
        lea 511(%rcx), %r9
        shr $9, %r9                    # number of p2m pages
        xor %r8, %r8
1:      mov (%rsi,%rdx,8), %rax
        mov %rax, frame_list(,%r8,8)
        inc %rdx
        inc %r8
        cmp %r9, %r8
        jb 1b
        mov $frame_list, %rdx
        shr $12, %rdx
        mov (%rsi,%rdx,8), %rax
        mov %rax, frame_list_list
        mov $frame_list_list, %rdx
        shr $12, %rdx
        mov (%rsi,%rdx,8), %rax
        mov %rcx, shinfo+0xc10         # arch.max_pfn
        mov %rax, shinfo+0xc18         # arch.pfn_to_mfn_frame_list_list
        movl $0x00007ff0, evop         # EVTCHNOP_alloc_unbound DOMID_SELF <- dom0
        movl $0, evop+4
        mov $6, %edi
        mov $evop, %rsi
        HC HC_EVTCHN
        mov evop+4, %eax
        mov %eax, suspport
        ret

do_suspend:
        mov $msg_susp, %rsi
        call puts
        mov start_info, %rbx
        mov $M2P, %rcx                 # canonicalise start_info
        mov 56(%rbx), %rax
        mov (%rcx,%rax,8), %rax
        mov %rax, 56(%rbx)
        mov 72(%rbx), %rax
        mov (%rcx,%rax,8), %rax
        mov %rax, 72(%rbx)
        mov $shinfo, %rdi              # no mapping of shared_info may stay
        xor %esi, %esi
        mov $2, %rdx
        HC HC_VA
        mov start_info, %rdx           # mfn of start_info for vcpu0's rdx
        mov 104(%rdx), %rcx
        shr $12, %rdx
        mov (%rcx,%rdx,8), %rdx
        movl $2, sched_shutdown
        mov $2, %edi                   # SCHEDOP_shutdown
        mov $sched_shutdown, %rsi
        HC HC_SCHED
        test %eax, %eax
        jnz 1f
        incl gen
        call setup
        mov $msg_rest, %rsi
        call puts
        jmp report
1:      incl cancels                   # cancelled: start_info holds pfns; convert back
        mov start_info, %rbx
        mov 104(%rbx), %rcx
        mov 56(%rbx), %rax
        mov (%rcx,%rax,8), %rax
        mov %rax, 56(%rbx)
        mov 72(%rbx), %rax
        mov (%rcx,%rax,8), %rax
        mov %rax, 72(%rbx)
        call setup
        mov $msg_canc, %rsi
        call puts
        jmp report

wait:   sub $24, %rsp
        movq $suspport, (%rsp)         # struct sched_poll
        movl $1, 8(%rsp)
        rdtsc
        shl $32, %rdx
        or %rdx, %rax
        sub shinfo+40, %rax            # vcpu_info[0].time.tsc_timestamp
        movsbl shinfo+60, %ecx         # tsc_shift
        test %ecx, %ecx
        js 1f
        shl %cl, %rax
        jmp 2f
1:      neg %ecx
        shr %cl, %rax
2:      mov shinfo+56, %ecx            # tsc_to_system_mul
        mul %rcx
        shrd $32, %rdx, %rax
        add shinfo+48, %rax            # system_time
        add $50000000, %rax
        mov %rax, 16(%rsp)
        mov $3, %edi                   # SCHEDOP_poll
        mov %rsp, %rsi
        HC HC_SCHED
        add $24, %rsp
        ret

report: mov $pat, %rdi
        xor %ecx, %ecx
        xor %ebp, %ebp
1:      call patval
        scasl
        je 2f
        inc %ebp
2:      inc %ecx
        cmp $(NPAT*1024), %ecx
        jb 1b
        mov %ebp, paterr
        mov $m_run, %rsi
        call puts
        mov runid, %eax
        call hex
        mov $m_gen, %rsi
        call puts
        mov gen, %eax
        call hex
        mov $m_ctr, %rsi
        call puts
        mov counter+4, %eax
        call hex
        mov counter, %eax
        call hex
        mov $m_pat, %rsi
        call puts
        mov paterr, %eax
        call hex
        mov $m_port, %rsi
        call puts
        mov suspport, %eax
        call hex
        mov $m_nl, %rsi
puts:   lodsb
        test %al, %al
        jz notify
        call putc
        jmp puts
putc:   mov conpage, %rdi
        mov 0xc0c(%rdi), %edx
        mov %edx, %ecx
        sub 0xc08(%rdi), %ecx
        cmp $2048, %ecx
        jae 1f
        mov %edx, %ecx
        and $2047, %ecx
        movb %al, 0x400(%rdi,%rcx)
        inc %edx
        mov %edx, 0xc0c(%rdi)
1:      ret
notify: mov conport, %eax
        mov %eax, evop
        mov $4, %edi
        mov $evop, %rsi
        HC HC_EVTCHN
        ret
hex:    mov %eax, %ebx
        mov $8, %ebp
1:      rol $4, %ebx
        mov %ebx, %eax
        and $15, %eax
        movb hexd(%rax), %al
        call putc
        dec %ebp
        jnz 1b
        ret
        .section .rodata
hexd:   .ascii "0123456789abcdef"
msg_boot: .asciz "tiny: booted\r\n"
msg_susp: .asciz "tiny: suspending\r\n"
msg_rest: .asciz "tiny: RESTORED in a new domain\r\n"
msg_canc: .asciz "tiny: suspend cancelled (same domain goes on)\r\n"
m_run:  .asciz "run="
m_gen:  .asciz " gen="
m_ctr:  .asciz " ctr="
m_pat:  .asciz " paterr="
m_port: .asciz " port="
m_nl:   .asciz "\r\n"
        .data
        .align 16
        .ascii "TINY-STATE::::::"
counter: .quad 0
runid:  .long 0
gen:    .long 0
cancels: .long 0
paterr: .long 0
suspport: .long 0
lasttsc: .long 0
start_info: .quad 0
conpage: .quad 0
conport: .long 0
        .align 8
evop:   .skip 16
sched_shutdown: .skip 8
        .bss
        .align 4096
hypercall_page: .skip 4096
shinfo: .skip 4096
frame_list: .skip 4096
frame_list_list: .skip 4096
pat:    .skip 4096*NPAT
        .skip 4096
stack_top:
