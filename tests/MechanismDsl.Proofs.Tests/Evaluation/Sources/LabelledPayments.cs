// The labelled payments of topic 13; the allocation is the highest bid, ties to the lowest index, unless the class has its own.
namespace LabelledPayments {
  public static class Highest {
    static int Winner(int[] b) { int w = 0; for (int i = 1; i < b.Length; i++) if (b[i] > b[w]) w = i; return w; }
    public static double Second(int[] b, int i) { double p = 0; for (int j = 0; j < b.Length; j++) if (j != i && b[j] > p) p = b[j]; return p; }
    public static bool Wins(int[] b, int i) => Winner(b) == i;
  }
  // payment-first-price
  public static class FirstPrice { static double Pay(int[] b, int i) => Highest.Wins(b, i) ? b[i] : 0; }
  // payment-second-price
  public static class SecondPrice { static double Pay(int[] b, int i) => Highest.Wins(b, i) ? Highest.Second(b, i) : 0; }
  // payment-all-pay
  public static class AllPay { static double Pay(int[] b, int i) => b[i]; }
  // payment-interim-second-price-unconditional: the other bid is uniform on 0..10; the first bidder wins ties
  public static class InterimSecondPriceUnconditional { static double Pay(int[] b, int i) => i == 0 ? b[i] * (b[i] + 1) / 22.0 : b[i] * (b[i] - 1) / 22.0; }
  // payment-second-price-plus-entry-fee-1
  public static class SecondPricePlusEntryFee1 { static double Pay(int[] b, int i) => 1 + (Highest.Wins(b, i) ? Highest.Second(b, i) : 0); }
  // payment-second-price-times-1.1
  public static class SecondPriceTimes11 { static double Pay(int[] b, int i) => Highest.Wins(b, i) ? Highest.Second(b, i) * 1.1 : 0; }
  // payment-mean-bid
  public static class MeanBid { static double Pay(int[] b, int i) => Highest.Wins(b, i) ? (b[0] + b[1]) / 2.0 : 0; }
  // payment-unenforced-reserve
  public static class UnenforcedReserve { static double Pay(int[] b, int i) => Highest.Wins(b, i) ? System.Math.Max(5, Highest.Second(b, i)) : 0; }
  // payment-groves-half-sum
  public static class GrovesHalfSum { static double Pay(int[] b, int i) { double others = 0, best = 0; for (int j = 0; j < b.Length; j++) if (j != i) { others += b[j]; if (Highest.Wins(b, j)) best = b[j]; } return others / 2 - best; } }
  // payment-groves-half-sum-n4
  public static class GrovesHalfSumN4 { static double Pay(int[] b, int i) { double others = 0, best = 0; for (int j = 0; j < b.Length; j++) if (j != i) { others += b[j]; if (Highest.Wins(b, j)) best = b[j]; } return others / 2 - best; } }
  // payment-second-minus-one
  public static class SecondMinusOne { static double Pay(int[] b, int i) => Highest.Wins(b, i) ? Highest.Second(b, i) - 1 : 0; }
  // payment-second-rounded-up-5
  public static class SecondRoundedUp5 { static double Pay(int[] b, int i) => Highest.Wins(b, i) ? System.Math.Ceiling(Highest.Second(b, i) / 5) * 5 : 0; }
  // payment-proportional-lottery-pay-as-bid-expected
  public static class ProportionalLotteryPayAsBidExpected {
    static double[] Alloc(int[] b) { double s = 0; foreach (var x in b) s += x; var r = new double[b.Length]; if (s == 0) return r; for (int i = 0; i < b.Length; i++) r[i] = b[i] / s; return r; }
    static double Pay(int[] b, int i) => b[i] * Alloc(b)[i];
  }
}
