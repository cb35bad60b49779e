// Values that can be missing, tuples and their conversions, variables handed on by reference, with expressions: what hand-written rules use to
// remember the best bid so far. Every one is inside the subset; the tests compare each with the rule that it is lowered to.
using System; using System.Collections.Generic; using System.Linq; using RuleCorpus; using static MissingHelp;

public record struct Lead(double Bid, int Who) { public double Margin { get; init; } }
public sealed record Entry(double Amount, int Agent);

// Helpers are in a struct, because the tests call all static methods of classes as rules.
public struct MissingHelp {
  public static void TopTwo(double[] b, out int first, out int second) { first = -1; second = -1; for (int i = 0; i < b.Length; i++) if (first < 0 || b[i] > b[first]) { second = first; first = i; } else if (second < 0 || b[i] > b[second]) second = i; }
  public static void Swap(ref double x, ref double y) { var t = x; x = y; y = t; }
  public static bool TryBest(double[] b, double floor, out double best) { best = floor; bool found = false; foreach (var x in b) if (x > best) { best = x; found = true; } return found; }
  public static int? Find(double[] b, double x) { for (int i = 0; i < b.Length; i++) if (b[i] >= x) return i; return null; }
  public static int Raise(ref int n) => n++;
}

public static class Missing {
  // ---- int? and double?
  static int M01(double[] b) { int? w = null; for (int i = 0; i < b.Length; i++) if (w is null || b[i] > b[w.Value]) w = i; return w ?? -1; }
  static double M02(double[] b) { double? best = null; foreach (var x in b) if (x > 20 && (best == null || x > best)) best = x; return best.HasValue ? best.Value : -1; }
  static double M03(double x) { int? n = x > 50 ? (int)x : null; return n.GetValueOrDefault() + n.GetValueOrDefault(7) * 100 + (n ?? -1); }
  static double M04(double x) { double? d = x > 30 ? x : null; return d is { } v ? v : d is null ? -2 : -3; }
  static double M05(double x) { int? a = x > 20 ? 3 : null, b = x > 60 ? (int)x : default(int?); return (a + b ?? -1) + (a * 2 ?? 0) + (a < b ? 10 : 0) + (a == b ? 100 : 0) + (a != b ? 1000 : 0) + (a >= b ? 1e4 : 0) + (a == 3 ? 1e5 : 0) + (null == a ? 1e6 : 0) + (-b ?? 5); }
  static double M06(double x) { double? d = (int)x % 3 == 0 ? null : x; long? l = (int?)d; return (double)(l ?? -5) + (d is > 40 and < 60 ? 1 : d is 20 ? 2 : d is not null ? 3 : 4); }
  static double M07(double x) { int? n = null; if (x > 50) n = 4; int? m = n; n = 9; return m.GetValueOrDefault(2) * 10 + n.Value; }
  static double M08(double x) { double? d = x < 40 ? null : x; return d.Value; }
  static double M09(double x) { int? n = (int)x % 4 == 0 ? null : (int)x % 4; return n switch { null => -1, 1 => x, > 2 => 2 * x, var k => (double)k! }; }
  static double M10(double x) { double? d = x > 70 ? x : null; d ??= x / 2; double? e = x < 10 ? x : null; var f = e ??= 3; return d.Value * 10 + e.Value + f; }
  static double M11(double[] b, double x) => Find(b, x) is { } i ? b[i] + i : Find(b, x / 2) ?? -1;
  static double M12(double[] b) { (double Bid, int Who)? best = null; for (int i = 0; i < b.Length; i++) if (best is null || b[i] > best.Value.Bid) best = (b[i], i); return best is (var bid, var who) ? bid * 10 + who : -1; }
  static double M13(double x) { Lead? lead = x > 50 ? new Lead(x, 2) : null; return (lead?.Bid ?? -1) + (lead?.Who ?? 9) * 1000 + (lead is { Who: 2, Bid: > 60 } ? 5 : 0); }
  static double M14(int x) { int? n = x > 50 ? x : null; try0(); checked { int? m = n * 30_000_000; return m ?? -1; } void try0() { } }
  static double M15(int x) { int? n = x; int? z = x % 3; int? q = x > 50 ? n / z : null; return q ?? n % 7 ?? -1; }
  static decimal M16(decimal x) { decimal? d = x > 50 ? x : null; return (d + 1m ?? 0) * 2 + (d > 60m ? 1 : 0) + (d == x ? 10 : 0); }
  static double M17(double x) { bool? p = x > 60 ? true : x > 30 ? false : null; return p == true ? 1 : p == false ? 2 : p is null ? 3 : 4; }
  static double M18(double x) { int i = 0; int? F() { i++; return x > 50 ? i : null; } return (F() ?? -1) + (F() + F() ?? -2) * 10 + (F() is { } k ? k * 100 : 0) + i * 1000; }
  static int M19(double[] b) { int? w = null; double? top = null; for (int i = 0; i < b.Length; i++) { if (!(b[i] <= top)) { top = b[i]; w = i; } } return w!.Value; }
  static double M20(double x) { double? a = x; double? n = x > 50 ? double.NaN : null; return (a == n ? 1 : 0) + (n != n ? 10 : 0) + (n == n ? 100 : 0) + (a < n ? 1000 : 0) + (n is double.NaN ? 1e4 : 0); }

