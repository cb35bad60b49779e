// Lists that have one name, arrays of tuples, searches, and the operators of LINQ at the ends of a sequence. Every one is inside the subset; the
// tests compare each with the rule that it is lowered to.
using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Linq; using RuleCorpus; using static ListHelp;

// Helpers are in a struct, because the tests call all static methods of classes as rules.
public struct ListHelp {
  public static double Total(IReadOnlyList<double> xs) { double s = 0; for (int i = 0; i < xs.Count; i++) s += xs[i] * (i + 1); return s; }
  public static List<int> Above(double[] b, double x) { var l = new List<int>(); for (int i = 0; i < b.Length; i++) if (b[i] > x) l.Add(i); return l; }
  public static int Count(IEnumerable<int> xs) => xs.Count(x => x > 1);
}

public static class Lists {
  static readonly (double Floor, double Rate)[] Steps = [(0, 1), (20, 1.5), (60, 2)];
  static readonly ImmutableArray<(int Low, int High)> Ranges = [(0, 30), (30, 70)];
  // ---- lists
  static int L01(double[] b) { var list = new List<int>(); for (int i = 0; i < b.Length; i++) if (b[i] >= 10) list.Add(i); if (list.Count == 0) return -1; int w = list[0]; foreach (var i in list) if (b[i] > b[w]) w = i; return w; }
  static double L02(double[] b, double x) { List<double> l = [x, 2, 3]; l.Add(b[0]); l[1] = l[0] + l[^1]; l[2]++; l[3] *= 2; l.Insert(1, 7); l.RemoveAt(0); double s = 0; for (int k = 0; k < l.Count; k++) s = s * 3 + l[k]; return s; }
  static double L03(double[] b) { var l = b.ToList(); l.Sort(); l.Reverse(); l.RemoveAll(x => x < 20); l.AddRange(b); return Total(l) + l.Count; }
  static double L04(double[] b, int i) { var l = new List<double>(b); l.RemoveAt(i % 4); l.Insert(i % 6, 50); return Total(l) + l.IndexOf(50) + (l.Contains(20) ? 0.5 : 0); }
  static double L05(double[] b) { var l = new List<(double Bid, int Who)>(); for (int i = 0; i < b.Length; i++) l.Add((b[i], i)); var first = l.OrderByDescending(p => p.Bid).First(); l.Clear(); l.Add((1, 2)); return first.Who * 1000 + first.Bid + l.Count + l[0].Who; }
  static double L06(double[] b, double x) { var l = Above(b, x); return l.Count * 100 + l.Sum() + Count(l) + (l.Count > 0 ? l[^1] : -5); }
  static double L07(double[] b) { var l = new List<double>(8) ; foreach (var x in b) { if (l.Contains(x)) continue; l.Add(x); if (l.Count > 2) l.Remove(l.Max()); } l.Remove(1e9); return l.Count == 0 ? 0 : l.Average() + l.Where(x => x > 30).Count(); }
  static double L08(double[] b, double x) { var l = new List<double> { x, x / 2, 3 }; l = new List<double>(); l.Add(1); l = [.. l, 4, .. b]; return Total(l); }
  static double L09(double[] b, double x) { double s = 0; for (int k = 0; k < 3; k++) { var l = new List<double>(); for (int i = 0; i <= k; i++) { l.Add(x + i); l.Add(k); } s += l.Count * l[k]; } return s; }
  static double L10(double[] b, double x) { var l = new List<double>(); var kept = l.ToArray(); l.Add(x); double Sum() { double s = 0; foreach (var y in l) s += y; return s; } var before = Sum(); l.Add(b[0]); return before * 10 + Sum() + kept.Length; }
  static double L11(double x, int i) { var l = new List<int> { 4, 5, 6 }; return l[i] + l.FindIndex(y => y > 4) * 10 + l.Find(y => y > 9) + l.FindLast(y => y < 6) * 100 + (l.Exists(y => y == 5) ? 1000 : 0) + (l.TrueForAll(y => y > 4) ? 1 : 2); }
  static double L12(double[] b) { var l = b.Where(x => x > 10).ToList(); l.Sort((x, y) => y.CompareTo(x)); return l.Count > 1 ? l[0] - l[1] : l.Count; }
  static double L13(double x) { var l = new List<double>(); l.Add(l.Count); l.Add(x); l.Add(l[1] + l.Count); l.Insert(l.Count, l[0]); return Total(l) + l.LastIndexOf(x); }
  static double L14(double[] b, int i) { var l = new List<int>(); l.Add(i); l.Insert(i, 3); return l[0]; }
  static double L15(double[] b) { var order = Enumerable.Range(0, b.Length).ToList(); var served = new bool[b.Length]; while (order.Count > 1) { int at = 0; for (int k = 1; k < order.Count; k++) if (b[order[k]] < b[order[at]]) at = k; order.RemoveAt(at); } served[order[0]] = true; return Array.IndexOf(served, true); }

