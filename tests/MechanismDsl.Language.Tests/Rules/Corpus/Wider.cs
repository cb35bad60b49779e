// What the subset was widened by: float and uint, rounding modes, generic methods, operators, constructors, named lambdas, sorts by a comparison that
// breaks ties, searches. Every one is inside the subset; the tests compare each with the rule that it is lowered to.
using System; using System.Collections.Generic; using System.Diagnostics; using System.Linq; using System.Numerics; using RuleCorpus; using static Helpers;

public enum Level : byte { Low, Middle = 7, High = 200 }
public enum Wide : uint { None, Some = 4000000000 }

public static class Helpers {
  public static int IndexOfMax<T>(ReadOnlySpan<T> items) where T : IComparable<T> { int best = 0; for (int i = 1; i < items.Length; i++) if (items[i].CompareTo(items[best]) > 0) best = i; return best; }
  public static void Swap<T>(ref T a, ref T b) { T t = a; a = b; b = t; }
  public static T Larger<T>(T a, T b) where T : IComparable<T> => a.CompareTo(b) >= 0 ? a : b;
  public static T Nested<T>(T a, T b, T c) where T : IComparable<T> => Larger(Larger(a, b), c);
  public static T SumOf<T>(T[] items) where T : INumber<T> { T sum = T.Zero; foreach (T item in items) if (item > T.One) sum += item * item - -item; return sum; }
  public static TResult Apply<T, TResult>(T x, Func<T, TResult> f) => f(x);
  public static bool Beats<T>(T a, T b) => Comparer<T>.Default.Compare(a, b) > 0 || EqualityComparer<T>.Default.Equals(a, b);
  public static (T First, T Second) TopTwo<T>(T[] items) where T : struct, IComparable<T> { T first = default, second = default; foreach (var x in items) { if (x.CompareTo(first) > 0) { second = first; first = x; } else if (x.CompareTo(second) > 0) second = x; } return (first, second); }
  public static int Best(ReadOnlySpan<double> bids, Func<double, double> score) { int w = 0; for (int i = 1; i < bids.Length; i++) if (score(bids[i]) > score(bids[w])) w = i; return w; }
  public static double Twice(Func<double, double> f, double x) => f(f(x));
}

public readonly struct Candidate { public Candidate(int index, double score) { Index = index; Score = score; } public int Index { get; } public double Score { get; } public readonly bool Beats(Candidate other) => Score > other.Score; }
public struct Pair { public double A; public double B; public Pair(double a, double b) => (A, B) = (a, b); public Pair(double x) { A = x; B = A * 2; A = B + 1; } }
public struct Guarded { public double Value; public int Steps = 3; public Guarded(double value, int cap) { if (value > cap) { Value = cap; return; } Value = value; for (int i = 0; i < 3; i++) { Value += i; Steps--; } } }
public readonly struct Primary(double low, double high) { public double Low { get; } = Math.Min(low, high); public double High { get; } = Math.Max(low, high); public double Width => High - Low; }
public readonly record struct Points(double Value) { public double Half { get; } = Value / 2; public static Points operator +(Points a, Points b) => new(a.Value + b.Value); public static Points operator -(Points a) => new(-a.Value); public static bool operator >(Points a, Points b) => a.Value > b.Value; public static bool operator <(Points a, Points b) => a.Value < b.Value; public static implicit operator Points(double x) => new(x); public static explicit operator double(Points p) => p.Value * 2; }
public record Named(int Index, double Bid) { public Named(double bid) : this(-1, bid) { } }

public static class Wider {
  static readonly Candidate[] Steps = [new(1, 10), new Candidate(2, 30), new(3, 60.5)];
  private static readonly double[] Limits = [10, 25, 50, 75, 90];
  static readonly float[] Shares = [0.1f, 0.25f, 1f / 3];

