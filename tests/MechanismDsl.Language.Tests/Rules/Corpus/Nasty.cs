// Methods that are nasty to lower: order of evaluation, overflow, conversions, patterns, LINQ, sorting, records, captured locals, aliasing.
// Every one is inside the subset; the tests compare each with the rule that it is lowered to.
using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Linq; using RuleCorpus;

public record struct Bid(double Amount, double Quality) { public double Score => Amount * Quality; public readonly double Scaled(double k) => Score * k; }
public sealed record Offer(int Units, decimal Price);
public struct Slot { public double Best; public int Who; }
public enum Tier { Low, Middle = 5, High }

public static class Help { public static (double, int) Pair(double x) => x > 50 ? (x, 1) : (-x, 2); }

public static class Nasty {
  const double Reserve = 10; const int K = 3;
  static readonly double[] Q = { 0.9, 0.5, 0.7, 0.4, 1.0, 0.3 };
  static readonly double Half = 0.5, Quarter = Half / 2;
  static readonly ImmutableArray<int> Caps = [5, 3, 4, 2, 1, 6];
  static ReadOnlySpan<double> Steps => [0, 1, 1.5, 4];
  static double Floor { get; } = 2.5;
  static double Twice(double x) => 2 * x;
  static double First(double[] a) { foreach (var x in a) { if (x > 50) return x; } return -1; }
  static int Sum(int a, int b = 7, int c = 11) => a * 100 + b * 10 + c;
  static double Mixed(double x) { if (x < 5) return 1; for (int i = 0; i < 4; i++) { if (x < 10 * i) return i; x += i; } return x; }

