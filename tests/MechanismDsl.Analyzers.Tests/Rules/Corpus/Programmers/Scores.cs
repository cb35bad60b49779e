//! AdRank
[Mechanism, SingleItem]
public partial class AdRank
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0.1, 1), Verified] double clickRate, [Between(0, 10), Verified] double relevance)
    {
        double quality = clickRate * 0.8 + relevance / 10 * 0.2;
        return bid * quality;
    }
}

//! LoyaltyTiers
[Mechanism, SingleItem]
public partial class LoyaltyTiers
{
    enum Tier { None, Silver, Gold, Platinum }

    [Score] static double Score([Between(0, 500)] double bid, [Between(0, 3), Verified] int tier)
    {
        double bonus = (Tier)tier switch
        {
            Tier.Silver => 5,
            Tier.Gold => 10,
            Tier.Platinum => 25,
            _ => 0,
        };
        return bid + bonus;
    }
}

//! EnumTier
public enum Level { Basic, Plus, Pro }
[Mechanism, SingleItem]
public partial class EnumTier
{
    [Score] static double Score([Between(0, 500)] double bid, [Verified] Level level) => level switch
    {
        Level.Basic => bid,
        Level.Plus => bid * 1.1,
        Level.Pro => bid * 1.25 + 2,
        _ => bid,
    };
}

//! CappedBid
[Mechanism, SingleItem]
public partial class CappedBid
{
    [Score] static double Score([Between(0, 1000)] double bid) => Math.Min(bid, 400) + 0.1 * Math.Max(0, bid - 400);
}

//! SurchargeCliff not-monotone
[Mechanism, SingleItem]
public partial class SurchargeCliff
{
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        if (bid > 500)
            return bid * 0.95;
        return bid;
    }
}

//! SurchargeBrackets
[Mechanism, SingleItem]
public partial class SurchargeBrackets
{
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        if (bid <= 100) return bid;
        if (bid <= 500) return 100 + (bid - 100) * 0.9;
        return 100 + 400 * 0.9 + (bid - 500) * 0.8;
    }
}

//! RoundedFee
[Mechanism, SingleItem]
public partial class RoundedFee
{
    [Score] static decimal Score([Between(0, 10000)] decimal bid, [Between(0, 0.2), Verified] decimal fee) => Math.Round(bid * (1 - fee), 2, MidpointRounding.AwayFromZero);
}

//! RoundedFeeEven
[Mechanism, SingleItem]
public partial class RoundedFeeEven
{
    [Score] static decimal Score([Between(0, 10000)] decimal bid) => decimal.Round(bid * 0.85m, 1, MidpointRounding.ToEven);
}

//! NetOfFlatFee
[Mechanism, SingleItem]
public partial class NetOfFlatFee
{
    [Score] static decimal Score([Between(0, 1000)] decimal bid) => bid - 2.5m;
}

//! RoundTo5
[Mechanism, SingleItem]
public partial class RoundTo5
{
    [Score] static double Score([Between(0, 1000)] double bid) => Math.Round(bid / 5, MidpointRounding.AwayFromZero) * 5;
}

//! RoundDigits
[Mechanism, SingleItem]
public partial class RoundDigits
{
    [Score] static double Score([Between(0, 1000)] double bid) => Math.Round(bid * 1.19, 2, MidpointRounding.ToZero);
}

//! RoundAwayDigits
[Mechanism, SingleItem]
public partial class RoundAwayDigits
{
    [Score] static double Score([Between(0, 1000)] double bid) => Math.Round(bid * 1.19, 2, MidpointRounding.AwayFromZero);
}

//! RemainderBonus not-monotone
[Mechanism, SingleItem]
public partial class RemainderBonus
{
    [Score] static double Score([Between(0, 100)] int bid) => bid + bid % 7;
}

//! RemainderSafe
[Mechanism, SingleItem]
public partial class RemainderSafe
{
    [Score] static long Score([Between(0, 100)] int bid) => bid - bid % 5;
}

//! FloatWeights
[Mechanism, SingleItem]
public partial class FloatWeights
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(1, 5), Verified] int stars)
    {
        float weight = 0.5f + 0.1f * stars;
        return bid * weight;
    }
}