  // ---- float
  static double F01(double x, int i) { float w = 0.5f + 0.1f * i; return x * w; }
  static double F02(double x) => (float)x * 2f + MathF.Sqrt((float)x);
  static double F03(double x, double y) { float a = (float)x, b = (float)y; a += b; a *= 0.3f; a -= (float)(x / 7); a /= 1.7f; a++; return a % 3.3f; }
  static double F04(double x) { float f = (float)x; f += (float)(x * 2); f *= 3; double d = f; d += f; int k = 7; k += (int)f; k *= 2; k += (int)(f / 3f); return d + k; }
  static double F05([Range(-100,100)] double x) { float f = (float)x; return -f + Math.Abs(f) + Math.Max(f, 3f) - Math.Min(f, -2.5f) + Math.Sign(f) + MathF.Floor(f) * 2 + MathF.Ceiling(f) + MathF.Round(f) + MathF.Truncate(f) + Math.Clamp(f, -1f, 1f); }
  static int F06(double x, double y) { float a = (float)x, b = (float)y; return (a < b ? 1 : 0) + (a == b ? 2 : 0) + a.CompareTo(b) * 4 + (a.Equals(b) ? 16 : 0) + (a > 50 ? 32 : 0) + (a is > 20.5f and < 60 ? 64 : 0); }
  static double F07(double[] b) { var s = b.Select(x => (float)x).ToArray(); return s.Sum() + s.Average() + s.Max() * s.Min(); }
  static double F08(double[] b) { float total = 0; foreach (float f in b.Select(x => (float)x / 3)) total += f; foreach (double d in Shares) total *= (float)(1 + d); return total; }
  static double F09(int x) { float f = x * 16777217; f += x; return f / 3; }
  static double F10(double x) { float? f = x > 50 ? (float)x : null; return (f ?? 1.1f) + (f * 0.1f ?? 3) + (f + f).GetValueOrDefault(); }
  static double F11(double x) => (int)((float)x * 1e10f) + (long)((float)x * 1e20f) + (double)(decimal)(double)(float)Math.Floor(x);
  static double F12(decimal x) => (float)x;
  static int F13(double x) { (float, double) t = ((float)x, x); return (t == ((float)x, x) ? 1 : 0) + (t.Item1 == x ? 2 : 0); }
  static double F14(double x) { float f = float.MaxValue; f *= (float)x; return float.IsInfinity(f) ? 1 : float.IsNaN(f) ? 2 : 3; }

  // ---- uint
  static long U01([Range(-100,100)] int x) => (uint)x;
  static int U02([Range(-5,5)] int i) => (uint)i >= 4u ? -1 : i;
  static long U03([Range(-100,100)] int x, [Range(-100,100)] int y) { uint a = (uint)x, b = (uint)y; return a + b + (long)(a - b) + a * b + (b == 0 ? 0 : a / b + a % b); }
  static long U04([Range(-100,100)] int x) { uint a = (uint)x; a++; a += 7; a -= 50; a *= 3; a--; a &= 0xFFFF00FF; a |= 0x10; a ^= 0xFFFFFFFF; return ~a + -a; }
  static long U05([Range(-100,100)] int x) { checked { uint a = (uint)x; a -= 30; return a * 50_000_000; } }
  static double U06([Range(-100,100)] double x) { uint a = (uint)(x * 1e8), b = (uint)x; return a * 0.5 + (float)b + (double)(decimal)a; }
  static int U07([Range(-100,100)] double x) => checked((int)(uint)x) + (byte)(uint)(int)x + (int)(uint)(x * x);
  static long U08(int[] b) { uint h = 17; for (uint i = 0; i < b.Length; i++) h = h * 31 + (uint)b[i]; return h.CompareTo(1000000u) + (h > int.MaxValue ? 1 : 0) + Math.Max(h, 5u); }
  static int U09(decimal x) => (int)(uint)x + (int)(long)(uint)x;
  static long U10([Range(-300,300)] int x) { Level l = (Level)x; Wide w = (Wide)x; l += 100; return (int)l + (long)w + (l == Level.High ? 1 : 0) + (w > Wide.Some ? 2 : 0); }

