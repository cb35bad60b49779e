//! QuotaTwiceTheSameLocal not-monotone
[Mechanism, SingleItem]
public partial class QuotaTwiceTheSameLocal
{
    [Score] static double Score([Between(0, 1000)] double bid, [Between(0, 1), Verified] double local)
    {
        double bonus = local > 0.5 ? 50 : 0;
        return bid >= 1000 ? bid - 60 + bonus : bid;
    }
}

//! TopEndIsOverLimit not-monotone
[Mechanism, SingleItem]
public partial class TopEndIsOverLimit
{
    [Score] static int Score([Between(0, 255)] int bid) => (byte)(bid + 1);
}

//! ByteWithRoom
[Mechanism, SingleItem]
public partial class ByteWithRoom
{
    [Score] static int Score([Between(0, 254)] int bid) => (byte)(bid + 1);
}

//! ShortWraps not-monotone
[Mechanism, SingleItem]
public partial class ShortWraps
{
    [Score] static int Score([Between(0, 40000)] int bid) => (short)bid;
}

//! IntProductWraps not-monotone
[Mechanism, SingleItem]
public partial class IntProductWraps
{
    [Score] static int Score([Between(0, 3000000)] int bid) => bid * 1000;
}

//! LongProductFits
[Mechanism, SingleItem]
public partial class LongProductFits
{
    [Score] static long Score([Between(0, 3000000)] int bid) => bid * 1000L;
}

//! CastAfterProduct not-monotone
[Mechanism, SingleItem]
public partial class CastAfterProduct
{
    [Score] static long Score([Between(0, 3000000)] int bid) => (long)(bid * 1000);
}

//! CheckedProductThrows throws
[Mechanism, SingleItem]
public partial class CheckedProductThrows
{
    [Score] static int Score([Between(0, 3000000)] int bid) => checked(bid * 1000);
}

//! LongSquareWraps not-monotone
[Mechanism, SingleItem]
public partial class LongSquareWraps
{
    [Score] static long Score([Between(0, 4000000000)] long bid) => bid * bid;
}

//! LongSquareFits
[Mechanism, SingleItem]
public partial class LongSquareFits
{
    [Score] static long Score([Between(0, 3000000000)] long bid) => bid * bid;
}

//! DecimalOverflow throws
[Mechanism, SingleItem]
public partial class DecimalOverflow
{
    [Score] static decimal Score([Between(0, 1000000000)] decimal bid) => bid * bid * bid * bid;
}

//! DecimalCubeFits
[Mechanism, SingleItem]
public partial class DecimalCubeFits
{
    [Score] static decimal Score([Between(0, 1000000)] decimal bid) => bid * bid * bid;
}

//! IntAbsOfDifference not-monotone
[Mechanism, SingleItem]
public partial class IntAbsOfDifference
{
    [Score] static int Score([Between(0, 100)] int bid, [Between(0, 3), Verified] int guess) => 100 - Math.Abs(bid - guess);
}

//! NegatedMin
[Mechanism, SingleItem]
public partial class NegatedMin
{
    [Score] static int Score([Between(0, 100)] int bid) => -Math.Max(-bid, -80);
}

//! DivideByBidLessOne not-monotone
[Mechanism, SingleItem]
public partial class DivideByBidLessOne
{
    [Score] static double Score([Between(2, 100)] double bid) => bid / (bid - 1);
}

//! DivideByOneOverBid
[Mechanism, SingleItem]
public partial class DivideByOneOverBid
{
    [Score] static double Score([Between(0.5, 100)] double bid) => 1 / (1 / bid + 0.25);
}

//! ZeroOverZeroAtTheEnd throws
[Mechanism, SingleItem]
public partial class ZeroOverZeroAtTheEnd
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double quality) => bid * quality / (bid + quality);
}

//! GuardedHarmonic
[Mechanism, SingleItem]
public partial class GuardedHarmonic
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double quality) =>
        bid + quality > 0 ? bid * quality / (bid + quality) : 0;
}

//! RootOfSlightlyNegative throws
[Mechanism, SingleItem]
public partial class RootOfSlightlyNegative
{
    [Score] static double Score([Between(0, 100)] double bid) => Math.Sqrt(bid - 0.001);
}