  // ---- tuples
  static double T01(double[] b) { (double Bid, int Who) best = (-1, -1); for (int i = 0; i < b.Length; i++) if (b[i] > best.Bid) best = (b[i], i); return best.Who * 1000 + best.Bid; }
  static double T02(double[] b) { double s = 0; foreach (var (x, i) in b.Select((x, i) => (x, i))) s += x * (i + 1); return s; }
  static double T03(double[] b) { double s = 0; foreach (var (i, (x, y)) in b.Select((x, i) => (i, (x, 2 * x)))) { if (x > 50) continue; s += x * i - y; if (s > 90) break; } return s; }
  static double T04(double x, double y) => (x, y) switch { (> 50, > 50) => 1, (var a, _) when a > 70 => a, (0, 0) => 7, (_, < 20) => y, _ => x + y };
  static int T05(double x, double y, int i) => ((x, i) == (y, i) ? 1 : 0) + ((x, 1) != (50.0, 1L) ? 10 : 0) + ((i, (x, y)) == (2, (x, y)) ? 100 : 0) + ((i, x) == ((long)i, i) ? 1000 : 0);
  static double T06(double x) { (long, double) t = (1, 2); (int A, int B) s = ((int)x, 3); t = s; (double, (decimal, double?)) n = (s.A, (s.B, null)); return t.Item1 + t.Item2 + n.Item1 + (double)n.Item2.Item1 + (n.Item2.Item2 ?? 5); }
  static double T07(double x) { int i = 0; (double, double) F() { i++; return (i, x); } var same = F() == (i++, x); var (a, b) = F(); return (same ? 1 : 0) + a * 10 + b * 100 + i * 1000; }
  static double T08(double[] b) { double s = 0; foreach (var (amount, agent) in b.Select((x, i) => new Entry(x, i))) s = s * 2 + amount * agent; var (p, q) = new Lead(s, 3); return p + q; }
  static double T09(double[] b) { double s = 0; foreach ((double x, long i) in b.Select((x, i) => (x, i))) s += x * i; (double, long) t; t = ((int)s, 1); var (_, last) = t; return s + last; }
  static int T10(double[] b) { int w = 0; (double best, int? who) = (0, null); for (int i = 0; i < b.Length; i++) if (b[i] > best) (best, who) = (b[i], i); return who ?? w - 1; }
  static double T11(double x) { var a = (x, 1); var c = a; c.Item1 += 2; c.x = c.x * 2; (c.Item2, a) = (7, (x / 2, c.Item2)); return a.x + a.Item2 * 10 + c.x * 100 + c.Item2; }

  // ---- by reference, with
  static double O01(double[] b) { TopTwo(b, out int f, out var s); return f * 10 + s; }
  static double O02(double x, double y) { Swap(ref x, ref y); if (x > y) Swap(ref y, ref x); Swap(ref x, ref x); return x * 10 + y; }
  static double O03(double[] b, double x) => TryBest(b, x, out var best) ? best : TryBest(b, 0, out _) ? -best : -1;
  static double O04(int x) { int n = x; var r = n + Raise(ref n) * 100 + n; Raise(ref n); return r + n * 10000 + Raise(ref x) + x; }
  static double O05(double[] b) { void Add(ref double s, double x, out bool isLast) { s += x; isLast = s > 100; } double sum = 0; foreach (var x in b) { Add(ref sum, x, out var stop); if (stop) break; } return sum; }
  static double O06(double x) { var lead = new Lead(x, 1) { Margin = 2 }; var other = lead with { Who = 4, Bid = lead.Bid * 2 }; return lead.Bid + other.Bid * 10 + other.Who * 1000 + other.Margin + (other with { }).Who; }
  static double O07(double x) { var e = new Entry(x, 2); var f = e with { Amount = e.Amount + 1 }; var g = new { A = x, B = 2 } with { B = 5 }; return e.Amount + f.Amount * 10 + f.Agent + g.A * g.B; }
}
