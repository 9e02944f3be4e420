# The tiny PVH guest: 32-bit, without paging and interrupts; polls event channels. It fills 16 pages at 2 MiB with a pattern, counts, and
# writes about once in 2^31 cycles of the TSC a line to Xen's console:
#   run=RUN gen=RESTORES ctr=COUNT ctr2=COUNT OF VCPU 1 paterr=WRONG WORDS port=EVENT CHANNEL TO BE ASKED FOR A SUSPEND
# When that channel is kicked, it suspends. Variants: DIRTY rewrites 96 pages over and over; REMUS sets a callback, without which Xen
# does not tell a suspend that was cancelled from a restore.
        .code32
        .section .note.Xen,"a",@note
        .align 4
        .long 4, 4, 18          # XEN_ELFNOTE_PHYS32_ENTRY
        .asciz "Xen"
        .long _start
        .long 4, 8, 6           # XEN_ELFNOTE_GUEST_OS
        .asciz "Xen"
        .asciz "tiny"
        .long 4, 8, 5           # XEN_ELFNOTE_XEN_VERSION
        .asciz "Xen"
        .asciz "xen-3.0"

        .set PAT, 0x200000      # pattern pages
        .set NPAT, 16
        .set SHINFO, 0x1ff000   # gfn where shared_info is mapped
        .set HC_MEMORY, 12
        .set HC_VCPU, 24
        .set HC_SCHED, 29
        .set HC_EVTCHN, 32
        .set HC_HVM, 34
        .macro HC nr
        call hypercall_page + \nr*32
        .endm

        .text
        .globl _start
_start: cld
        mov $stack_top, %esp
        mov %ebx, start_info
        # run id = tsc
        rdtsc
        xor %edx, %eax
        mov %eax, runid
        # pattern: dword = 0xA5000000 | page<<16 | index
        mov $PAT, %edi
        xor %ecx, %ecx
1:      mov %ecx, %eax
        and $1023, %eax
        mov %ecx, %edx
        shr $10, %edx
        shl $16, %edx
        or %edx, %eax
        or $0xA5000000, %eax
        stosl
        inc %ecx
        cmp $(NPAT*1024), %ecx
        jb 1b
        call setup
        mov $msg_boot, %esi
        call puts
        call start_vcpu1
mainloop:
        addl $1, counter
        adcl $0, counter+4
        # suspend requested?
        mov suspport, %eax
        btr %eax, SHINFO+0x800         # evtchn_pending of 32-bit shared_info: 32 vcpu_info * 64 bytes = 0x800
        jnc 2f
        call do_suspend
2:      rdtsc
        mov %eax, %ecx
        sub lasttsc, %ecx
        cmp $0x80000000, %ecx
        jb 3f
        mov %eax, lasttsc
        call report
3:
        .ifdef DIRTY                   # live-migration variant: dirty 96 pages per turn, hardly wait
        mov $0x300000, %edi
        mov $96, %ecx
1:      mov counter, %eax
        mov %eax, (%edi)
        add $4096, %edi
        dec %ecx
        jnz 1b
        xor %ebx, %ebx                 # SCHEDOP_yield
        HC HC_SCHED
        .else
        mov $SHINFO, %edi
        call wait
        .endif
        jmp mainloop

# wait up to ~50 ms for the suspend event channel; %edi = this vcpu's vcpu_info
wait:   sub $16, %esp
        movl $suspport, (%esp)         # struct sched_poll { ports, nr_ports, timeout }
        movl $1, 4(%esp)
        rdtsc
        sub 40(%edi), %eax             # time.tsc_timestamp
        sbb 44(%edi), %edx
        jnz 2f
        movsbl 60(%edi), %ecx          # time.tsc_shift
        test %ecx, %ecx
        js 1f
        shl %cl, %eax
        jmp 3f
1:      neg %ecx
        shr %cl, %eax
3:      mull 56(%edi)                  # time.tsc_to_system_mul
        add $50000000, %edx
        mov 48(%edi), %eax             # time.system_time
        add %edx, %eax
        mov 52(%edi), %edx
        adc $0, %edx
        mov %eax, 8(%esp)
        mov %edx, 12(%esp)
        mov $3, %ebx                   # SCHEDOP_poll
        mov %esp, %ecx
        HC HC_SCHED
        jmp 4f
2:      xor %ebx, %ebx                 # SCHEDOP_yield
        xor %ecx, %ecx
        HC HC_SCHED
4:      add $16, %esp
        ret

do_suspend:
        mov $msg_susp, %esi
        call puts
        movl $2, sched_shutdown        # SHUTDOWN_suspend
        mov $2, %ebx                   # SCHEDOP_shutdown
        mov $sched_shutdown, %ecx
        HC HC_SCHED
        test %eax, %eax
        jnz 1f
        incl gen                       # 0: running in a restored domain
        call setup
        mov $msg_rest, %esi
        call puts
        jmp report
1:      incl cancels
        mov $msg_canc, %esi            # nonzero: suspend was cancelled (xl save -c)
        call puts
        jmp report

