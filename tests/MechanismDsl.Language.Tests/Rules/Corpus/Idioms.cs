// Idioms of hand-written auction rules: bits, comparers, recursion to a fixed depth, tuples. Every one is inside the subset; the tests compare each
// with the rule that it is lowered to.
using System; using System.Collections.Generic; using System.Linq; using RuleCorpus; using static Recursion;

public static class Recursion {
  public static double Grow(double x, int depth) => depth == 0 ? x : Grow(x * 1.1 + 1, depth - 1);
  public static double Down(double x, int n) { if (n <= 0) return x; if (x > 90) return -n; x = x * 1.5 - n; return Down(x, n - 1) + n; }
  public static int Fibonacci(int n) => n switch { 0 => 0, 1 => 1, _ => Fibonacci(n - 1) + Fibonacci(n - 2) };
  public static double Pick(double x, int n) { switch (n % 3) { case 0 when n > 4: return Pick(x / 2, n - 2); case 1: x++; break; case 2: return Pick(x, n - 1) * 2; default: return x; } return Pick(x, n - 1); }
  public static bool IsEven(int n) => n == 0 || !IsEven(n - 1);
}

public static class Idioms {
  // ---- shifts and masks
  static int B01(int m, int i) => m >> i & 1;
  static int B02([Range(-100,100)] int x, [Range(-70,70)] int d) => (x << d) ^ (x >> d) * 3 + (x >>> d) % 7;
  static long B03([Range(-100,100)] long x, [Range(-140,140)] int d) => (x << d) ^ (x >> d) * 3 + (x >>> d) % 7;
  static int B04([Range(-100,100)] int x) { int s = 0; for (int d = 0; d < 40; d++) s = s * 5 + (x * 19088743 >> d) + (x * 19088743 << d) + (x * 19088743 >>> d); return s; }
  static long B05([Range(-100,100)] long x) { long s = 0; for (int d = -3; d < 70; d++) s = s * 5 + (x * 81985529216486895L >> d) + (x * 81985529216486895L << d) + (x * 81985529216486895L >>> d); return s; }
  static int B06([Range(-100,100)] int x) => (x >> 0) + (x >> 1) * 3 + (x >> 5) * 7 + (x >> 31) * 11 + (x >> 32) * 13 + (x >>> 0) + (x >>> 1) + (x >>> 31) + (x >>> 33);
  static int B07([Range(-100,100)] int x) => (x & ~7) + (x & -2) * 3 + (x & ~0) * 5 + (x & int.MinValue) + (x | 7) * 11 + (x | 1) * 13 + (x | 0) * 17 + (x | int.MaxValue) + (x & ~5) + (x | 5) + (7 | x) + (-16 & x);
  static long B08([Range(-100,100)] long x) => (x & ~7L) + (x & -2) * 3 + (x & ~0) * 5 + (x & long.MinValue) + (x | 7) * 11 + (x | 1) * 13 + (x | 0) * 17 + (x | long.MaxValue) + (x & ~0xFFFFFFFFFL) + (x | 0xFFFFFFFFFFL);
  static int B09([Range(-100,100)] int x) => ((x * 21474836 + int.MinValue) & ~1023) + ((x * 21474836 + int.MaxValue) | 1023) + ~(x * 21474836);
  static int B10(int x) { int mask = 0; for (int i = 0; i < 8; i++) { if (x % (i + 2) == 0) mask |= 1 << i; if (x > 50) mask &= ~(1 << i); mask ^= i; } mask <<= 2; mask >>= 1; mask >>>= 1; return mask; }
  static int B11(double[] b) { int best = 0, at = 0; for (int m = 0; m < 1 << b.Length; m++) { int v = 0; for (int i = 0; i < b.Length; i++) if ((m & 1 << i) != 0) v += (int)b[i] % 17 - 8; if (v > best) { best = v; at = m; } } return at * 1000 + best; }
  static int B12(int m) { int c = 0; while (m != 0) { m &= m - 1; c++; } return c; }
  static int B13(int x) { byte b = (byte)x; b <<= 3; b >>= 1; b |= 3; short s = (short)(x << 9); s >>= 2; s &= ~3; return b + s; }
  static int B14(int x, int i) { int k = i; return (k << k++) + (x >> k++) * 3 + (k >> k); }

