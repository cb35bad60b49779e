// The labelled rules of topic 13 that are stated with LINQ or bits, as loops: for what the verifiable subset leaves out.
namespace LabelledPlain {
  // rule-second-highest
  public static class SecondHighest {
    static int Winner(int[] b) { int s = -1; for (int i = 0; i < b.Length; i++) { int above = 0; for (int j = 0; j < b.Length; j++) if (b[j] > b[i] || (b[j] == b[i] && j < i)) above++; if (above == 1) s = i; } return s; }
  }
  // rule-lottery-proportional
  public static class LotteryProportional {
    static double[] Alloc(int[] b) { double s = 0; foreach (var x in b) s += x; var r = new double[b.Length]; if (s == 0) return r; for (int i = 0; i < b.Length; i++) r[i] = b[i] / s; return r; }
  }
  // rule-median-wins: ascending, ties by index, the middle of three
  public static class MedianWins {
    static int Winner(int[] b) { int m = -1; for (int i = 0; i < 3; i++) { int below = 0; for (int j = 0; j < 3; j++) if (b[j] < b[i] || (b[j] == b[i] && j < i)) below++; if (below == 1) m = i; } return m; }
  }
  // rule-above-average-all-win
  public static class AboveAverageAllWin {
    static bool[] Win(int[] b) { int s = 0; foreach (var x in b) s += x; var r = new bool[b.Length]; for (int i = 0; i < b.Length; i++) r[i] = 3 * b[i] >= s; return r; }
  }
  // rule-popcount-loop: x & 1 and x >> 1 of numbers that are not negative
  public static class PopcountLoop {
    static int S(int x) { int c = 0; while (x > 0) { c += x % 2; x /= 2; } return c; }
    static int Winner(int[] b) => S(b[1]) > S(b[0]) ? 1 : 0;
  }
  // rule-knapsack-density-skip
  public static class KnapsackDensitySkip {
    static bool[] Win(int[] b) { var z = new[] { 3, 2, 4 }; int c = 6; var x = new bool[3]; var done = new bool[3]; for (int round = 0; round < 3; round++) { int k = -1; for (int i = 0; i < 3; i++) if (!done[i] && (k < 0 || (double)b[i] / z[i] > (double)b[k] / z[k])) k = i; done[k] = true; if (z[k] <= c) { x[k] = true; c -= z[k]; } } return x; }
  }
  // rule-knapsack-value-over-size2
  public static class KnapsackValueOverSize2 {
    static bool[] Win(int[] b) { var z = new[] { 3, 2, 4 }; int c = 6; var x = new bool[3]; var done = new bool[3]; for (int round = 0; round < 3; round++) { int k = -1; for (int i = 0; i < 3; i++) if (!done[i] && (k < 0 || (double)b[i] / (z[i] * z[i]) > (double)b[k] / (z[k] * z[k]))) k = i; done[k] = true; if (z[k] <= c) { x[k] = true; c -= z[k]; } } return x; }
  }
  // rule-knapsack-size-over-value
  public static class KnapsackSizeOverValue {
    static bool[] Win(int[] b) { var z = new[] { 3, 2, 4 }; int c = 6; var x = new bool[3]; var done = new bool[3]; for (int round = 0; round < 3; round++) { int k = -1; for (int i = 0; i < 3; i++) if (!done[i] && (k < 0 || (double)z[i] / (b[i] + 1) > (double)z[k] / (b[k] + 1))) k = i; done[k] = true; if (z[k] <= c) { x[k] = true; c -= z[k]; } } return x; }
  }
  // rule-highest-unique
  public static class HighestUnique {
    static int Winner(int[] b) { int w = -1; for (int i = 0; i < b.Length; i++) { int same = 0; for (int j = 0; j < b.Length; j++) if (b[j] == b[i]) same++; if (same == 1 && (w < 0 || b[i] > b[w])) w = i; } return w; }
  }
  // rule-byte-overflow: the low eight bits of a number that is not negative
  public static class ByteOverflow {
    static int Winner(int[] b) => b[1] * 40 % 256 > b[0] * 40 % 256 ? 1 : 0;
  }
}
