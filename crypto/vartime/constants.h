#pragma once
// Numbers of the curve. Where a square root is meant it is one of the two, no matter which; the tests square
// them again.
#include "crypto/vartime/fe.h"

namespace minhtin::vartime {

// -x^2 + y^2 = 1 + d x^2 y^2 with d = -121665/121666 (RFC 8032, 5.1).
inline constexpr Fe edwards_d{
    {0x34dca135978a3, 0x1a8283b156ebd, 0x5e7a26001c029, 0x739c663a03cbb, 0x52036cee2b6ff}};
inline constexpr Fe twice_d{
    {0x69b9426b2f159, 0x35050762add7a, 0x3cf44c0038052, 0x6738cc7407977, 0x2406d9dc56dff}};
inline constexpr Fe sqrt_minus_one{
    {0x61b274a0ea0b0, 0x0d5a5fc8f189d, 0x7ef5e9cbd0c60, 0x78595a6804c9e, 0x2b8324804fc1d}};

// The generator: y = 4/5, x even (RFC 8032).
inline constexpr Fe generator_x{
    {0x62d608f25d51a, 0x412a4b4f6592a, 0x75b7171a4b31d, 0x1ff60527118fe, 0x216936d3cd6e5}};
inline constexpr Fe generator_y{
    {0x6666666666658, 0x4cccccccccccc, 0x1999999999999, 0x3333333333333, 0x6666666666666}};

// The same curve in Montgomery's form v^2 = u^3 + A u^2 + u (RFC 7748, 4.1), A = 486662.
inline constexpr Fe montgomery_a{{486662, 0, 0, 0, 0}};
// sqrt(-(A+2)): v = this * u/x.
inline constexpr Fe sqrt_minus_a_plus_2{
    {0x604aaff457e06, 0x2296fa350598d, 0x7f13dfb16874f, 0x35de93d846e01, 0x0f26edf460a00}};
// sqrt(A+2): the v of the points of order 4, whose u is 1.
inline constexpr Fe sqrt_a_plus_2{
    {0x5b7106377bbd8, 0x71af6ad9382cb, 0x2d64427297b8, 0x6a81ef02c4294, 0x141b0b6806563}};
// sqrt(i (A^2-4)): neither i nor A^2-4 is a square.
inline constexpr Fe sqrt_i_a2_minus_4{
    {0x374105eb49c67, 0x4274b2f267fe8, 0x3f166de60e579, 0x2078c19f0b198, 0x0680fe74c4f11}};

}  // namespace minhtin::vartime