//! LogOfZeroIsRefused throws
[Mechanism, SingleItem]
public partial class LogOfZeroIsRefused
{
    [Score] static double Score([Between(0, 100)] double bid) => 10 + Math.Log(bid);
}

//! ClampedLog
[Mechanism, SingleItem]
public partial class ClampedLog
{
    [Score] static double Score([Between(0, 100)] double bid) => 10 + Math.Log(Math.Max(bid, 1e-6));
}

//! BankersRoundingOfHalves
[Mechanism, SingleItem]
public partial class BankersRoundingOfHalves
{
    [Score] static double Score([Between(0, 100)] double bid) => Math.Round(bid / 2) * 2;
}

//! RoundDownMinusBid not-monotone
[Mechanism, SingleItem]
public partial class RoundDownMinusBid
{
    [Score] static double Score([Between(0, 100)] double bid) => Math.Round(bid, MidpointRounding.ToZero) * 2 - bid;
}

//! RoundUpToFive
[Mechanism, SingleItem]
public partial class RoundUpToFive
{
    [Score] static decimal Score([Between(0, 500)] decimal bid) => Math.Round(bid / 5m, 0, MidpointRounding.ToPositiveInfinity) * 5m;
}

//! CentsLost not-monotone
[Mechanism, SingleItem]
public partial class CentsLost
{
    [Score] static decimal Score([Between(0, 500)] decimal bid) => decimal.Floor(bid) + (bid - decimal.Floor(bid) > 0.99m ? 1.01m : 0m) + (bid - decimal.Floor(bid) == 0.99m ? 1.02m : 0m);
}

//! PenaltyJustBelowTheCap not-monotone
[Mechanism, SingleItem]
public partial class PenaltyJustBelowTheCap
{
    [Score] static decimal Score([Between(0, 100)] decimal bid) => bid == 99.99m ? 99.97m : bid;
}

//! RewardOnlyForTheCap
[Mechanism, SingleItem]
public partial class RewardOnlyForTheCap
{
    [Score] static decimal Score([Between(0, 100)] decimal bid) => bid == 100m ? 150m : bid;
}

//! LuckySeven not-monotone
[Mechanism, SingleItem]
public partial class LuckySeven
{
    [Score] static int Score([Between(0, 100000)] int bid) => bid == 77777 ? bid + 5 : bid;
}

//! HalfOpenTiers
[Mechanism, SingleItem]
public partial class HalfOpenTiers
{
    [Score] static double Score([Between(0, 1000)] double bid) => bid switch
    {
        < 100 => bid,
        < 250 => 100 + (bid - 100) * 1.1,
        < 1000 => 265 + (bid - 250) * 1.2,
        _ => 1165,
    };
}

//! TiersWithWrongJoint not-monotone
[Mechanism, SingleItem]
public partial class TiersWithWrongJoint
{
    [Score] static double Score([Between(0, 1000)] double bid) => bid switch
    {
        < 100 => bid,
        < 250 => 100 + (bid - 100) * 1.1,
        _ => 264.5 + (bid - 250) * 1.2,
    };
}

//! ForgottenGap not-monotone
[Mechanism, SingleItem]
public partial class ForgottenGap
{
    [Score] static double Score([Between(0, 1000)] double bid)
    {
        if (bid >= 0 && bid <= 99) return bid;
        if (bid >= 100 && bid <= 1000) return bid * 1.5;
        return 0;
    }
}

//! ForgottenGapOfIntegers
[Mechanism, SingleItem]
public partial class ForgottenGapOfIntegers
{
    [Score] static double Score([Between(0, 1000)] int bid)
    {
        if (bid >= 0 && bid <= 99) return bid;
        if (bid >= 100 && bid <= 1000) return bid * 1.5;
        return 0;
    }
}

//! ModuloTie not-monotone
[Mechanism, SingleItem]
public partial class ModuloTie
{
    [Score] static int Score([Between(0, 500)] int bid, [Between(0, 9), Verified] int lot) => bid / 10 * 10 + (bid + lot) % 10;
}