# hypercall page, console ring, shared info, suspend event channel
setup:  mov $0x40000000, %eax
        cpuid
        mov $0x40000002, %eax          # no viridian: base leaf is 0x40000000
        xor %ecx, %ecx
        cpuid
        mov %ebx, %ecx                 # MSR
        mov $hypercall_page, %eax
        xor %edx, %edx
        wrmsr
        mov $17, %eax                  # HVM_PARAM_CONSOLE_PFN
        call getparam
        shl $12, %eax
        mov %eax, conpage
        mov $18, %eax                  # HVM_PARAM_CONSOLE_EVTCHN
        call getparam
        mov %eax, conport
        movl $0x7ff0, xatp             # domid DOMID_SELF (u16), size u16 = 0
        movl $0, xatp+4                # XENMAPSPACE_shared_info
        movl $0, xatp+8
        movl $(SHINFO>>12), xatp+12
        mov $7, %ebx                   # XENMEM_add_to_physmap
        mov $xatp, %ecx
        HC HC_MEMORY
        .ifdef REMUS                   # variant for checkpointing: with a callback set, Xen reports a cancelled suspend as eax=1
        movw $0x7ff0, hvmparam
        movl $0, hvmparam+4            # HVM_PARAM_CALLBACK_IRQ = vector 0xf3 (never delivered: IF is 0)
        movl $0xf3, hvmparam+8
        movl $0x02000000, hvmparam+12
        xor %ebx, %ebx                 # HVMOP_set_param
        mov $hvmparam, %ecx
        HC HC_HVM
        .endif
        movl $0x00007ff0, evop         # dom=DOMID_SELF, remote_dom=0
        movl $0, evop+4
        mov $6, %ebx                   # EVTCHNOP_alloc_unbound
        mov $evop, %ecx
        HC HC_EVTCHN
        mov evop+4, %eax
        mov %eax, suspport
        ret

getparam:
        movw $0x7ff0, hvmparam
        mov %eax, hvmparam+4
        mov $1, %ebx                   # HVMOP_get_param
        mov $hvmparam, %ecx
        HC HC_HVM
        mov hvmparam+8, %eax
        ret

# second vcpu (if there): 32-bit flat, counts in counter2
start_vcpu1:
        xor %ebx, %ebx                 # VCPUOP_initialise
        mov $1, %ecx
        mov $vctx, %edx
        HC HC_VCPU
        test %eax, %eax
        jnz 1f
        mov $1, %ebx                   # VCPUOP_up
        mov $1, %ecx
        xor %edx, %edx
        HC HC_VCPU
1:      ret
vcpu1:  cld
1:      addl $1, counter2
        adcl $0, counter2+4
        mov $(SHINFO+64), %edi
        call wait
        jmp 1b

# verify pattern and print a line
report: mov $PAT, %edi
        xor %ecx, %ecx
        xor %ebp, %ebp
1:      mov %ecx, %eax
        and $1023, %eax
        mov %ecx, %edx
        shr $10, %edx
        shl $16, %edx
        or %edx, %eax
        or $0xA5000000, %eax
        scasl
        je 2f
        inc %ebp
2:      inc %ecx
        cmp $(NPAT*1024), %ecx
        jb 1b
        mov %ebp, paterr
        mov $m_run, %esi
        call puts
        mov runid, %eax
        call hex
        mov $m_gen, %esi
        call puts
        mov gen, %eax
        call hex
        mov $m_ctr, %esi
        call puts
        mov counter+4, %eax
        call hex
        mov counter, %eax
        call hex
        mov $m_ctr2, %esi
        call puts
        mov counter2, %eax
        call hex
        mov $m_pat, %esi
        call puts
        mov paterr, %eax
        call hex
        mov $m_port, %esi
        call puts
        mov suspport, %eax
        call hex
        mov $m_nl, %esi
        # fall through
puts:   lodsb
        test %al, %al
        jz notify
        call putc
        jmp puts
putc:   # ring: in[1024] out[2048] in_cons in_prod out_cons out_prod
        mov conpage, %edi
        mov 0xc0c(%edi), %edx          # out_prod
        mov %edx, %ecx
        sub 0xc08(%edi), %ecx          # - out_cons
        cmp $2048, %ecx
        jae 1f                         # full: drop
        mov %edx, %ecx
        and $2047, %ecx
        movb %al, 0x400(%edi,%ecx)
        inc %edx
        mov %edx, 0xc0c(%edi)
1:      ret
notify: mov conport, %eax
        mov %eax, evop
        mov $4, %ebx                   # EVTCHNOP_send
        mov $evop, %ecx
        HC HC_EVTCHN
        ret
hex:    mov %eax, %ebx
        mov $8, %ebp
1:      rol $4, %ebx
        mov %ebx, %eax
        and $15, %eax
        movb hexd(%eax), %al
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
m_ctr2: .asciz " ctr2="
m_pat:  .asciz " paterr="
m_port: .asciz " port="
m_nl:   .asciz "\r\n"

        .data
        .align 16
vctx:   .long 0, 0                     # VCPU_HVM_MODE_32B
        .long 0,0,0,0, stack1_top, 0,0,0, vcpu1, 2   # eax ecx edx ebx esp ebp esi edi eip eflags
        .long 0x11, 0, 0, 0            # cr0 cr3 cr4 pad1
        .quad 0                        # efer
        .long 0,0,0,0,0                # bases cs ds ss es tr
        .long 0xffffffff,0xffffffff,0xffffffff,0xffffffff,0x67
        .word 0xc9b,0xc93,0xc93,0xc93,0x8b, 0,0,0
        .align 8
        .ascii "TINY-STATE::::::"       # finds the counters in an image
counter: .quad 0
counter2: .quad 0
runid:  .long 0
gen:    .long 0
cancels: .long 0
paterr: .long 0
suspport: .long 0
lasttsc: .long 0
        .bss
        .align 4096
hypercall_page: .skip 4096
conpage: .skip 4
conport: .skip 4
start_info: .skip 4
xatp:   .skip 16
evop:   .skip 16
hvmparam: .skip 16
sched_shutdown: .skip 8
        .align 16
        .skip 1024
stack_top: .skip 1024
stack1_top:
