// The operators of LINQ that add, leave out, compare or pick by place. Every one is inside the subset; the tests compare each with the rule that it
// is lowered to.
using System; using System.Collections.Generic; using System.Linq; using RuleCorpus;

public static class Sequences {
  static double Q01(double[] b) { var top = b.Where(x => x >= 15).DefaultIfEmpty(-1).Max(); return top < 0 ? -1 : Array.IndexOf(b, top); }
  static double Q02(double[] b) => b.Where(x => x > 60).DefaultIfEmpty().Sum() + b.DefaultIfEmpty(3).First() + b.Where(x => x > 80).DefaultIfEmpty(7).Count() * 1000;
  static double Q03(double[] b, double x) => b.Last(y => y > x) + b.LastOrDefault(y => y > 60) * 10 + b.Last();
  static double Q04(double[] b, double x) => b.Where(y => y >= x).LastOrDefault() + b.Single(y => y > x);
  static double Q05(double[] b, double x) => b.SingleOrDefault(y => y > x) + b.ElementAtOrDefault((int)x % 7) * 3 + b.Where(y => y > 10).ElementAtOrDefault(1);
  static int Q06(double[] b) => (b.SequenceEqual(b.OrderBy(x => x).ToArray()) ? 1 : 0) + (b.Where(x => x > 50).SequenceEqual(b) ? 10 : 0) + (b.Select(x => x * 2).SequenceEqual(b.Select(x => x + x)) ? 100 : 0);
  static double Q07(double[] b, double x) { double s = 0; foreach (var y in b.Concat([x, 2 * x]).Append(5).Prepend(x)) s = s * 2 + y; return s; }
  static double Q08(double[] b, double x) => b.Where(y => y > x).Concat(b.Where(y => y <= x)).Select((y, i) => y * i).Sum();
  static double Q09(double[] b) => b.Distinct().Count() * 1000 + b.Select(x => Math.Floor(x / 20)).Distinct().Sum() + b.Distinct().OrderByDescending(x => x).First();
  static double Q10(double[] b, double x) { double s = 0; foreach (var y in b.SkipWhile(y => y < x)) { s = s * 2 + y; } return s + b.SkipWhile(y => y < 1000).Count() + b.Select(y => y * 2).SkipWhile(y => y > x).FirstOrDefault(); }
  static double Q11(double[] b, int i) => b.TakeLast(2).Sum() + b.SkipLast(1).Sum() * 2 + b.TakeLast(i % 9 - 2).Count() * 10 + b.SkipLast(i % 9 - 2).Count() * 100 + b.Where(x => x > 20).Take(2).Sum();
  static double Q12(double[] b) { double s = 0; foreach (var (i, x) in b.Index()) s += i * x; return s + b.Index().MaxBy(p => p.Item).Index; }
  static double Q13(double[] b) => b.Aggregate((x, y) => x * 0.5 + y) + b.Select((x, i) => (x, i)).Aggregate((p, q) => q.x > p.x ? q : p).i * 1000;
  static double Q14(double[] b, double x) => b.Where(y => y > x).Aggregate((p, q) => p - q);
  static double Q15(double[] b, double x) { var q = b.Where(y => y > x).Append(x); x = 50; return q.Sum() + q.Count(); }
  static double Q16(double[] b) => b.Where(x => x > 30).Reverse().Take(2).Select((x, i) => x * (i + 1)).Sum() + b.Where(x => x > 40).Zip(b, (x, y) => x - y).Sum();
  static double Q17(double[] b) => b.Append(double.NaN).Distinct().Count() + b.Append(double.NaN).Append(double.NaN).Distinct().Count() * 10 + (b.Append(double.NaN).SequenceEqual(b.Append(double.NaN)) ? 100 : 0);
  static double Q18(double[] b, int i) => b.Where(x => 10 / ((int)x - i) >= 0).Sum() + b.Where(x => 10 / ((int)x - i) >= 0).FirstOrDefault();
  static bool[] Q19(double[] b) { var top = b.Distinct().OrderDescending().Take(2).ToList(); return [.. b.Select(x => top.Contains(x))]; }
  static double Q20(double[] b) { var s = b.Select((x, i) => (Bid: x, Who: i)).Where(p => p.Bid > 10).DefaultIfEmpty((Bid: 0, Who: -1)).MaxBy(p => p.Bid); return s.Who + s.Bid; }
  static double Q21(double[] b) { foreach (var x in b.Where(x => x > 20).DefaultIfEmpty(4)) { if (x > 70) break; if (x > 40) continue; return x; } return -1; }
}