//! FloatCast
[Mechanism, SingleItem]
public partial class FloatCast
{
    [Score] static double Score([Between(0, 100)] double bid) => (float)bid * 2f + MathF.Sqrt((float)bid);
}

//! UintIndex
[Mechanism, SingleItem]
public partial class UintIndex
{
    private static readonly double[] Bonus = { 0, 1, 2.5, 4 };
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 3), Verified] int region)
    {
        if ((uint)region >= (uint)Bonus.Length) return -1;
        return bid + Bonus[region];
    }
}

//! Clamped
[Mechanism, SingleItem]
public partial class Clamped
{
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 100), Verified] double floor) => Math.Clamp(bid, floor, 500) * 2;
}

//! Fused refused
[Mechanism, SingleItem]
public partial class Fused
{
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 1), Verified] double q) => Math.FusedMultiplyAdd(bid, q, 3);
}

//! NextUp refused
[Mechanism, SingleItem]
public partial class NextUp
{
    [Score] static double Score([Between(0, 1000)] double bid) => Math.BitIncrement(bid) * 2;
}

//! CubeRoot
[Mechanism, SingleItem]
public partial class CubeRoot
{
    [Score] static double Score([Between(0, 1000)] double bid, [Between(1, 9), Verified] int k) => Math.Cbrt(bid) * k + Math.Log2(1 + bid);
}

//! ScaleByPower refused
[Mechanism, SingleItem]
public partial class ScaleByPower
{
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 4), Verified] int level) => Math.ScaleB(bid, level);
}

//! SignCopy refused
[Mechanism, SingleItem]
public partial class SignCopy
{
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        var over = bid - 500;
        return 1000 + Math.Sign(over) * Math.Sqrt(Math.Abs(over)) + Math.CopySign(1, over);
    }
}

//! Magnitude
[Mechanism, SingleItem]
public partial class Magnitude
{
    [Score] static double Score([Between(0, 1000)] double bid) => Math.MaxMagnitude(bid, 30) + Math.MinMagnitude(bid, 500);
}

//! CheckedOverflow throws
[Mechanism, SingleItem]
public partial class CheckedOverflow
{
    [Score] static int Score([Between(0, 100000)] int bid) => checked(bid * 50000);
}

//! UncheckedOverflow not-monotone
[Mechanism, SingleItem]
public partial class UncheckedOverflow
{
    [Score] static int Score([Between(0, 100000)] int bid) => bid * 50000;
}

//! WidenedProduct
[Mechanism, SingleItem]
public partial class WidenedProduct
{
    [Score] static long Score([Between(0, 100000)] int bid) => (long)bid * 50000;
}

//! IntegerDivisionRank
[Mechanism, SingleItem]
public partial class IntegerDivisionRank
{
    [Score] static int Score([Between(0, 100000)] int bid, [Between(1, 10), Verified] int size) => bid / size;
}

//! DivideByPublicZero throws
[Mechanism, SingleItem]
public partial class DivideByPublicZero
{
    [Score] static int Score([Between(0, 100000)] int bid, [Between(0, 10), Verified] int size) => bid / size;
}

//! NaNScore throws
[Mechanism, SingleItem]
public partial class NaNScore
{
    [Score] static double Score([Between(0, 100)] double bid) => Math.Sqrt(bid - 10);
}

//! LogOfZero throws
[Mechanism, SingleItem]
public partial class LogOfZero
{
    [Score] static double Score([Between(0, 100)] double bid) => 10 + Math.Log(bid);
}

//! GuardedLog
[Mechanism, SingleItem]
public partial class GuardedLog
{
    [Score] static double Score([Between(0, 100)] double bid) => bid <= 1 ? 0 : Math.Log(bid);
}

//! DecliningReturns
[Mechanism, SingleItem]
public partial class DecliningReturns
{
    [Score] static double Score([Between(0, 100)] double bid) => bid - 0.004 * bid * bid;
}

//! TooMuchDecline not-monotone
[Mechanism, SingleItem]
public partial class TooMuchDecline
{
    [Score] static double Score([Between(0, 100)] double bid) => bid - 0.006 * bid * bid;
}