  static double L16(double[] b, double x) { double Top(double floor) { var l = new List<double>(); foreach (var y in b) if (y > floor) l.Add(y); l.Sort(); return l.Count > 0 ? l[^1] : -1; } List<int> Above50() { var l = new List<int>(); for (int i = 0; i < b.Length; i++) if (b[i] > 50) l.Add(i); return l; } var who = Above50(); who.Add(7); return Top(x) + Top(0) * 2 + who.Count + who[0]; }

  // ---- arrays of tuples, spreads
  static double A01(double x) { double s = 0; foreach (var (floor, rate) in Steps) if (x >= floor) s = x * rate; foreach (var r in Ranges) if (x >= r.Low && x < r.High) s += r.High; return s + Steps[1].Rate; }
  static double A02(double[] b) { var p = new (double Bid, int Who)[b.Length]; for (int i = 0; i < p.Length; i++) { p[i] = (b[i], i); p[i].Bid *= 2; p[i].Who++; } (p[0], p[^1]) = (p[^1], p[0]); return p[0].Bid + p[^1].Who * 1000; }
  static double A03(double[] b, double x) { double[] all = [x, .. b, .. b.Where(y => y > 50), 3]; return all.Length * 1000 + all.Sum() + all[^2]; }
  static double A04(double[] b) { (double, int)[] p = [(b[0], 0), (50, 1)]; var q = new[] { (A: 1, B: 2.5), (A: 3, B: b[0]) }; return p.Max(t => t.Item1) + q[1].A + q.Sum(t => t.B); }
  static double A05(ReadOnlySpan<double> b) { double s = b.IsEmpty ? 1 : 2; foreach (var x in b.Slice(b.Length / 2)) s += x; foreach (var x in b.Slice(0, b.Length / 3)) s -= x; return s; }
  static double A06(double[] b, [Range(-3,8)] int x, [Range(-3,8)] int y) { double s = 0; foreach (var v in b.AsSpan(x, y)) s = s * 2 + v; return s + b.AsSpan(x).Length; }
  static double A07(double[] b) { var s = b.ToArray(); Array.Sort(s, (x, y) => y.CompareTo(x)); return s[0] - s[^1]; }

  // ---- searches
  static int F01(double[] b) { var median = b.OrderBy(x => x).ElementAt(b.Length / 2); return Array.FindIndex(b, x => x == median) * 10 + Array.FindLastIndex(b, x => x >= median); }
  static double F02(double[] b, double x) => Array.Find(b, y => y > x) + Array.FindLast(b, y => y > x) * 2 + (Array.Exists(b, y => y == x) ? 1 : 0) + (Array.TrueForAll(b, y => y < x) ? 10 : 0) + Array.LastIndexOf(b, x) * 100 + Array.IndexOf(b, x) * 1000;
  static double F03(double[] b, int i) => Array.FindIndex(b, x => 100 / ((int)x - i) > 1);
  static double F04(double[] b) => Array.FindAll(b, x => x > 20).Length + Array.ConvertAll(b, x => (int)x).Sum() * 10;
}
