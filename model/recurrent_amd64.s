//go:build amd64

#include "textflag.h"

// Each constant eight times.
DATA minusLog2e<>+0(SB)/8, $0xbfb8aa3bbfb8aa3b
DATA minusLog2e<>+8(SB)/8, $0xbfb8aa3bbfb8aa3b
DATA minusLog2e<>+16(SB)/8, $0xbfb8aa3bbfb8aa3b
DATA minusLog2e<>+24(SB)/8, $0xbfb8aa3bbfb8aa3b
GLOBL minusLog2e<>(SB), RODATA|NOPTR, $32
DATA ln2<>+0(SB)/8, $0x3f3172183f317218
DATA ln2<>+8(SB)/8, $0x3f3172183f317218
DATA ln2<>+16(SB)/8, $0x3f3172183f317218
DATA ln2<>+24(SB)/8, $0x3f3172183f317218
GLOBL ln2<>(SB), RODATA|NOPTR, $32
DATA one<>+0(SB)/8, $0x3f8000003f800000
DATA one<>+8(SB)/8, $0x3f8000003f800000
DATA one<>+16(SB)/8, $0x3f8000003f800000
DATA one<>+24(SB)/8, $0x3f8000003f800000
GLOBL one<>(SB), RODATA|NOPTR, $32
DATA half<>+0(SB)/8, $0x3f0000003f000000
DATA half<>+8(SB)/8, $0x3f0000003f000000
DATA half<>+16(SB)/8, $0x3f0000003f000000
DATA half<>+24(SB)/8, $0x3f0000003f000000
GLOBL half<>(SB), RODATA|NOPTR, $32
DATA third<>+0(SB)/8, $0x3e2aaaab3e2aaaab
DATA third<>+8(SB)/8, $0x3e2aaaab3e2aaaab
DATA third<>+16(SB)/8, $0x3e2aaaab3e2aaaab
DATA third<>+24(SB)/8, $0x3e2aaaab3e2aaaab
GLOBL third<>(SB), RODATA|NOPTR, $32
DATA fourth<>+0(SB)/8, $0x3d2aaaab3d2aaaab
DATA fourth<>+8(SB)/8, $0x3d2aaaab3d2aaaab
DATA fourth<>+16(SB)/8, $0x3d2aaaab3d2aaaab
DATA fourth<>+24(SB)/8, $0x3d2aaaab3d2aaaab
GLOBL fourth<>(SB), RODATA|NOPTR, $32
DATA fifth<>+0(SB)/8, $0x3c0888893c088889
DATA fifth<>+8(SB)/8, $0x3c0888893c088889
DATA fifth<>+16(SB)/8, $0x3c0888893c088889
DATA fifth<>+24(SB)/8, $0x3c0888893c088889
GLOBL fifth<>(SB), RODATA|NOPTR, $32
DATA sixth<>+0(SB)/8, $0x3ab60b613ab60b61
DATA sixth<>+8(SB)/8, $0x3ab60b613ab60b61
DATA sixth<>+16(SB)/8, $0x3ab60b613ab60b61
DATA sixth<>+24(SB)/8, $0x3ab60b613ab60b61
GLOBL sixth<>(SB), RODATA|NOPTR, $32
DATA most<>+0(SB)/8, $0x41f0000041f00000
DATA most<>+8(SB)/8, $0x41f0000041f00000
DATA most<>+16(SB)/8, $0x41f0000041f00000
DATA most<>+24(SB)/8, $0x41f0000041f00000
GLOBL most<>(SB), RODATA|NOPTR, $32
DATA least<>+0(SB)/8, $0xc1f00000c1f00000
DATA least<>+8(SB)/8, $0xc1f00000c1f00000
DATA least<>+16(SB)/8, $0xc1f00000c1f00000
DATA least<>+24(SB)/8, $0xc1f00000c1f00000
GLOBL least<>(SB), RODATA|NOPTR, $32
DATA bias<>+0(SB)/8, $0x0000007f0000007f
DATA bias<>+8(SB)/8, $0x0000007f0000007f
DATA bias<>+16(SB)/8, $0x0000007f0000007f
DATA bias<>+24(SB)/8, $0x0000007f0000007f
GLOBL bias<>(SB), RODATA|NOPTR, $32

// SIGMOID sets X to 1/(1+exp(-X)); S and T are room. See exp32.
#define SIGMOID(X, S, T) \
	VMINPS most<>(SB), X, X; \
	VMAXPS least<>(SB), X, X; \
	VMULPS minusLog2e<>(SB), X, X; \
	VROUNDPS $0, X, S; \
	VSUBPS S, X, X; \
	VMULPS ln2<>(SB), X, X; \
	VMOVUPS sixth<>(SB), T; \
	VFMADD213PS fifth<>(SB), X, T; \
	VFMADD213PS fourth<>(SB), X, T; \
	VFMADD213PS third<>(SB), X, T; \
	VFMADD213PS half<>(SB), X, T; \
	VFMADD213PS one<>(SB), X, T; \
	VFMADD213PS one<>(SB), X, T; \
	VCVTPS2DQ S, S; \
	VPADDD bias<>(SB), S, S; \
	VPSLLD $23, S, S; \
	VMULPS S, T, T; \
	VADDPS one<>(SB), T, T; \
	VMOVUPS one<>(SB), S; \
	VDIVPS T, S, X

// func vectorStep(parts, gates, skip, old, cell, out *float32, n int)
TEXT ·vectorStep(SB), NOSPLIT, $0-56
	MOVQ parts+0(FP), AX
	MOVQ gates+8(FP), DX
	MOVQ skip+16(FP), SI
	MOVQ old+24(FP), R9
	MOVQ cell+32(FP), DI
	MOVQ out+40(FP), R8
	MOVQ n+48(FP), CX
	MOVQ CX, R11
	SHLQ $2, R11         // bytes of one part
	LEAQ (R11)(R11*2), R12
	LEAQ (AX)(R11*1), BX
	LEAQ (AX)(R11*2), R10

stepLoop:
	VMOVUPS (R9), Y0     // the cell before
	VMOVUPS (BX), Y1
	VADDPS (DX), Y1, Y1
	VMOVUPS (DX)(R11*2), Y2
	VFMADD231PS Y0, Y2, Y1
	VMOVUPS (R10), Y3
	VADDPS (DX)(R11*1), Y3, Y3
	VMOVUPS (DX)(R12*1), Y2
	VFMADD231PS Y0, Y2, Y3
	SIGMOID(Y1, Y8, Y9)
	SIGMOID(Y3, Y10, Y11)
	VMOVUPS (AX), Y4
	VSUBPS Y4, Y0, Y5
	VFMADD231PS Y1, Y5, Y4
	VMOVUPS (SI), Y6
	VSUBPS Y6, Y4, Y7
	VFMADD231PS Y3, Y7, Y6
	VMOVUPS Y1, (BX)
	VMOVUPS Y3, (R10)
	VMOVUPS Y4, (DI)
	VMOVUPS Y6, (R8)
	ADDQ $32, AX
	ADDQ $32, BX
	ADDQ $32, R10
	ADDQ $32, DX
	ADDQ $32, SI
	ADDQ $32, R9
	ADDQ $32, DI
	ADDQ $32, R8
	SUBQ $8, CX
	JG   stepLoop
	VZEROUPPER
	RET