//! ModuloOfOneTerm
[Mechanism, SingleItem]
public partial class ModuloOfOneTerm
{
    [Score] static int Score([Between(0, 500)] int bid, [Between(0, 9), Verified] int lot) => bid / 10 * 10 + bid % 10 + lot % 3;
}

//! CentsIntoPoints
[Mechanism, SingleItem]
public partial class CentsIntoPoints
{
    [Score] static long Score([Between(0, 10000)] decimal bid) => (long)Math.Round(bid * 100m, MidpointRounding.AwayFromZero);
}

//! FloatLosesCents
[Mechanism, SingleItem]
public partial class FloatLosesCents
{
    [Score] static double Score([Between(0, 10000)] double bid) => (float)bid * 2f;
}

//! FloatMinusDouble not-monotone
[Mechanism, SingleItem]
public partial class FloatMinusDouble
{
    [Score] static double Score([Between(0, 10000)] double bid) => (bid - (float)bid) * 1e6;
}

//! CubicTouches
[Mechanism, SingleItem]
public partial class CubicTouches
{
    [Score] static double Score([Between(0, 20)] double bid) => (bid - 10) * (bid - 10) * (bid - 10) + 1000;
}

//! CubicDips not-monotone
[Mechanism, SingleItem]
public partial class CubicDips
{
    [Score] static double Score([Between(0, 20)] double bid) => (bid - 10) * (bid - 10) * (bid - 10) - 0.001 * (bid - 10) + 1000;
}

//! CostPlusRiskOfSupplier
[Mechanism, SingleItem, Procurement, Suppliers]
public partial class CostPlusRiskOfSupplier
{
    [Score] static double Score([Between(0, 100)] double cost, [Between(0, 5), Verified] double risk) => 120 - cost - 2 * risk;
}

//! SupplierRewardedForCost not-monotone
[Mechanism, SingleItem, Procurement, Suppliers]
public partial class SupplierRewardedForCost
{
    [Score] static double Score([Between(0, 100)] double cost, [Between(0, 5), Verified] double risk) => cost < 10 ? 80 : 120 - cost - risk;
}

//! SupplierQuality
[Mechanism, SingleItem, Procurement, Suppliers]
public partial class SupplierQuality
{
    [Score] static double Score([Between(1, 100)] double cost, [Between(1, 10), Verified] double quality) => quality / cost;
}

//! SupplierIntegerUnits
[Mechanism, SingleItem, Procurement, Suppliers]
public partial class SupplierIntegerUnits
{
    [Score] static long Score([Between(1, 100000)] long cost, [Between(1, 12), Verified] int months) => 1200000 / months - cost;
}

//! SupplierDividesBudget
[Mechanism, SingleItem, Procurement, Suppliers]
public partial class SupplierDividesBudget
{
    [Score] static int Score([Between(1, 1000)] int cost) => 10000 / cost;
}

//! SupplierRemainder not-monotone
[Mechanism, SingleItem, Procurement, Suppliers]
public partial class SupplierRemainder
{
    [Score] static int Score([Between(1, 1000)] int cost) => 10000 / cost * 10 + 10000 % cost;
}

//! GeometricSum
[Mechanism, SingleItem]
public partial class GeometricSum
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 0.9), Verified] double keep)
    {
        double total = 0, now = bid;
        for (int year = 0; year < 10; year++) { total += now; now *= keep; }
        return total;
    }
}

//! FusedMultiplyAdd refused
[Mechanism, SingleItem]
public partial class FusedMultiplyAdd
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double quality) => Math.FusedMultiplyAdd(bid, quality, 1);
}

//! ScaledByPowers
[Mechanism, SingleItem]
public partial class ScaledByPowers
{
    [Score] static double Score([Between(0, 100)] double bid) => Math.ScaleB(bid, 3) + Math.Cbrt(bid) + Math.Clamp(bid, 10, 20);
}

//! SignCopied refused
[Mechanism, SingleItem]
public partial class SignCopied
{
    [Score] static double Score([Between(0, 100)] double bid) => 10 + Math.CopySign(bid, bid - 50);
}