//! TextScore refused
[Mechanism, SingleItem]
public partial class TextScore
{
    [Score] static double Score([Between(0, 100)] double bid) => double.Parse(bid.ToString("F2"));
}

//! ClockScore refused
[Mechanism, SingleItem]
public partial class ClockScore
{
    [Score] static double Score([Between(0, 100)] double bid) => DateTime.Now.Hour < 12 ? bid : bid * 2;
}

//! CounterScore refused
[Mechanism, SingleItem]
public partial class CounterScore
{
    static int _calls;
    [Score] static double Score([Between(0, 100)] double bid) => bid + _calls++;
}

//! BisectionScore open
[Mechanism, SingleItem]
public partial class BisectionScore
{
    [Score] static double Score([Between(0, 100)] double bid)
    {
        // x with x + x^3 = bid
        double lo = 0, hi = 5;
        for (int k = 0; k < 40; k++)
        {
            double mid = (lo + hi) / 2;
            if (mid + mid * mid * mid < bid) lo = mid; else hi = mid;
        }
        return lo;
    }
}

//! NewtonRoot
[Mechanism, SingleItem]
public partial class NewtonRoot
{
    [Score] static double Score([Between(0, 100)] double bid)
    {
        double x = 1 + bid;
        for (int k = 0; k < 3; k++) x = 0.5 * (x + (1 + bid) / x);
        return x;
    }
}

//! CompoundInterest
[Mechanism, SingleItem]
public partial class CompoundInterest
{
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 10), Verified] int years)
    {
        double v = bid;
        for (int y = 0; y < years; y++) v *= 1.03;
        return v;
    }
}

//! HornerPolynomial
[Mechanism, SingleItem]
public partial class HornerPolynomial
{
    static readonly double[] C = [1, 2, 0.5, 0.25];
    [Score] static double Score([Between(0, 10)] double bid)
    {
        double r = 0;
        for (int i = C.Length - 1; i >= 0; i--) r = r * bid + C[i];
        return r;
    }
}

//! StepTable
[Mechanism, SingleItem]
public partial class StepTable
{
    static readonly double[] Limits = [0, 100, 250, 500];
    static readonly double[] Rates = [1.0, 1.1, 1.2, 1.3];
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        int k = 0;
        while (k + 1 < Limits.Length && bid >= Limits[k + 1]) k++;
        return bid * Rates[k];
    }
}

//! StepTableDown not-monotone
[Mechanism, SingleItem]
public partial class StepTableDown
{
    static readonly double[] Limits = [0, 100, 250, 500];
    static readonly double[] Rates = [1.0, 0.99, 0.98, 0.97];
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        int k = 0;
        while (k + 1 < Limits.Length && bid >= Limits[k + 1]) k++;
        return bid * Rates[k];
    }
}

//! BinarySearchTable
[Mechanism, SingleItem]
public partial class BinarySearchTable
{
    static readonly double[] Limits = [50, 100, 250, 500];
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        int at = Array.BinarySearch(Limits, bid);
        int k = at < 0 ? ~at : at;
        return k * 1000 + bid;
    }
}

//! RelationalPattern
[Mechanism, SingleItem]
public partial class RelationalPattern
{
    [Score] static double Score([Between(0, 1000)] double bid) => bid switch
    {
        < 100 => bid,
        >= 100 and < 500 => bid + 5,
        _ => bid + 20,
    };
}

//! QualityPerCost
[Mechanism, SingleItem, Procurement, Suppliers, Agents(3)]
public partial class QualityPerCost
{
    [Score] static double Score([Between(1, 100)] double cost, [Between(1, 10), Verified] double quality) => quality / cost;
}

//! DecimalFloorSteps
[Mechanism, SingleItem]
public partial class DecimalFloorSteps
{
    [Score] static decimal Score([Between(0, 1000)] decimal bid) => Math.Floor(bid * 4) / 4;
}

//! DecimalCeilMinus
[Mechanism, SingleItem]
public partial class DecimalCeilMinus
{
    [Score] static decimal Score([Between(0, 1000)] decimal bid) => decimal.Ceiling(bid / 0.05m) * 0.05m - 1;
}