  // ---- rounding to digits, in all modes
  static double R01([Range(-100,100)] double x) => Math.Round(x, 1, MidpointRounding.AwayFromZero) + 1000 * Math.Round(x * 1.19, 2, MidpointRounding.ToZero) + Math.Round(x, 2, MidpointRounding.ToNegativeInfinity) - Math.Round(x / 3, 3, MidpointRounding.ToPositiveInfinity) + Math.Round(x, 0, MidpointRounding.ToEven);
  static decimal R02([Range(-100,100)] decimal x) => Math.Round(x / 8, 2, MidpointRounding.AwayFromZero) + 1000 * Math.Round(x / 8, 2, MidpointRounding.ToZero) + 7 * decimal.Round(x / 8, 2, MidpointRounding.ToNegativeInfinity) - 11 * Math.Round(x / 8, 2, MidpointRounding.ToPositiveInfinity) + 13 * Math.Round(x / 8, 2, MidpointRounding.ToEven);
  static decimal R03([Range(-100,100)] decimal x) => Math.Round(x / 4, MidpointRounding.AwayFromZero) + 100 * decimal.Round(x / 4, MidpointRounding.ToZero) + 10000 * Math.Round(x / 4, MidpointRounding.ToPositiveInfinity) + Math.Round(x / 7, 28, MidpointRounding.ToZero);
  static decimal R04([Range(-100,100)] decimal x) { decimal s = 0; for (int i = -20; i < 20; i++) s += Math.Round(i * 0.005m + Math.Floor(x), 2, MidpointRounding.AwayFromZero) * 3 - Math.Round(i * 0.005m, 2, MidpointRounding.ToNegativeInfinity); return s; }
  static double R05([Range(-100,100)] double x, [Range(-100,100)] double y) => Math.MaxMagnitude(x, y) + 1000 * Math.MinMagnitude(x, y) + Math.ScaleB(x, -3) + Math.ScaleB(y, 40);
  static int R06(double x) { var big = x * 1e308 * 10; return (double.IsPositiveInfinity(big) ? 1 : 0) + (double.IsNegativeInfinity(-big) ? 2 : 0) + (double.IsNegativeInfinity(x) ? 4 : 0); }

  // ---- generic methods
  static int G01(double[] b) => IndexOfMax<double>(b);
  static int G02(ReadOnlySpan<decimal> b) => IndexOfMax(b);
  static double G03(double x, double y) { Swap(ref x, ref y); int i = 3, j = 5; Swap(ref i, ref j); return x * i - y * j; }
  static double G04(double x, double y, int i) => Larger(x, y) + Larger(i, 3) + Nested(x, y, 30);
  static double G05(double[] b, int i) => SumOf(b) + SumOf(new[] { i, 2, 3 }) + (double)SumOf(new[] { 1.5m, i });
  static double G06(double x, int i) => Apply(x, v => v * i) + Apply(i, k => k + x) + Apply((x, i), t => t.x > 50 ? t.i : 2.5);
  static int G07(double x, double y) => (Beats(x, y) ? 1 : 0) + (Beats((int)x, (int)y) ? 2 : 0) + (Beats(x > 50, y > 50) ? 4 : 0);
  static double G08(double[] b, int i) { var (f, s) = TopTwo(b); var t = TopTwo(new[] { i, 2, 7 }); return f - s + t.First * t.Second; }
  static double G09(double x, int i) { T Pick<T>(bool first, T a, T b) => first ? a : b; return Pick(x > 50, x, 2) + Pick(i > 2, i, 9) + Apply(x, v => Larger(v, 20.0)); }

  // ---- named lambdas
  static double L01(double x, double y) { Func<double, double> f = v => v * 0.9 + 3; Func<double, double, double> g = (a, b) => f(a) - f(b) * y; return f(x) + g(x, y) + Twice(f, x); }
  static int L02(double[] b, double x) { Func<double, double> floor = v => Math.Floor(v / 10); return Best(b, floor) + 10 * Best(b, v => v > x ? x : v); }
  static double L03(double[] b, double x) { int calls = 3; Func<int, double> at = i => b[i] * calls; calls = 5; double s = at(0); calls++; return s + at(0) + b.Select(v => v + x).Sum(); }
  static double L04(double[] b) { Func<double, bool> isHigh = v => v >= 40; return b.Where(isHigh).Sum() + b.Count(isHigh) + (b.Any(isHigh) ? 1000 : 0); }
  static double L05(double x) { double Local(double v) => v / 3; Func<double, double> f = Local; return f(x) + Twice(Local, x); }