  // ---- comparisons by method
  static int C01(double x, double y) => x.CompareTo(y) + 3 * y.CompareTo(x) + 9 * x.CompareTo(x);
  static int C02(double x, double y) { double n = x > 50 ? double.NaN : x, m = y > 60 ? double.NaN : y; return n.CompareTo(m) + (n.Equals(m) ? 10 : 0) + (0.0.Equals(-0.0) ? 100 : 0) + 1000 * 0.0.CompareTo(-0.0); }
  static int C03(int x, int y) => x.CompareTo(y) * 3 + (x.Equals(y) ? 9 : 0) + (x > 50).CompareTo(y > 50) * 27 + ((x > 50).Equals(y > 40) ? 81 : 0);
  static int C04(long x, long y) => x.CompareTo(y) * 3 + (x.Equals(y) ? 9 : 0);
  static int C05(decimal x, decimal y) => x.CompareTo(y) * 3 + (x.Equals(y) ? 9 : 0) + decimal.Compare(x, y) * 27 + (decimal.Equals(x, y) ? 81 : 0);
  static int C06(double x) { int i = 0; return x.CompareTo(i++ * 25) * 10 + ((double)i).CompareTo(i++) + (x.Equals(i) ? 5 : 0) + (x / 2).CompareTo(x > 60 ? i : 20); }
  static int C07(double[] b) { int w = 0; for (int i = 1; i < b.Length; i++) w = b[i].CompareTo(b[w]) > 0 ? i : w; return w; }

  // ---- list patterns, read-only references
  static double P01(double[] b) => b switch { [] => -1, [var x] => x, [var x, > 20] => 2 * x, [_, var y] => y, [var x, .., var z] when z > x => z - x, [.., < 30] => 7, _ => b.Length };
  static double P02(ReadOnlySpan<double> b, double x) => (b is [> 10, ..] ? 1 : 0) + (b is [.., var z] && z > x ? z : 0) + (b is [_, _, ..] or [< 5] ? 10 : 0) + (b is not [] ? 100 : 0);
  static double P03(double[] b) { var a = b.Where(x => x > 20).ToArray(); return a is [var first, .., var last] all ? first - last + all.Length : a is [var only] ? only : 0; }
  static double P04(ReadOnlySpan<double> b, int i) { double s = 0; ref readonly double first = ref b[i]; foreach (ref readonly var x in b) { i++; s = s * 2 + x - first; } return s; }

  // ---- recursion that constants end
  static double R01(double x) => Grow(x, 3) + Grow(x, 0) * 2;
  static double R02(double x) => Down(x, 4) + Down(-x, 1);
  static double R03(double x) => Fibonacci(7) * x + Fibonacci(1);
  static double R04(double x) => Pick(x, 7) + Pick(x, 5) * 3 + Pick(x, 0);
  static double R05(double x) { double Power(double y, int n) => n == 0 ? 1 : (n & 1) == 1 ? y * Power(y, n - 1) : Power(y * y, n / 2); return Power(x, 5) + Power(2, 10); }
  static double R06(double x) => IsEven(6) ? x : IsEven(3) ? -x : 0;
  static double R07(double x) { double Sum(int n) { if (n == 0) { return 0; } else { x -= n; return x + Sum(n - 1); } } return Sum(3) * 2 + Sum(2) + x; }
  static double R08(double x) { const bool IsOn = true; if (IsOn) { if (x > 40) return 1; } else return 2; if (!IsOn) return 3; while (true) { x++; if (x > 60) break; } return x; }
}