  // ---- order of evaluation
  static double E01(double x) { int i = 1; return i++ + i++ * 10 + --i * 100 + x; }
  static double E02(double x) { var a = new double[] { 1, 2, 3, 4 }; int i = 0; a[i++] = a[i++] + a[i++] * x; return a[0] * 1000 + i + a[3]; }
  static double E03(double x) { var a = new double[] { 1, 2, 3, 4 }; int i = 0; a[i] = i = 2; return a[0] * 10 + i + x; }
  static double E04(double x) { double y = x; return y + (y = 3) * y + (y += 2) - y++; }
  static double E05(double x) { int i = 0; bool p = x > 3 && ++i > 0 || ++i > 1; return i + (p ? 10 : 0) + (x > 50 | ++i > 2 ? 100 : 0) + i * 1000; }
  static double E06(double x) { int i = 0; double F() { i++; return i * x; } return F() - F() * 2 + i + F() / (i + 1); }
  static double E07(double x) { int i = 3; i = i++ + ++i; i += i++ * 2; i -= --i; return i + x; }
  static double E08(double x) { var a = new int[3]; int i = 0; a[i++] += i; a[i] += a[i++] + i; a[i]--; a[i - 1] *= -3; return a[0] + a[1] * 10 + a[2] * 100 + i + x; }
  static double E09(double x) { double a = 1, b = 2, c = x; (a, b, c) = (b, c, a); (a, b) = (b, a); return a + 10 * b + 100 * c; }
  static double E10(double x) { var a = new double[] { x, 1, 2 }; int i = 0; (a[i++], a[i++]) = (a[i], a[0]); return a[0] + 10 * a[1] + 100 * a[2] + i; }
  static double E11(double x) { int i = 0; return x switch { > 50 when i++ > 0 => 1, > 40 when ++i > 1 => 2, > 30 => 3 + i, _ => i } + i * 10; }
  static double E12(double x) { double t = x; double G(double y) { t += y; return t; } return G(1) + t * G(2) - G(t); }
  static double E13(double x) { int i = 5; var a = new double[i]; a[--i] = x; a[i] += a[i] = 7; return a[4] + i; }
  static double E14(double x) { double r = 0; double H(double y) { if (y > 60) return y; r += y; if (y > 30) return -y; return H2(y) + r; } double H2(double z) { r *= 2; return z > 10 ? r : -r; } return H(x) > 0 && H(x + 20) > 5 ? H(x / 2) : r; }
  static double E15(double x) => Mixed(x) > 2 && Mixed(x + 1) < Mixed(x * 2) ? Mixed(x / 3) : -Mixed(-x);
  static double E16(double x) => Sum(c: (int)x, a: 2) + Sum(1, c: 5) + Sum(b: (int)x % 7, a: 4);
  static double E17(double x) { int n = 0; while (n++ < 5 && x > n) x -= n; do x += n--; while (n > 3 && x < 90); return x + n; }
  static double E18(double x) { double s = 0; for (int i = 0, j = 9; i < j; i += 2, --j) { if (i == 4) continue; if (s > 80) break; s += x * i - j; } return s; }
  static double E19(double x) { int k = (int)x; switch (k % 6) { case 0: k += 1; break; case 1: case 2: if (k > 20) { k = 7; break; } k -= 2; break; case > 3: return k; default: k *= 2; break; } return k + 0.5; }
  static double E20(double x) { foreach (var k in new[] { 3, 1, 2 }) { switch (k) { case 1: continue; case 2: x += 100; break; default: x += k; break; } if (x > 120) return x; x *= 1.5; } return -x; }
  static double E21(double x) { double s = 0; for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) { if (j == i) continue; if (j > 2) break; s = s * 2 + (i + j) * x; } return s; }

  // ---- integers, conversions, decimals
  static int I01(int x) => unchecked(x * 1_000_000_007 + 12345) / 7;
  static int I02(int x) => checked(x * 40_000_000);
  static int I03(int x) { checked { int s = int.MaxValue - 60; s += x; return s; } }
  static int I04(int x) => unchecked((byte)(x * 37)) + unchecked((sbyte)(x * 11)) + unchecked((short)(x * 12345)) + unchecked((ushort)(x * -54321));
  static int I05(int x) => checked((byte)(x * 5));
  static int I06(int x) { byte b = (byte)x; b += 200; b++; sbyte s = (sbyte)b; s--; short t = (short)(s * 300); t += t; return b + s + t; }
  static int I07([Range(-100,100)] int x) => x / 7 * 3 + x % 7 - -x / 3 + (x >> 2) + (x << 3) + (x >> 31) + (x << 33) + (~x & 0xF | 3 ^ x);
  static int I08([Range(-100,100)] int x) => 1000 / x + 7 % x;
  static long I09([Range(-100,100)] long x) => x * 3_000_000_000L / 7 + (x >> 5) + (x << 40) - (x >> 63) + (int)(x * 1_000_000_000_000L);
  static long I10([Range(-100,100)] double x) => (long)(x * 1e18) + (int)(x * 1e9) + (long)-x;
  static int I11([Range(-100,100)] double x) => checked((int)(x * 5e7));
  static int I12([Range(-1000,1000)] double x) => unchecked((byte)x) + unchecked((sbyte)x) + unchecked((short)(x * 100)) + unchecked((ushort)(x * -1000));
  static int I13(int x) { int i = x; i += (int)2.9; i *= 3; i /= 2; i %= 50; i -= 7; i <<= 2; i >>= 1; i ^= 5; i |= 64; i &= 127; return i; }
  static int I14(int x) { int i = 7; i = (int)(i * 1.5); i += x > 3 ? 1 : -1; double d = i; d /= 2; i = (int)d; return -i; }
  static int I15([Range(-3,3)] int x) => Math.Abs(x == 2 ? int.MinValue : x) + Math.Sign(x) * 10 + Math.Clamp(x, -1, 2) * 100 + Math.Max(x, 1) * 1000 - Math.Min(x, -1);
  static decimal D01(decimal x) => x / 3 * 3 - x + decimal.Round(x) + Math.Floor(x) + Math.Ceiling(x) * 10 + Math.Truncate(x) * 100 + x % 0.7m;
  static decimal D02(decimal x) { decimal s = 0; for (int i = 1; i <= 5; i++) { s += x / i; s -= 0.10m; s *= 1.0m; } s++; return -s; }
  static int D03(decimal x) => (int)x + (int)(x * 100m) % 7 + (x > 5.00m ? 1 : 0) + (x == 10.0m ? 100 : 0);
  static decimal D04(decimal x) => 1 / (x - 10m);
  static double D05(decimal x) => (double)(x * 0.1m) + (double)x / 3;
  static decimal D06([Range(0,1e6)] double x) => (decimal)x * 1.25m;
  static decimal D07(decimal x) => Math.Max(x, 2.50m) + Math.Min(x, 7m) * 2 + Math.Abs(x - 20m) + Math.Sign(x - 5m) + Math.Clamp(x, 1m, 30m);
  static decimal D08(int x) { decimal d = x; d += 1; d = d / 8m; return decimal.Floor(d) + (long)d; }
  static decimal D09(decimal x) => Math.Round(x, 2) + Math.Round(x * 1.005m, 1) * 10 + decimal.Round(-x / 8m, 3);
  static double M01(double x) => Math.Round(x) + Math.Round(x, 2) * 10 + Math.Round(x / 7, 1) + Math.Round(-x * 1e15, 3);
  static double M02([Range(-50,50)] double x) => Math.Round(x, MidpointRounding.AwayFromZero) + Math.Round(x / 2, MidpointRounding.ToZero) * 3 + Math.Round(x, MidpointRounding.ToEven) + Math.Round(x, MidpointRounding.ToNegativeInfinity) - Math.Round(x, MidpointRounding.ToPositiveInfinity);
  static double M03([Range(-50,50)] double x) => 1 / Math.Clamp(-x * 0, 0, 1) + Math.Clamp(x, -3, Math.Abs(x)) + double.Clamp(x, 1, 20);
  static double M04([Range(-50,50)] double x) => Math.Pow(Math.Abs(x), 0.3) + Math.Exp(x / 10) + Math.Log(1 + x * x) + Math.Sqrt(x * x + 1) + Math.Cbrt(x) + Math.Log(x + 60, 2) + double.Max(x, 3) + double.Abs(x);
  static double M05([Range(-50,50)] double x) => double.IsNaN(Math.Sqrt(x)) ? -1 : double.IsFinite(1 / (x - 1)) ? Math.Sqrt(x) : double.IsInfinity(x) ? 2 : 3;
  static double M06([Range(-50,50)] double x) => Math.Max(Math.Sqrt(x), 1) + Math.Min(1 / x, 0.0) + (x == 0 ? 1 / (0 * -1.0) : 0) + x % 3 + -x % 0.7 + (x is 0 ? 5 : 6);

  // ---- patterns
  static double P01(double x) => x is > 10 and < 20 or > 30 and not 42 and (< 60 or 80) ? 1 : x is not (< 5 or > 90) ? 2 : 3;
  static double P02(double x) => x switch { var y when y * y < 100 => y, double.NaN => 1, 25 => 2, <= 40 and var z => z / 2, _ => throw new ArgumentException("high") };
  static double P03(double x) => (x, x * 2) switch { ( < 10, var d) => d, (var a, > 100 and var b) when a > 60 => a + b, ( _, 50) => 7, var (p, q) => p - q };
  static double P04(double x) { var t = (Key: x, Count: (int)x % 3); return t is { Key: > 20, Count: 1 or 2 } ? t.Key : t is (_, 0) ? -1 : t.Count; }
  static int P05(int x) => x switch { < 0 => -1, 0 => 0, 1 or 2 or 3 => 1, >= 4 and <= 9 => 2, int n when n % 2 == 0 => n, _ => 3 };
  static int P06(int x) { switch (x) { case 3: case > 80: default: return 1; case > 50 when x % 2 == 0: return 2; case 4 or 5: return 3; } }
  static int P07(int x) { var tier = x > 60 ? Tier.High : x > 30 ? Tier.Middle : Tier.Low; return tier switch { Tier.High => 3, Tier.Middle when x == 45 => 9, Tier.Low => 1, _ => (int)tier }; }
  static double P08(double x) { if (x is > 5 and var y) { y += 1; return y; } return x is double z && z > 2 ? z : 0; }
  static double P09(double x) => new Bid(x, 0.5) switch { { Amount: > 50 and var a, Quality: 0.5 } => a, { Score: > 10 } s => s.Score, (var m, _) => -m };

  // ---- arrays, aliasing, records
  static double A01(double[] b) { var d = b.ToArray(); var a = d; var c = (double[])a.Clone(); c[0] = -1; a[0] += 3; a = c; a[0]++; return d[0] * 10 + c[0]; }
  static double A02(ReadOnlySpan<double> b) { var a = b.ToArray(); Span<double> s = a; s[0] = 5; ReadOnlySpan<double> r = s; a[^1] += 2; return r[0] + r[^1] + a.Length + s.Length + b[^1]; }
  static double A03(ReadOnlySpan<double> b) { double[] a = [1, 2, 3], c = [.. a]; double[] e = []; c[1] = b[0]; if (b[0] > 50) a = c; c[1] *= 2; return a[1] + c[1] * 100 + e.Length; }
  static double[] A04(ReadOnlySpan<double> b) { var r = new double[b.Length]; var best = (Value: -1.0, Who: -1); for (int i = 0; i < b.Length; i++) if (b[i] * Q[i] > best.Value) best = (b[i] * Q[i], i); if (best.Who >= 0) r[best.Who] = best.Value; return r; }
  static int A05(ReadOnlySpan<double> b) { Slot s = default; s.Who = -1; for (int i = 0; i < b.Length; i++) { if (b[i] > s.Best) { s.Best = b[i]; s.Who = i; } } var t = s; t.Who = 9; return s.Who; }
  static int A06(ReadOnlySpan<Bid> b) { int w = -1; double best = 0; for (int i = 0; i < b.Length; i++) { var bid = b[i]; if (bid.Score > best) (best, w) = (bid.Score, i); } return w; }
  static double A07(ReadOnlySpan<Bid> b, int i) { double m = 0; for (int j = 0; j < b.Length; j++) if (j != i) m = Math.Max(m, b[j].Amount * b[j].Quality); return m / (b[i].Quality + 0.01); }
  static void A08(ReadOnlySpan<double> b, Span<bool> served) { for (int i = 0; i < served.Length; i++) served[i] = b[i] >= Reserve; if (b.Length > 2) served[^1] = !served[0]; }
  static void A09(ReadOnlySpan<double> b, Span<double> share) { double s = 0; foreach (var x in b) s += x; for (int i = 0; i < b.Length; i++) share[i] = s == 0 ? 0 : b[i] / s; }
  static bool[] A10(double[] b) { var order = new int[b.Length]; for (int i = 0; i < order.Length; i++) order[i] = i; for (int i = 1; i < order.Length; i++) for (int j = i; j > 0 && b[order[j]] > b[order[j - 1]]; j--) (order[j], order[j - 1]) = (order[j - 1], order[j]); var r = new bool[b.Length]; for (int k = 0; k < Math.Min(2, order.Length); k++) r[order[k]] = true; return r; }
  static double A11(double x) => Steps[(int)x % 4] + Caps[(int)x % 6] + Q[(int)x % 7 % 6] + Half + Quarter + Floor + Steps.Length + Caps.Length;
  static double A12(double[] b) => First(b) + First([1, b[0]]) + Q[5];
  static double A13(double x) { var a = new double[3]; var b = a; b[1] = x; void Set(double[] t, double v) { t[0] = v; t = new double[3]; t[1] = 99; } Set(a, 4); return a[0] + a[1] * 10 + b[0] * 100; }
  static double A14(double x) { Bid one = new(x, 0.5), two = one; two.Amount += 1; one = new Bid { Quality = 2, Amount = two.Amount }; return one.Score * 1000 + two.Scaled(3); }
  static decimal A15(int x) { var o = new Offer(x, 2.5m); var p = o; return p.Units * o.Price; }
  static int A16(int[] b) { int n = 0; foreach (double x in b) if (x / 2 > n) n++; return n; }
  static double A17(double x) { var a = new double[4]; Array.Fill(a, x); a.AsSpan().Fill(x + 1); a[2] = 1; Array.Reverse(a);  return a[0] + a[1] * 10; }
  static double A18(ReadOnlySpan<double> b) { Span<double> t = stackalloc double[b.Length]; b.CopyTo(t); t.Sort(); return t[0] + t[^1] * 2 + t[t.Length / 2] * 3; }
  static double A19(double x) { var (v, n) = Help.Pair(x); (double w, _) = Help.Pair(v); var t = Help.Pair(w); (v, t.Item2) = (t.Item1, n + 5); return v + w * 10 + t.Item2; }
  static double A20(IReadOnlyList<double> b) { double s = 0; for (int i = 0; i < b.Count; i++) s += b[i] * (i + 1); foreach (var x in b) s -= x; return s; }
  static double A21(double x) { var a = new double[2]; a[(int)x % 3] = 1; return a[0]; }
  static double A22(double x) { var a = new double[(int)x - 3]; return a.Length; }
  static double A23(ReadOnlySpan<double> b) { var m = b[0]; { var t = b[0] * 2; m += t; } for (int t = 0; t < 2; t++) m += t; return m; }
  static double A24(ReadOnlySpan<double> b) { var rest = b[1..]; double m = 0; foreach (var x in rest) m = Math.Max(m, x); foreach (var x in b[..^1]) m -= x; return m + b[1..2].Length * 100; }
  static double A25(double[] b) { var a = b.ToArray(); var c = a[..]; a[0] = -1; var d = a[^2..]; d[0]++; return c[0] + d[0] * 10 + a[^2] * 100; }
  static double A26(double x) { Span<double> s = stackalloc double[] { x, 2, x * 3 }; s[1] += s[0]; ReadOnlySpan<int> t = stackalloc[] { 1, (int)x }; return s[1] + s[2] * t[1]; }
  static double A27(ReadOnlySpan<double> b, int i) => b[i..].Length + b[..i].Length * 10 + b[i..(i + 1)][0];
  static double A28(ReadOnlySpan<double> b) { int k = b[0] > 50 ? 9 : b[0] > 20 ? -1 : 1; return b[k..k].Length + b[^k..].Length * 10; }
  static double A29(ReadOnlySpan<Bid> b) { double s = 0; foreach (var bid in b[1..]) s += bid.Score; return s + b[..1][0].Amount; }

  // ---- LINQ and sorting
  static double L01(double[] b) => b.Max() - b.Min() + b.Sum() / b.Count() + b.Average();
  static double L02(double[] b) => b.Sum(x => x * x) + b.Max(x => -x) + b.Min(x => x % 7) + b.Average(x => x / 3) + b.Count(x => x > 10);
  static int L03(int[] b) => b.Sum() + b.Max() * 2 - b.Min() + (int)b.Average() + (b.Any(x => x > 50) ? 1000 : 0) + (b.All(x => x > 3) ? 2000 : 0) + (b.Contains(5) ? 4000 : 0);
  static int L04(double[] b) => Enumerable.Range(0, b.Length).OrderByDescending(i => b[i]).First();
  static int L05(double[] b) => Enumerable.Range(0, b.Length).OrderBy(i => b[i]).ThenByDescending(i => i).Last();
  static int L06(double[] b) => Enumerable.Range(0, b.Length).MaxBy(i => b[i] * Q[i]) * 10 + Enumerable.Range(1, b.Length - 1).MinBy(i => b[i]);
  static double[] L07(double[] b) { var s = b.Where(x => x > 5).OrderBy(x => -x).ToArray(); return s.Length > 1 ? s.Select(x => x / s[0]).ToArray() : s; }
  static bool[] L08(double[] b) { var win = Enumerable.Range(0, b.Length).OrderByDescending(i => b[i]).Take(2); var r = new bool[b.Length]; foreach (var i in win) r[i] = true; return r; }
  static double L09(double[] b) => b.OrderByDescending(x => x).Skip(1).FirstOrDefault() + b.Skip(2).Sum() + b.Take(2).Max();
  static double L10(double[] b) { var rest = b.Where((x, i) => i != 0); return rest.Any() ? rest.Max() : -1; }
  static int L11(double[] b) => b.Select((x, i) => (Bid: x, Index: i)).OrderByDescending(t => t.Bid).First().Index;
  static int L12(double[] b) => b.Select((x, i) => new { x, i }).Where(t => t.x > 20).Select(t => t.i).FirstOrDefault(-1);
  static double L13(double[] b) { double t = 10; var q = b.Where(x => x > t); t = 30; return q.Count() * 1000 + q.Sum(); }
  static double L14(double[] b) => b.Zip(Q, (x, q) => x * q).Max() + b.Zip(b.Reverse().ToArray()).Sum(p => p.First * p.Second);
  static double L15(double[] b) => b.Aggregate(0.5, (s, x) => s * 0.9 + x) + b.TakeWhile(x => x < 60).Count() + b.Reverse().First();
  static double L16(Bid[] b) => b.Max(x => x.Score) + b.Where(x => x.Quality > 30).Sum(x => x.Amount) + b.OrderBy(x => x.Quality).First().Amount;
  static int L17(Bid[] b) { var best = b.Select((x, i) => (x.Score, i)).MaxBy(t => t.Score); return best.i; }
  static decimal L18(decimal[] b) => b.Max() - b.Min() + b.Sum() + b.Average() + b.OrderBy(x => x).ElementAt(b.Length / 2);
  static long L19(long[] b) => b.Sum() + b.Max() - b.Min() + (long)b.Average();
  static double L20(double[] b) { var a = (double[])b.Clone(); Array.Sort(a); Array.Reverse(a); return a[0] * 2 + a[^1] + Array.IndexOf(a, b[0]); }
  static int L21(int[] b) { var u = b.Where(x => b.Count(y => y == x) == 1).ToArray(); return u.Length == 0 ? -1 : Array.IndexOf(b, u.Max()); }
  static double L22(double[] b) => b.Where(x => x > 95).First();
  static double L23(double[] b) => (from x in b where x > 5 orderby x descending select x * 2).ElementAt(1);
  static int L24(double[] b) => Enumerable.Range(0, b.Length).Where(i => Enumerable.Range(0, b.Length).All(j => b[j] <= b[i])).Last();
  static double L25(double[] b) { double Score(int i) => b[i] * Q[i]; var w = Enumerable.Range(0, b.Length).OrderByDescending(Score).ToArray(); return w.Length > 1 ? Score(w[1]) / Q[w[0]] : 0; }
  static double L26(double[] b) => b.Select(x => Math.Sqrt(x - 50)).Max() + b.Select(x => Math.Sqrt(x - 1)).Min();
  static int L27([Range(0, 3)] int[] b) => b.OrderBy(x => x).ThenBy(x => -x).Select((x, i) => x * (i + 1)).Sum() + Enumerable.Repeat(2, b.Length).Sum() + b.Order().Last() * b.OrderDescending().Last();
  static double L28([Range(-50, 50)] double[] b) => 1 / b.Select(x => x * 0).Max() + 1 / b.Select(x => x * 0).Min() + 1 / b.Take(1).Select(x => x * 0).Average() + 1 / b.Select(x => x * 0).Sum() + 1 / b.Select(x => x * 0).OrderBy(x => x).Last();
}