//! FractionOnly not-monotone
[Mechanism, SingleItem]
public partial class FractionOnly
{
    [Score] static decimal Score([Between(0, 1000)] decimal bid) => bid - decimal.Truncate(bid) / 2 + (bid % 1m) * 2;
}

//! CastTruncation
[Mechanism, SingleItem]
public partial class CastTruncation
{
    [Score] static double Score([Between(0, 1000)] double bid) => (int)(bid * 100) / 100.0;
}

//! ByteCast not-monotone
[Mechanism, SingleItem]
public partial class ByteCast
{
    [Score] static double Score([Between(0, 1000)] double bid) => (byte)(int)bid;
}

//! ConstTuples
[Mechanism, SingleItem]
public partial class ConstTuples
{
    static readonly (double From, double Add)[] Steps = [(0, 0), (100, 3), (300, 9)];
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        double add = 0;
        foreach (var (from, extra) in Steps)
            if (bid >= from) add = extra;
        return bid + add;
    }
}

//! MultiArray refused
[Mechanism, SingleItem]
public partial class MultiArray
{
    static readonly double[,] Weight = { { 1, 1.1 }, { 1.2, 1.3 } };
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 1), Verified] int region, [Between(0, 1), Verified] int season) => bid * Weight[region, season];
}

//! JaggedArray refused
[Mechanism, SingleItem]
public partial class JaggedArray
{
    static readonly double[][] Weight = [[1, 1.1], [1.2, 1.3]];
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 1), Verified] int region, [Between(0, 1), Verified] int season) => bid * Weight[region][season];
}

//! TryCatch refused
[Mechanism, SingleItem]
public partial class TryCatch
{
    [Score] static double Score([Between(0, 100)] int bid)
    {
        try { return 100 / (bid - 50); }
        catch (DivideByZeroException) { return 0; }
    }
}

//! MaxOnlyScore
[Mechanism, SingleItem]
public partial class MaxOnlyScore
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(-5, 5), Verified] double adjust) => double.Max(0, bid + adjust);
}

//! NegativeWeight not-monotone
[Mechanism, SingleItem]
public partial class NegativeWeight
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(-1, 1), Verified] double weight) => bid * weight + 100;
}

//! PowScore
[Mechanism, SingleItem]
public partial class PowScore
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0.5, 2), Verified] double exponent) => Math.Pow(bid, exponent);
}

//! MeanOfTwoRules
[Mechanism, SingleItem]
public partial class MeanOfTwoRules
{
    static double Linear(double x) => 2 * x + 1;
    static double Log(double x) => 10 * Math.Log(1 + x);
    [Score] static double Score([Between(0, 100)] double bid) => 0.5 * Linear(bid) + 0.5 * Log(bid);
}

//! DifferenceOfRules not-monotone
[Mechanism, SingleItem]
public partial class DifferenceOfRules
{
    [Score] static double Score([Between(0, 100)] double bid) => 20 * Math.Log(1 + bid) - bid;
}

//! SmoothStep
[Mechanism, SingleItem]
public partial class SmoothStep
{
    [Score] static double Score([Between(0, 100)] double bid)
    {
        double t = Math.Clamp(bid / 100, 0, 1);
        return t * t * (3 - 2 * t);
    }
}

//! Sigmoid
[Mechanism, SingleItem]
public partial class Sigmoid
{
    [Score] static double Score([Between(0, 100)] double bid) => 100 / (1 + Math.Exp(-(bid - 50) / 10));
}

//! HillFunction
[Mechanism, SingleItem]
public partial class HillFunction
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(1, 50), Verified] double half) => bid * bid / (half * half + bid * bid);
}

//! HarmonicMean
[Mechanism, SingleItem]
public partial class HarmonicMean
{
    [Score] static double Score([Between(1, 100)] double bid, [Between(1, 100), Verified] double quality) => 2 * bid * quality / (bid + quality);
}

//! DiscountByDistance
[Mechanism, SingleItem]
public partial class DiscountByDistance
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 50), Verified] double x, [Between(0, 50), Verified] double y)
    {
        double distance = Math.Sqrt(x * x + y * y);
        return bid * Math.Exp(-0.02 * distance) - 0.1 * distance;
    }
}