  // ---- constructors, operators
  static int K01(double[] b) { var best = new Candidate(-1, 20); for (int i = 0; i < b.Length; i++) { var c = new Candidate(i, b[i] * (i + 1)); if (c.Beats(best)) best = c; } return best.Index; }
  static double K02(double x, double y) { var p = new Pair(x, y); var q = new Pair(x - y); p = new Pair(p.B, p.A); return p.A * 3 - p.B + q.A * q.B + new Pair { A = x }.A; }
  static double K03(double x, int i) { var g = new Guarded(x, 10 * i); var h = new Guarded(g.Value, 1000); return g.Value + 100 * g.Steps + h.Value * h.Steps; }
  static double K04(double x, double y) { var p = new Primary(x, y); return p.Width + 3 * p.Low + new Primary(high: x, low: 50).High; }
  static double K05(double x, double y) { Points p = x, q = new(y); var s = p + q + 3.0; return (p > q ? 1 : 0) + (-s).Value + (double)q + s.Half; }
  static double K06(double x) { double add = 0; foreach (var step in Steps) if (x >= step.Score) add = step.Index; return x + add * Steps[^1].Score; }
  static double K07(double[] b) { var all = b.Select((bid, i) => new Candidate(i, bid)).ToArray(); var first = all.OrderByDescending(c => c.Score).ThenBy(c => -c.Index).First(); return first.Index * 1000 + first.Score; }

  // ---- sorts by a comparison, searches, the first of an order
  static int S01(double[] b) { var order = Enumerable.Range(0, b.Length).ToArray(); Array.Sort(order, (x, y) => b[y] != b[x] ? b[y].CompareTo(b[x]) : x.CompareTo(y)); int code = 0; foreach (var i in order) code = code * 5 + i; return code; }
  static int S02(double[] b) { var order = Enumerable.Range(0, b.Length).ToList(); order.Sort((x, y) => { int c = b[x].CompareTo(b[y]); return c != 0 ? c : y - x; }); int code = 0; foreach (var i in order) code = code * 5 + i; return code; }
  static int S03(int[] b) { var copy = (int[])b.Clone(); Array.Sort(copy, (x, y) => y - x); int code = 0; foreach (var v in copy) code = code * 7 + v; return code; }
  static int S04(double x) { int at = Array.BinarySearch(Limits, x); return at < 0 ? ~at + 100 : at; }
  static int S05(double[] b, double x) { var copy = b.ToArray(); Array.Sort(copy); return Array.BinarySearch(copy, x) * 3 + copy.AsSpan().BinarySearch(50.0) + Array.BinarySearch(b, x); }
  static int S06(double[] b) => b.Select((bid, index) => (bid, index)).OrderByDescending(p => p.bid).First().index * 10 + b.Select((bid, index) => new { bid, index }).OrderBy(p => p.bid).ThenByDescending(p => p.index).Select(p => p.index).First();
  static int S07(double[] b) => b.Select((bid, index) => (bid, index)).Where(p => p.bid >= 25).OrderByDescending(p => p.bid).Select(p => p.index).DefaultIfEmpty(-1).First() + 7 * Enumerable.Range(0, b.Length).Where(i => b[i] > 60).OrderBy(i => b[i]).FirstOrDefault(-5) + 100 * b.Where(v => v < 30).OrderByDescending(v => v).Select(v => (int)v).FirstOrDefault();
  static double S08(double[] b) => b.Where(v => v > 40).Order().First() + b.OrderDescending().First();

  // ---- guards
  static double Q01(double x, int i) { Debug.Assert(i >= -1, "index"); ArgumentOutOfRangeException.ThrowIfLessThan(i, 0); ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 90.0); ArgumentOutOfRangeException.ThrowIfNegative(i); ArgumentOutOfRangeException.ThrowIfZero(x); return x / (i + 1); }
  static double Q02(double x) { ArgumentOutOfRangeException.ThrowIfNegative(x); ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(x, 100); return x; }

  // ---- enumerations
  static int E01([Range(-10,300)] int x) { var l = (Level)x; return l switch { Level.Low => 1, Level.Middle => 2, >= Level.High => 3, _ => (int)l }; }
}
