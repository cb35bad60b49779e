// The labelled rules of topic 13 of the theory's cases, one class each; bids are whole numbers.
using System; using System.Linq;
namespace Labelled {
  // rule-highest
  public static class Highest {
    static int Winner(int[] b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }
  }
  // rule-highest-reserve5
  public static class HighestReserve5 {
    static int Winner(int[] b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return b[w] >= 5 ? w : -1; }
  }
  // rule-second-highest
  public static class SecondHighest {
    static int Winner(int[] b) => Enumerable.Range(0, b.Length).OrderByDescending(i => b[i]).ThenBy(i => i).ElementAt(1);
  }
  // rule-inverted-else
  public static class InvertedElse {
    static int Winner(int[] b) { if (b[0] >= 5) return 1; else return 0; }
  }
  // rule-concave-bump
  public static class ConcaveBump {
    static int Score(int x) => x * (10 - x); static int Winner(int[] b) => Score(b[1]) > Score(b[0]) ? 1 : 0;
  }
  // rule-quality-weighted
  public static class QualityWeighted {
    static readonly int[] q = {1,3,2}; static int Winner(int[] b) { int w = 0; for (int i = 1; i < 3; i++) if (q[i]*b[i] > q[w]*b[w]) w = i; return w; }
  }
  // rule-quality-sign-error
  public static class QualitySignError {
    static readonly int[] q = {4,9,6}; static int Winner(int[] b) { int w = 0; for (int i = 1; i < 3; i++) if (q[i] - b[i] > q[w] - b[w]) w = i; return w; }
  }
  // rule-modulo7
  public static class Modulo7 {
    static int Winner(int[] b) => b[1] % 7 > b[0] % 7 ? 1 : 0;
  }
  // rule-integer-division
  public static class IntegerDivision {
    static int Winner(int[] b) => b[1] / 3 > b[0] / 3 ? 1 : 0;
  }
  // rule-min-cap
  public static class MinCap {
    static int Winner(int[] b) => Math.Min(b[1], 6) > Math.Min(b[0], 6) ? 1 : 0;
  }
  // rule-clamp
  public static class Clamp {
    static int S(int x) => Math.Clamp(x, 2, 5); static int Winner(int[] b) { int w = 0; for (int i = 1; i < 3; i++) if (S(b[i]) > S(b[w])) w = i; return w; }
  }
  // rule-abs-distance
  public static class AbsDistance {
    static int Winner(int[] b) => Math.Abs(b[1] - 5) > Math.Abs(b[0] - 5) ? 1 : 0;
  }
  // rule-lottery-proportional
  public static class LotteryProportional {
    static double[] Alloc(int[] b) { double s = b.Sum(); return s == 0 ? new double[b.Length] : b.Select(x => x / s).ToArray(); }
  }
  // rule-median-wins
  public static class MedianWins {
    static int Winner(int[] b) => Enumerable.Range(0, 3).OrderBy(i => b[i]).ThenBy(i => i).ElementAt(1);
  }
  // rule-above-average-all-win
  public static class AboveAverageAllWin {
    static bool[] Win(int[] b) { int s = b.Sum(); return b.Select(x => 3 * x >= s).ToArray(); }
  }
  // rule-switch-tiers
  public static class SwitchTiers {
    static int S(int x) => x switch { < 3 => 0, < 6 => 1, < 9 => 2, _ => 3 }; static int Winner(int[] b) => S(b[1]) > S(b[0]) ? 1 : 0;
  }
  // rule-switch-tiers-misordered
  public static class SwitchTiersMisordered {
    static int S(int x) => x switch { < 3 => 0, < 6 => 2, < 9 => 1, _ => 3 }; static int Winner(int[] b) => S(b[1]) > S(b[0]) ? 1 : 0;
  }
  // rule-popcount-loop
  public static class PopcountLoop {
    static int S(int x) { int c = 0; while (x > 0) { c += x & 1; x >>= 1; } return c; } static int Winner(int[] b) => S(b[1]) > S(b[0]) ? 1 : 0;
  }
  // rule-knapsack-density-skip
  public static class KnapsackDensitySkip {
    // sizes {3,2,4}, capacity 6: sort by b/size desc (ties low index), accept if it still fits
    static bool[] Win(int[] b) { var z = new[]{3,2,4}; int c = 6; var x = new bool[3]; foreach (var i in Enumerable.Range(0,3).OrderByDescending(i => (double)b[i]/z[i]).ThenBy(i=>i)) if (z[i] <= c) { x[i] = true; c -= z[i]; } return x; }
  }
  // rule-knapsack-value-over-size2
  public static class KnapsackValueOverSize2 {
    // key b/size^2
    static bool[] Win(int[] b) { var z = new[]{3,2,4}; int c = 6; var x = new bool[3]; foreach (var i in Enumerable.Range(0,3).OrderByDescending(i => (double)b[i]/(z[i]*z[i])).ThenBy(i=>i)) if (z[i] <= c) { x[i] = true; c -= z[i]; } return x; }
  }
  // rule-knapsack-size-over-value
  public static class KnapsackSizeOverValue {
    // key inverted: size/b (bug)
    static bool[] Win(int[] b) { var z = new[]{3,2,4}; int c = 6; var x = new bool[3]; foreach (var i in Enumerable.Range(0,3).OrderByDescending(i => (double)z[i]/(b[i]+1)).ThenBy(i=>i)) if (z[i] <= c) { x[i] = true; c -= z[i]; } return x; }
  }
  // rule-highest-unique
  public static class HighestUnique {
    static int Winner(int[] b) { var u = b.Where(x => b.Count(y => y == x) == 1).ToArray(); return u.Length == 0 ? -1 : Array.IndexOf(b, u.Max()); }
  }
  // rule-byte-overflow
  public static class ByteOverflow {
    static int Winner(int[] b) => unchecked((byte)(b[1] * 40)) > unchecked((byte)(b[0] * 40)) ? 1 : 0;
  }
  // rule-quadratic-dip
  public static class QuadraticDip {
    static int Winner(int[] b) => b[1]*b[1] - 3*b[1] > b[0]*b[0] - 3*b[0] ? 1 : 0;
  }
  // rule-virtual-irregular-not-ironed
  public static class VirtualIrregularNotIroned {
    static int Phi(int x) => x < 3 ? 2*x - 4 : 2*x - 8; static int Winner(int[] b) { int w = Phi(b[1]) > Phi(b[0]) ? 1 : 0; return Phi(b[w]) >= 0 ? w : -1; }
  }
  // rule-ignores-own-bid
  public static class IgnoresOwnBid {
    static bool[] Win(int[] b) => new[] { b[1] > 4, b[0] > 4 && b[1] >= 0 };
  }
}