//! WeightedSumLinq
[Mechanism, SingleItem]
public partial class WeightedSumLinq
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 10), Verified] double a, [Between(0, 10), Verified] double b)
    {
        double[] parts = [bid, a, b];
        double[] weights = [0.6, 0.3, 0.1];
        return parts.Zip(weights).Sum(p => p.First * p.Second);
    }
}

//! StaticProperty
[Mechanism, SingleItem]
public partial class StaticProperty
{
    static double Threshold => 25;
    static double Boost { get; } = 1.5;
    [Score] static double Score([Between(0, 100)] double bid) => bid > Threshold ? bid * Boost : bid;
}

//! SettingsClass
public static class AuctionSettings
{
    public const double Minimum = 12.5;
    public static readonly decimal Step = 0.05m;
}
[Mechanism, SingleItem]
public partial class SettingsClass
{
    [Score] static decimal Score([Between(0, 100)] decimal bid) => Math.Floor(bid / AuctionSettings.Step) * AuctionSettings.Step - (decimal)AuctionSettings.Minimum;
}

//! ThrowHelper
[Mechanism, SingleItem]
public partial class ThrowHelper
{
    [Score] static double Score([Between(0, 100)] double bid)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bid);
        if (double.IsNaN(bid)) throw new ArgumentException("bid");
        return bid * 2;
    }
}

//! DebugAssert
[Mechanism, SingleItem]
public partial class DebugAssert
{
    [Score] static double Score([Between(0, 100)] double bid)
    {
        System.Diagnostics.Debug.Assert(bid >= 0);
        return bid * 2;
    }
}

//! RoundHalfDecimalModes
[Mechanism, SingleItem]
public partial class RoundHalfDecimalModes
{
    [Score] static decimal Score([Between(0, 100)] decimal bid, [Between(0.5, 1.5), Verified] decimal weight) => Math.Round(bid * weight, MidpointRounding.AwayFromZero);
}

//! CentsAsLong
[Mechanism, SingleItem]
public partial class CentsAsLong
{
    [Score] static long Score([Between(0, 1000)] decimal bid) => (long)(bid * 100m) / 5 * 5;
}

//! ScorePiecewiseTable
[Mechanism, SingleItem]
public partial class ScorePiecewiseTable
{
    static readonly (double Upto, double Rate)[] Brackets = [(100, 1.0), (250, 0.8), (600, 0.5), (double.MaxValue, 0.1)];
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        double score = 0, from = 0;
        foreach (var (upto, rate) in Brackets)
        {
            if (bid <= from) break;
            score += (Math.Min(bid, upto) - from) * rate;
            from = upto;
        }
        return score;
    }
}

//! ScoreMissingContinuity not-monotone
[Mechanism, SingleItem]
public partial class ScoreMissingContinuity
{
    [Score] static double Score([Between(0, 1000)] double bid) => bid switch
    {
        <= 100 => bid,
        <= 250 => 100 + 0.8 * (bid - 100),
        <= 600 => 210 + 0.5 * (bid - 250),
        _ => 400 + 0.1 * (bid - 600),
    };
}

//! ScoreAgeDecay
[Mechanism, SingleItem]
public partial class ScoreAgeDecay
{
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 365), Verified] int daysSinceLastWin, [Between(1, 5), Verified] double rating)
    {
        double recency = 1 - Math.Exp(-daysSinceLastWin / 30.0);
        double trust = Math.Pow(rating / 5, 2);
        return bid * (0.6 + 0.3 * recency + 0.1 * trust);
    }
}

//! ScoreLogistic
[Mechanism, SingleItem]
public partial class ScoreLogistic
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double ctr) => ctr * bid / (1 + Math.Exp(-0.1 * (bid - 30)));
}

//! ScoreSqueezed
[Mechanism, SingleItem]
public partial class ScoreSqueezed
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0.3, 0.9), Verified] double squash, [Between(0.01, 1), Verified] double quality) => Math.Pow(quality, squash) * bid;
}

//! ScoreVirtualValue
[Mechanism, SingleItem]
public partial class ScoreVirtualValue
{
    // Kumaraswamy-like: v - (1 - F) / f with F = v^2 / 10000
    [Score] static double Score([Between(1, 100)] double v) => v - (1 - v * v / 10000) / (2 * v / 10000);
}

//! ScoreWrongHazard not-monotone
[Mechanism, SingleItem]
public partial class ScoreWrongHazard
{
    [Score] static double Score([Between(1, 100)] double v) => v - (1 + v * v / 1000) / (2 / (1 + v));
}

//! ScoreQuadraticPenalty
[Mechanism, SingleItem]
public partial class ScoreQuadraticPenalty
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 10), Verified] double risk)
    {
        double penalty = risk * risk;
        if (penalty > 50) penalty = 50 + (penalty - 50) / 2;
        return bid - penalty;
    }
}

//! ScoreBidDependentPenalty not-monotone
[Mechanism, SingleItem]
public partial class ScoreBidDependentPenalty
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 10), Verified] double risk) => bid - risk * Math.Max(0, bid - 60);
}

//! ScoreAbsolute not-monotone
[Mechanism, SingleItem]
public partial class ScoreAbsolute
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(20, 80), Verified] double target) => 100 - Math.Abs(bid - target);
}

//! ScoreSaturating
[Mechanism, SingleItem]
public partial class ScoreSaturating
{
    [Score] static double Score([Between(0, 100)] double bid) => Math.Tanh(bid / 50) * 100 + Math.Atan(bid);
}

//! ScoreDecimalBands
[Mechanism, SingleItem]
public partial class ScoreDecimalBands
{
    [Score] static decimal Score([Between(0, 5000)] decimal bid, [Between(0, 3), Verified] int band)
    {
        decimal[] factor = [1m, 1.05m, 1.1m, 1.2m];
        return Math.Round(bid * factor[band], 2) + (bid >= 1000m ? 25m : 0m);
    }
}

//! ScoreDecimalVat
[Mechanism, SingleItem]
public partial class ScoreDecimalVat
{
    [Score] static decimal Score([Between(0, 5000)] decimal bid) => Math.Round(bid / 1.19m, 2, MidpointRounding.AwayFromZero);
}

//! ScoreIntegerSteps
[Mechanism, SingleItem]
public partial class ScoreIntegerSteps
{
    [Score] static int Score([Between(0, 5000)] int bid, [Between(1, 100), Verified] int slots) => bid / slots * slots + (bid > 100 ? slots : 0);
}

//! ScoreIntegerMean not-monotone
[Mechanism, SingleItem]
public partial class ScoreIntegerMean
{
    [Score] static int Score([Between(0, 5000)] int bid, [Between(0, 100), Verified] int age) => (bid + age) / 2 * 2 - bid / 2 * 2 + bid % 3;
}

//! ScoreBitTricks
[Mechanism, SingleItem]
public partial class ScoreBitTricks
{
    [Score] static int Score([Between(0, 5000)] int bid, [Between(0, 7), Verified] int flags)
    {
        int bonus = 0;
        if ((flags & 1) != 0) bonus += 10;
        if ((flags & 2) != 0) bonus += 20;
        if ((flags & 4) != 0) bonus += 40;
        return bid + bonus;
    }
}

//! ScoreRangeIndex
[Mechanism, SingleItem]
public partial class ScoreRangeIndex
{
    static readonly int[] Points = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144];
    [Score] static double Score([Between(0, 100)] double bid) => Points[(int)(bid / 10)] + bid / 1000;
}

//! ScoreInterpolated
[Mechanism, SingleItem]
public partial class ScoreInterpolated
{
    static readonly double[] Y = [0, 10, 25, 60, 100];
    [Score] static double Score([Between(0, 100)] double bid)
    {
        int i = Math.Min((int)(bid / 25), Y.Length - 2);
        double t = bid / 25 - i;
        return Y[i] + t * (Y[i + 1] - Y[i]);
    }
}

//! ScoreInterpolatedDip not-monotone
[Mechanism, SingleItem]
public partial class ScoreInterpolatedDip
{
    static readonly double[] Y = [0, 10, 25, 24.5, 100];
    [Score] static double Score([Between(0, 100)] double bid)
    {
        int i = Math.Min((int)(bid / 25), Y.Length - 2);
        double t = bid / 25 - i;
        return Y[i] + t * (Y[i + 1] - Y[i]);
    }
}

